import { useEffect, useReducer, useRef } from 'react'
import type { Json, Solution } from '../../core/quest/schema.ts'
import { type History, historyReducer, type HistoryEvent, newHistory } from './history.ts'

/**
 * What is under work, with its history. Every change goes to `onChange`; what comes back is recognised as our own echo, even a late
 * one. A value from elsewhere (another stage, another tab) replaces ours and its history.
 */
export function useArtefact<Value extends object>(name: string, value: Value, solution: Solution, onChange: (solution: Solution) => void): [History<Value>, (event: HistoryEvent<Value>) => void] {
  const [history, dispatch] = useReducer(historyReducer<Value>, value, newHistory<Value>)
  const told = useRef(history.present)
  const awaited = useRef<Value[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    onChange({ ...solution, artefacts: { ...solution.artefacts, [name]: history.present as unknown as Json } })
    // Only a change of the value is news; a parent that renders again is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])

  useEffect(() => {
    const echo = awaited.current.findLastIndex((one) => same(one, value))
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (!same(value, told.current)) {
      told.current = value
      awaited.current = []
      dispatch({ type: 'replaced', value })
    }
  }, [value])

  return [history, dispatch]
}

function same(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
