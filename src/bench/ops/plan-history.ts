/** Undo and redo of what an operations bench edits: the graph's settings and what lies beside it, as a value. */
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
  /** Slider under the hand: its next value belongs to the same step. */
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

/** Values of one slider in a row are one step; a change after undo forgets what was undone. */
export function historyReducer(history: History, event: HistoryEvent): History {
  const { past, present, future, gesture } = history
  switch (event.type) {
    case 'changed': {
      const next = event.gesture ?? null
      if (next !== null && next === gesture) return { ...history, present: event.solution, future: [] }
      return { past: [...past, { solution: present, label: event.label }].slice(-DEPTH), present: event.solution, future: [], gesture: next }
    }
    case 'undo': {
      const last = past.at(-1)
      return last ? { past: past.slice(0, -1), present: last.solution, future: [{ solution: present, label: last.label }, ...future], gesture: null } : history
    }
    case 'redo': {
      const next = future[0]
      return next ? { past: [...past, { solution: present, label: next.label }], present: next.solution, future: future.slice(1), gesture: null } : history
    }
    case 'replaced': return newHistory(event.solution)
  }
}
