import { useEffect, useReducer, useRef } from 'react'
import type { Solution } from '../../core/quest/schema.ts'
import { type History, historyReducer, type HistoryEvent, newHistory } from './plan-history.ts'

/**
 * The solution under work, with its history. Every change goes to `onChange`; what comes back is recognised as our own echo,
 * even a late one. A solution from elsewhere (the other bench, another stage, another tab) replaces ours and its history.
 */
export function usePlan(solution: Solution, onChange: (solution: Solution) => void): [History, (event: HistoryEvent) => void] {
  const [history, dispatch] = useReducer(historyReducer, solution, newHistory)
  const told = useRef(history.present)
  const awaited = useRef<Solution[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    onChange(history.present)
    // Only a change of the plan is news; a parent that renders again is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])

  useEffect(() => {
    const echo = awaited.current.findLastIndex(one => same(one, solution))
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (!same(solution, told.current)) {
      told.current = solution
      awaited.current = []
      dispatch({ type: 'replaced', solution })
    }
  }, [solution])

  return [history, dispatch]
}

export function same(a: Solution, b: Solution): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
