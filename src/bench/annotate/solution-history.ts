/** Undo and redo over a whole solution, as a value and as a hook. */
import { useEffect, useReducer, useRef } from 'react'
import type { Solution } from '../../core/quest/schema.ts'

const DEPTH = 200

interface Step {
  solution: Solution
  label: string
}

export interface History {
  past: readonly Step[]
  present: Solution
  future: readonly Step[]
  /** Changes of one gesture (typing in one field) are one step. */
  gesture: string | null
}

export type HistoryEvent =
  | { type: 'changed'; solution: Solution; label: string; gesture?: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'replaced'; solution: Solution }

export function newHistory(solution: Solution): History {
  return { past: [], present: solution, future: [], gesture: null }
}

export function historyReducer(history: History, event: HistoryEvent): History {
  const { past, present, future } = history
  switch (event.type) {
    case 'replaced': return newHistory(event.solution)
    case 'undo': {
      const last = past.at(-1)
      return last ? { past: past.slice(0, -1), present: last.solution, future: [{ solution: present, label: last.label }, ...future], gesture: null } : history
    }
    case 'redo': {
      const [next, ...rest] = future
      return next ? { past: [...past, { solution: present, label: next.label }], present: next.solution, future: rest, gesture: null } : history
    }
    case 'changed': {
      if (event.solution === present) return history
      const gesture = event.gesture ?? null
      if (gesture !== null && gesture === history.gesture) return { ...history, present: event.solution, future: [] }
      return { past: [...past, { solution: present, label: event.label }].slice(-DEPTH), present: event.solution, future: [], gesture }
    }
  }
}

/** Every change is told; our own change coming back is known as such, one from elsewhere replaces ours and its history. */
export function useSolutionHistory(solution: Solution, onChange: (solution: Solution) => void): [History, (event: HistoryEvent) => void] {
  const [history, dispatch] = useReducer(historyReducer, solution, newHistory)
  const told = useRef<Solution>(history.present)
  const awaited = useRef<string[]>([])
  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(JSON.stringify(history.present))
    onChange(history.present)
    // Only a change of our own is news.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])
  useEffect(() => {
    const written = JSON.stringify(solution)
    const echo = awaited.current.lastIndexOf(written)
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (written !== JSON.stringify(told.current)) {
      told.current = solution
      awaited.current = []
      dispatch({ type: 'replaced', solution })
    }
  }, [solution])
  return [history, dispatch]
}
