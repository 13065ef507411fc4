import { useEffect, useReducer, useRef } from 'react'
import type { PromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { Json, Solution } from '../../core/quest/schema.ts'
import { type Desk, type History, historyReducer, type HistoryEvent, newHistory } from './desk-history.ts'

export const ARTEFACT = 'promptPack'

/**
 * The desk under work, with its history. Every change goes to `onChange`; what comes back is recognised as our own echo, even
 * a late one. A desk from elsewhere (another stage, another tab) replaces ours and its history.
 */
export function useDesk(pack: PromptPack, solution: Solution, onChange: (solution: Solution) => void): [History, (event: HistoryEvent) => void] {
  const [history, dispatch] = useReducer(historyReducer, { pack, graph: solution.graph }, newHistory)
  const told = useRef(history.present)
  const awaited = useRef<Desk[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    const { pack: changed, graph } = history.present
    onChange({ graph, artefacts: { ...solution.artefacts, [ARTEFACT]: changed as unknown as Json } })
    // Only a change of the desk is news; a parent that renders again is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])

  useEffect(() => {
    const desk = { pack, graph: solution.graph }
    const echo = awaited.current.findLastIndex(one => same(one, desk))
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (!same(desk, told.current)) {
      told.current = desk
      awaited.current = []
      dispatch({ type: 'replaced', desk })
    }
  }, [pack, solution.graph])

  return [history, dispatch]
}

export function same(a: Desk, b: Desk): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
