import { describe, expect, it } from 'vitest'
import { LINE, mappedBy, requestsOf } from '../payer/requests.fixture.ts'
import { compileRecords } from './compile-records.ts'
import { factsOf } from './facts.ts'
import { textOf } from './map-record.ts'
import { MapTable } from '../../core/artefacts/map-table.ts'

const weeksBy = (row: object, line = LINE) => mappedBy(requestsOf([line]), [row]).records[0]?.filled.get('Form.weeks')
const problems = (row: object) => compileRecords(MapTable.parse({ rows: [{ id: 'r1', from: 'weeks', to: 'Form.weeks', ...row }] }), requestsOf([LINE]).shape).problems.map(({ say }) => say)

describe('facts of a record', () => {
  it('are as many as there are papers that say something, with days back to the order', () => {
    const { shape, table } = requestsOf([LINE, { ...LINE, old: null }])
    expect(factsOf(shape, table, 0).get('weeks')?.map(({ source, value, days, side }) => [source, value, days, side])).toEqual([['chart', '8', 14, 'left'], ['old form', '20', 365, 'right']])
    expect(factsOf(shape, table, 1).get('weeks')).toHaveLength(1)
  })

  it('are taken from the newest paper, and only from one that fits the condition', () => {
    expect(textOf(weeksBy({}))).toBe('8')
    expect(textOf(weeksBy({ when: 'weeks.side != @side' }))).toBe('20')
    expect(textOf(weeksBy({ when: 'weeks.days > 100 and weeks.side = left' }))).toBe('')
  })

  it('are left alone where the reading is less sure than the cut-off', () => {
    expect(textOf(weeksBy({ when: 'weeks.sure >= 0.85 and weeks.source = chart' }, { ...LINE, sure: 0.84 }))).toBe('')
    expect(textOf(weeksBy({ when: 'weeks.sure >= 0.85 and weeks.source = chart' }, { ...LINE, sure: 0.85 }))).toBe('8')
  })

  it('go to a person where they differ and only agreed ones are wanted', () => {
    expect(weeksBy({ pick: 'agreed' })).toEqual({ ask: true, row: 'r1' })
    expect(textOf(weeksBy({ pick: 'agreed' }, { ...LINE, old: 8 }))).toBe('8')
  })

  it('bring their paper along when the row says so', () => {
    expect(weeksBy({ link: true })).toMatchObject({ value: 8, paper: { source: 'chart', date: '2026-04-20', days: 14, side: 'left', linked: true } })
    expect(weeksBy({})).toMatchObject({ paper: { linked: false } })
  })

  it('are asked for what they have, and nothing else', () => {
    expect(problems({ when: 'weeks.days <= 180' })).toEqual([])
    expect(problems({ when: 'weeks.age <= 180' }).join()).toMatch(/^"weeks\.age" is no place in a record/)
  })
})
