/** Time that runs while a day is played: the only place where a replay knows a clock. */
import { useEffect, useRef, useState } from 'react'
import { type EventLog, momentsOf } from '../../core/event-log.ts'

/** Minutes of the day per second of ours; a longer log goes faster in proportion. */
export const SPEEDS = [5, 15, 60] as const
/** Minutes of a log that the speeds are meant for. */
const PACED_FOR = 720
export type Speed = (typeof SPEEDS)[number]

export interface Player {
  now: number
  playing: boolean
  speed: Speed
  /** False where the learner wants nothing to move by itself: then there are steps alone. */
  mayPlay: boolean
  atEnd: boolean
  play(): void
  pause(): void
  setSpeed(speed: Speed): void
  /** Jump, and stand still there. */
  goTo(minute: number): void
  /** To the next or the last moment at which something happens. */
  step(by: 1 | -1): void
}

export function usePlayer(log: EventLog, startAt: number = log.from): Player {
  const [now, setNow] = useState(startAt)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(15)
  const mayPlay = useMayMove()
  const { from, to } = log
  // A week at the pace of a day would take minutes to watch.
  const pace = Math.max(1, Math.round((to - from) / PACED_FOR))

  // Another day begins at its beginning.
  const shown = useRef(log)
  useEffect(() => {
    if (shown.current === log) return
    shown.current = log
    setNow(startAt)
    setPlaying(false)
  }, [log, startAt])

  const atEnd = now >= to
  const running = playing && mayPlay && !atEnd
  useEffect(() => {
    if (!running) return
    let last: number | null = null
    let frame = requestAnimationFrame(function tick(at) {
      // A page that was put aside does not jump ahead when it comes back.
      const seconds = last === null ? 0 : Math.min(0.1, (at - last) / 1000)
      last = at
      setNow(before => Math.min(to, before + seconds * speed * pace))
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [running, speed, pace, to])

  const goTo = (minute: number) => {
    setPlaying(false)
    setNow(Math.min(to, Math.max(from, minute)))
  }
  return {
    now, playing: running, speed, mayPlay, atEnd, setSpeed, goTo,
    play() {
      if (atEnd) setNow(from)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
    step: by => goTo(neighbour(momentsOf(log), now, by)),
  }
}

/** The next moment after `now`, or the last before it; the ends where there is none. */
export function neighbour(moments: readonly number[], now: number, by: 1 | -1): number {
  const found = by === 1 ? moments.find(moment => moment > now + 1e-9) : moments.findLast(moment => moment < now - 1e-9)
  return found ?? (by === 1 ? moments.at(-1) : moments[0]) ?? now
}

/** The learner's own choice (data-motion on <html>) wins over the system's wish, as in base.css. */
export function useMayMove(): boolean {
  const [may, setMay] = useState(readMayMove)
  useEffect(() => {
    const look = () => setMay(readMayMove())
    const query = matchMedia('(prefers-reduced-motion: reduce)')
    const watch = new MutationObserver(look)
    watch.observe(document.documentElement, { attributeFilter: ['data-motion'] })
    query.addEventListener('change', look)
    return () => {
      watch.disconnect()
      query.removeEventListener('change', look)
    }
  }, [])
  return may
}

function readMayMove(): boolean {
  const chosen = document.documentElement.dataset['motion']
  return chosen === 'full' || (chosen !== 'reduced' && !matchMedia('(prefers-reduced-motion: reduce)').matches)
}
