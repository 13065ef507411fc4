import { describe, expect, it } from 'vitest'
import type { Solution } from '../../core/quest/schema.ts'
import { historyReducer, newHistory } from './plan-history.ts'

const solution = (share: number): Solution => ({ graph: { nodes: [], edges: [] }, artefacts: { plan: { share } } })
const shareOf = ({ present }: ReturnType<typeof newHistory>) => (present.artefacts['plan'] as { share: number }).share

describe('undo on the operations bench', () => {
  it('takes one pull of a slider as one step', () => {
    let history = newHistory(solution(0))
    for (const share of [0.05, 0.1, 0.15]) history = historyReducer(history, { type: 'changed', solution: solution(share), label: 'help', gesture: 'share' })
    expect(history.past).toHaveLength(1)
    history = historyReducer(history, { type: 'undo' })
    expect(shareOf(history)).toBe(0)
    expect(shareOf(historyReducer(history, { type: 'redo' }))).toBe(0.15)
  })

  it('forgets what was undone once something else is done', () => {
    let history = historyReducer(newHistory(solution(0)), { type: 'changed', solution: solution(0.1), label: 'help' })
    history = historyReducer(historyReducer(history, { type: 'undo' }), { type: 'changed', solution: solution(0.2), label: 'help' })
    expect(history.future).toEqual([])
    expect(historyReducer(history, { type: 'redo' })).toBe(history)
  })

  it('has nothing to undo at first', () => {
    const history = newHistory(solution(0))
    expect(historyReducer(history, { type: 'undo' })).toBe(history)
  })
})
