/** Time reaches a quest's machine as events from outside: these are the clocks that send them. */
import type { Timer } from '../core/quest/schema.ts'

export interface QuestTimers {
  /** The machine stands in this state now: clocks of other states stop, those of this one run. */
  inState(state: string): void
  stop(): void
}

export function questTimers(timers: readonly Timer[], fire: (timer: Timer) => void): QuestTimers {
  let current: string | null = null
  let running: ReturnType<typeof setTimeout>[] = []
  const stop = () => {
    for (const timer of running) clearTimeout(timer)
    running = []
  }
  return {
    stop,
    inState(state) {
      if (state === current) return
      current = state
      stop()
      running = timers.filter((timer) => timer.during === state).map((timer) => setTimeout(() => fire(timer), timer.ms))
    },
  }
}
