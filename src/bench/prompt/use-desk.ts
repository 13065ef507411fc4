import { useEffect, useReducer, useRef } from 'react'
import type { ArtefactName } from '../../core/artefacts/shapes.ts'
import type { Json, Solution } from '../../core/quest/schema.ts'
import { type Desk, type History, historyReducer, type HistoryEvent, newHistory } from './desk-history.ts'

/**
 * The desk under work, with its history. Every change goes to `onChange`; what comes back is recognised as our own echo, even
 * a late one. A desk from elsewhere (another stage, another tab) replaces ours and its history.
 */
export function useDesk<Pack>(artefact: ArtefactName, pack: Pack, { solution, onChange }: { solution: Solution; onChange(solution: Solution): void }): [History<Pack>, (event: HistoryEvent<Pack>) => void] {
  const [history, dispatch] = useReducer(historyReducer<Pack>, { pack, graph: solution.graph }, newHistory<Pack>)
  const told = useRef(history.present)
  const awaited = useRef<Desk<Pack>[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    const { pack: changed, graph } = history.present
    onChange({ graph, artefacts: { ...solution.artefacts, [artefact]: changed as unknown as Json } })
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

export function same<Pack>(a: Desk<Pack>, b: Desk<Pack>): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
