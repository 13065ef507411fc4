import { expect, it } from 'vitest'
import { answersIn, sameAnswers } from './answers.ts'
import { crossTable } from './cross-table.ts'

it('reads the answers of a cell, none where it is empty', () => {
  expect([answersIn('note; film'), answersIn(2), answersIn(''), answersIn(null), answersIn(Number.NaN)]).toEqual([['note', 'film'], ['2'], [], [], []])
  expect([sameAnswers(['a', 'b'], ['b', 'a']), sameAnswers(['a'], ['a', 'b']), sameAnswers([], [])]).toEqual([true, false, true])
})

it('counts what was said against what should have been said, and marks the rows with mistakes', () => {
  const said = (given: string[], wanted: string[]) => ({ given, wanted })
  expect(crossTable('Access', [said(['allow'], ['allow']), said(['allow'], ['allow']), said(['allow'], ['deny']), said(['deny'], ['deny']), said([], ['deny'])])).toEqual({
    view: 'rows', title: 'Access', columns: ['Should be', 'Said: deny', 'Said: allow', 'Said: none'],
    rows: [['deny', 1, 1, 1], ['allow', 0, 2, 0]], marked: [0],
  })
})

it('keeps to a readable width, whatever comes', () => {
  const view = crossTable('Codes', Array.from({ length: 400 }, (_, i) => ({ given: [`g${i % 60}`], wanted: [`w${i % 50}`] })))
  expect(view.view === 'rows' && [view.columns.length, view.rows.length]).toEqual([9, 8])
  expect(view.view === 'rows' && view.rows.flatMap((row) => row.slice(1) as number[]).reduce((sum, n) => sum + n, 0)).toBe(400)
  expect(view.view === 'rows' && new Set(view.columns).size).toBe(9)
})
