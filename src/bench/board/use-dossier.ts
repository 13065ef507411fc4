import { useEffect, useReducer, useRef } from 'react'
import type { BoardDossier } from '../../core/artefacts/board-dossier.ts'
import type { Json, Solution } from '../../core/quest/schema.ts'
import { type History, historyReducer, type HistoryEvent, newHistory } from './board-history.ts'

export const ARTEFACT = 'board'

/**
 * The dossier under work, with its history. Every change goes to `onChange`; what comes back is recognised as our own echo,
 * even a late one. A dossier from elsewhere (another stage, another tab) replaces ours and its history.
 */
export function useDossier(dossier: BoardDossier, solution: Solution, onChange: (solution: Solution) => void): [History, (event: HistoryEvent) => void] {
  const [history, dispatch] = useReducer(historyReducer, dossier, newHistory)
  const told = useRef(history.present)
  const awaited = useRef<BoardDossier[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    onChange({ ...solution, artefacts: { ...solution.artefacts, [ARTEFACT]: history.present as unknown as Json } })
    // Only a change of the dossier is news; a parent that renders again is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])

  useEffect(() => {
    const echo = awaited.current.findLastIndex(one => same(one, dossier))
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (!same(dossier, told.current)) {
      told.current = dossier
      awaited.current = []
      dispatch({ type: 'replaced', dossier })
    }
  }, [dossier])

  return [history, dispatch]
}

function same(a: BoardDossier, b: BoardDossier): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
