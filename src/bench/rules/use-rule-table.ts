import { useEffect, useReducer, useRef } from 'react'
import type { RuleTable } from '../../core/artefacts/rule-table.ts'
import type { Json, Solution } from '../../core/quest/schema.ts'
import { type History, historyReducer, type HistoryEvent, newHistory } from './history.ts'

/**
 * The rule table under work, with its history. Every change goes to `onChange`; what comes back is recognised as our own echo,
 * even a late one. A table from elsewhere (another stage, another tab) replaces ours and its history.
 */
export function useRuleTable(name: string, table: RuleTable, solution: Solution, onChange: (solution: Solution) => void): [History, (event: HistoryEvent) => void] {
  const [history, dispatch] = useReducer(historyReducer, table, newHistory)
  const told = useRef(history.present)
  const awaited = useRef<RuleTable[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    onChange({ ...solution, artefacts: { ...solution.artefacts, [name]: history.present as unknown as Json } })
    // Only a change of the table is news; a parent that renders again is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])

  useEffect(() => {
    const echo = awaited.current.findLastIndex((one) => same(one, table))
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (!same(table, told.current)) {
      told.current = table
      awaited.current = []
      dispatch({ type: 'replaced', table })
    }
  }, [table])

  return [history, dispatch]
}

function same(a: RuleTable, b: RuleTable): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
