/** Undo and redo as a value. */
import type { Graph } from '../../core/quest/schema.ts'

const DEPTH = 200

interface Step {
  graph: Graph
  /** What was done to get from this graph to the next, e.g. "add Logistic model". */
  label: string
}

export interface History {
  past: readonly Step[]
  present: Graph
  future: readonly Step[]
  /** Changes of one gesture (typing in a field, a held arrow key) are one step; null ends the gesture. */
  gesture: string | null
}

export type HistoryEvent =
  | { type: 'changed'; graph: Graph; label: string; gesture?: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'gesture.ended' }
  | { type: 'replaced'; graph: Graph }

export function newHistory(graph: Graph): History {
  return { past: [], present: graph, future: [], gesture: null }
}

/** A change to the same graph is no step; a change after undo forgets what was undone. */
export function historyReducer(history: History, event: HistoryEvent): History {
  switch (event.type) {
    case 'changed': return changed(history, event)
    case 'undo': return undone(history)
    case 'redo': return redone(history)
    case 'gesture.ended': return history.gesture === null ? history : { ...history, gesture: null }
    case 'replaced': return newHistory(event.graph)
  }
}

function changed(history: History, event: Extract<HistoryEvent, { type: 'changed' }>): History {
  if (event.graph === history.present) return history
  const gesture = event.gesture ?? null
  if (gesture !== null && gesture === history.gesture) return { ...history, present: event.graph, future: [] }
  const past = [...history.past, { graph: history.present, label: event.label }].slice(-DEPTH)
  return { past, present: event.graph, future: [], gesture }
}

function undone(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    past: history.past.slice(0, -1),
    present: last.graph,
    future: [{ graph: history.present, label: last.label }, ...history.future],
    gesture: null,
  }
}

function redone(history: History): History {
  const next = history.future[0]
  if (!next) return history
  return {
    past: [...history.past, { graph: history.present, label: next.label }],
    present: next.graph,
    future: history.future.slice(1),
    gesture: null,
  }
}

export function undoLabel(history: History): string | null {
  return history.past.at(-1)?.label ?? null
}

export function redoLabel(history: History): string | null {
  return history.future[0]?.label ?? null
}
