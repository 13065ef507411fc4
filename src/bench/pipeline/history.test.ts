import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graph } from '../../core/quest/schema.ts'
import { historyReducer, newHistory, redoLabel, undoLabel, type History } from './history.ts'

const graphs = (n: number): Graph => ({ nodes: [{ id: `n${n}`, block: 'b', params: {} }], edges: [] })
const change = (history: History, n: number, gesture?: string) =>
  historyReducer(history, { type: 'changed', graph: graphs(n), label: `step ${n}`, ...(gesture ? { gesture } : {}) })

test('undo then redo comes back to the same graph, from any point', () => {
  fc.assert(fc.property(fc.array(fc.nat(99), { minLength: 1, maxLength: 30 }), fc.nat(40), (changes, backs) => {
    let history = changes.reduce((h, n) => change(h, n), newHistory(graphs(0)))
    for (let i = 0; i < backs; i += 1) history = historyReducer(history, { type: 'undo' })
    const undone = historyReducer(history, { type: 'undo' })
    if (undone !== history) expect(historyReducer(undone, { type: 'redo' })).toEqual(history)
    const redone = historyReducer(history, { type: 'redo' })
    if (redone !== history) expect(historyReducer(redone, { type: 'undo' })).toEqual(history)
  }))
})

test('as many undos as changes lead back to the beginning', () => {
  fc.assert(fc.property(fc.array(fc.nat(99), { maxLength: 60 }), (changes) => {
    const start = newHistory(graphs(0))
    let history = changes.reduce((h, n) => change(h, n), start)
    for (const _ of changes) history = historyReducer(history, { type: 'undo' })
    expect(history.present).toBe(start.present)
    expect(history.past).toHaveLength(0)
  }))
})

test('one gesture is one step', () => {
  let history = change(newHistory(graphs(0)), 1, 'typing:l2')
  history = change(history, 2, 'typing:l2')
  expect(history.past).toHaveLength(1)
  history = change(historyReducer(history, { type: 'gesture.ended' }), 3, 'typing:l2')
  expect(history.past).toHaveLength(2)
})

test('a change after undo forgets what was undone, and says what can be undone', () => {
  let history = change(change(newHistory(graphs(0)), 1), 2)
  history = historyReducer(history, { type: 'undo' })
  expect([undoLabel(history), redoLabel(history)]).toEqual(['step 1', 'step 2'])
  history = change(history, 3)
  expect([undoLabel(history), redoLabel(history)]).toEqual(['step 3', null])
})

test('setting the same graph again is no step', () => {
  const history = newHistory(graphs(0))
  expect(historyReducer(history, { type: 'changed', graph: history.present, label: 'nothing' })).toBe(history)
})
