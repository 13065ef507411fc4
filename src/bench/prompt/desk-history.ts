/** Undo and redo of the desk, as a value. */
import type { Graph } from '../../core/quest/schema.ts'

const DEPTH = 200

/** What is edited, whatever it is, and the graph beside it. */
export interface Desk<Pack> {
  pack: Pack
  graph: Graph
}

interface Step<Pack> {
  desk: Desk<Pack>
  label: string
}

export interface History<Pack> {
  past: readonly Step<Pack>[]
  present: Desk<Pack>
  future: readonly Step<Pack>[]
  /** Slider under the hand: its next value belongs to the same step. */
  gesture: string | null
}

export type HistoryEvent<Pack> =
  | { type: 'changed'; desk: Desk<Pack>; label: string; gesture?: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'replaced'; desk: Desk<Pack> }

export function newHistory<Pack>(desk: Desk<Pack>): History<Pack> {
  return { past: [], present: desk, future: [], gesture: null }
}

/** Values of one slider in a row are one step; a change after undo forgets what was undone. */
export function historyReducer<Pack>(history: History<Pack>, event: HistoryEvent<Pack>): History<Pack> {
  const { past, present, future, gesture } = history
  switch (event.type) {
    case 'changed': {
      const next = event.gesture ?? null
      if (next !== null && next === gesture) return { ...history, present: event.desk, future: [] }
      return { past: [...past, { desk: present, label: event.label }].slice(-DEPTH), present: event.desk, future: [], gesture: next }
    }
    case 'undo': {
      const last = past.at(-1)
      return last ? { past: past.slice(0, -1), present: last.desk, future: [{ desk: present, label: last.label }, ...future], gesture: null } : history
    }
    case 'redo': {
      const next = future[0]
      return next ? { past: [...past, { desk: present, label: next.label }], present: next.desk, future: future.slice(1), gesture: null } : history
    }
    case 'replaced': return newHistory(event.desk)
  }
}
