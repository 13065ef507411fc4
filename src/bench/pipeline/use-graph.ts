import { useEffect, useReducer, useRef } from 'react'
import type { Graph, Solution } from '../../core/quest/schema.ts'
import { historyReducer, newHistory } from './history.ts'
import type { History, HistoryEvent } from './history.ts'
import { placed } from './layout.ts'

/**
 * The graph under work, with its history. Every change goes to `onChange`; what comes back as `solution` is recognised as
 * our own echo, even a late one. A graph from elsewhere (another stage, another tab) replaces ours and its history.
 */
export function useGraph(solution: Solution, onChange: (solution: Solution) => void): [History, (event: HistoryEvent) => void] {
  const [history, dispatch] = useReducer(historyReducer, solution.graph, graph => newHistory(placed(graph)))
  const told = useRef<Graph>(history.present)
  const awaited = useRef<Graph[]>([])

  useEffect(() => {
    if (history.present === told.current) return
    told.current = history.present
    awaited.current.push(history.present)
    onChange({ ...solution, graph: history.present })
    // Only a change of the graph is news; a parent that renders again is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [history.present])

  useEffect(() => {
    const echo = awaited.current.findLastIndex(graph => same(graph, solution.graph))
    if (echo >= 0) awaited.current.splice(0, echo + 1)
    else if (!same(placed(solution.graph), told.current)) {
      const graph = placed(solution.graph)
      told.current = graph
      awaited.current = []
      dispatch({ type: 'replaced', graph })
    }
  }, [solution.graph])

  return [history, dispatch]
}

function same(a: Graph, b: Graph): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
