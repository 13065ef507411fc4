/** Undo and redo of a rule table, as a value. */
import type { RuleTable } from '../../core/artefacts/rule-table.ts'

const DEPTH = 200

interface Step {
  table: RuleTable
  /** What was done to get from this table to the next, e.g. "move row 11 to 1". */
  label: string
}

export interface History {
  past: readonly Step[]
  present: RuleTable
  future: readonly Step[]
}

export type HistoryEvent = { type: 'changed'; table: RuleTable; label: string } | { type: 'undo' } | { type: 'redo' } | { type: 'replaced'; table: RuleTable }

export function newHistory(table: RuleTable): History {
  return { past: [], present: table, future: [] }
}

/** A change to the same table is no step; a change after undo forgets what was undone. */
export function historyReducer(history: History, event: HistoryEvent): History {
  const { past, present, future } = history
  switch (event.type) {
    case 'changed':
      return event.table === present ? history : { past: [...past, { table: present, label: event.label }].slice(-DEPTH), present: event.table, future: [] }
    case 'undo': {
      const last = past.at(-1)
      return last ? { past: past.slice(0, -1), present: last.table, future: [{ table: present, label: last.label }, ...future] } : history
    }
    case 'redo': {
      const next = future[0]
      return next ? { past: [...past, { table: present, label: next.label }], present: next.table, future: future.slice(1) } : history
    }
    case 'replaced': return newHistory(event.table)
  }
}
