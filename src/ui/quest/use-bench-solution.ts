import { useEffect, useRef, useState } from 'react'
import type { Solution } from '../../core/quest/schema.ts'
import { useActions } from '../game.ts'

/** A pause in the work this long is told to the log, so that dragging a block is one fact and not fifty. */
const PAUSE_MS = 500

/** The solution in hand: changed at once on screen, told to the log at the next pause, before a run, and on leaving. */
export function useBenchSolution(stage: 'practice' | 'build', start: Solution) {
  const { tell } = useActions()
  const [solution, setSolution] = useState(start)
  const untold = useRef<Solution | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = () => {
    clearTimeout(timer.current)
    if (!untold.current) return
    tell({ type: 'solution.changed', stage, solution: untold.current })
    untold.current = null
  }
  const latestFlush = useRef(flush)
  useEffect(() => {
    latestFlush.current = flush
  })
  useEffect(() => {
    const now = () => latestFlush.current()
    window.addEventListener('pagehide', now)
    return () => {
      window.removeEventListener('pagehide', now)
      now()
    }
  }, [])
  const change = (next: Solution) => {
    setSolution(next)
    untold.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latestFlush.current(), PAUSE_MS)
  }
  return { solution, change, flush }
}
