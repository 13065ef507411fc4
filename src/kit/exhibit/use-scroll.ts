/** Hours that run while a strip is played. */
import { useEffect, useState } from 'react'
import { useMayMove } from '../replay/use-player.ts'

/** Hours of the strip for each second of ours. */
const HOURS_A_SECOND = 3

export interface Scroll {
  now: number
  playing: boolean
  /** False where the learner wants nothing to move by itself. */
  mayPlay: boolean
  toggle(): void
  /** Jump, and stand still there. */
  goTo(hour: number): void
}

export function useScroll(hours: number, startAt: number): Scroll {
  const [now, setNow] = useState(startAt)
  const [playing, setPlaying] = useState(false)
  const mayPlay = useMayMove()
  const running = playing && mayPlay && now < hours
  useEffect(() => {
    if (!running) return
    let last: number | null = null
    let frame = requestAnimationFrame(function tick(at) {
      // A page that was put aside does not jump ahead when it comes back.
      const seconds = last === null ? 0 : Math.min(0.1, (at - last) / 1000)
      last = at
      setNow(before => Math.min(hours, before + seconds * HOURS_A_SECOND))
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [running, hours])
  return {
    now, playing: running, mayPlay,
    toggle() {
      if (now >= hours) setNow(0)
      setPlaying(!running)
    },
    goTo(hour) {
      setPlaying(false)
      setNow(Math.min(hours, Math.max(0, hour)))
    },
  }
}
