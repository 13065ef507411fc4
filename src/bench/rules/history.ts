/** Undo and redo of what lies on this bench, a rule table or a plan for matching, as a value. */
const DEPTH = 200

interface Step<Value> {
  value: Value
  /** What was done to get from this one to the next, e.g. "move row 11 to 1". */
  label: string
}

export interface History<Value> {
  past: readonly Step<Value>[]
  present: Value
  future: readonly Step<Value>[]
  /** Changes of one gesture (typing in one field) are one step. */
  gesture: string | null
}

export type HistoryEvent<Value> = { type: 'changed'; value: Value; label: string; gesture?: string } | { type: 'undo' } | { type: 'redo' } | { type: 'replaced'; value: Value }

export function newHistory<Value>(value: Value): History<Value> {
  return { past: [], present: value, future: [], gesture: null }
}

/** A change to the same value is no step; a change after undo forgets what was undone. */
export function historyReducer<Value>(history: History<Value>, event: HistoryEvent<Value>): History<Value> {
  const { past, present, future } = history
  switch (event.type) {
    case 'changed': {
      if (event.value === present) return history
      const gesture = event.gesture ?? null
      if (gesture !== null && gesture === history.gesture) return { ...history, present: event.value, future: [] }
      return { past: [...past, { value: present, label: event.label }].slice(-DEPTH), present: event.value, future: [], gesture }
    }
    case 'undo': {
      const last = past.at(-1)
      return last ? { past: past.slice(0, -1), present: last.value, future: [{ value: present, label: last.label }, ...future], gesture: null } : history
    }
    case 'redo': {
      const next = future[0]
      return next ? { past: [...past, { value: present, label: next.label }], present: next.value, future: future.slice(1), gesture: null } : history
    }
    case 'replaced': return newHistory(event.value)
  }
}
