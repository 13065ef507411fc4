import { describe, expect, it } from 'vitest'
import { MapTable } from '../../core/artefacts/map-table.ts'
import type { Metric } from '../../core/quest/schema.ts'
import { recordsWritten } from '../data/records-written.ts'
import type { Mapped, Records } from '../graph/ports.ts'
import { textOfField } from '../records/field-text.ts'
import { compileRecords } from '../records/compile-records.ts'
import { mapRecord } from '../records/map-record.ts'
import { RECORDS } from '../records/records.fixture.ts'
import { mapFigures } from './map-records-figures.ts'
import { joinRecords, knownRows } from './map-records-join.ts'
import { mapRecords } from './map-records.ts'

const records: Records = recordsWritten.generate('two-labs', { ...RECORDS, n: 400 })
const rows = (...of: Partial<MapTable['rows'][number]>[]) => MapTable.parse({ rows: of.map((row, i) => ({ id: `r${i + 1}`, from: 'code', to: 'Result.code', ...row })) })
const CODES = { valueMap: { G: 'GLU', X: '?' } }
const RAW = { from: 'value', to: 'Result.value', transform: 'number' as const }

function mapped(table: MapTable): Mapped {
  const map = compileRecords(table, records.shape)
  return { type: 'Mapped', table: records.table, shape: records.shape, mapRows: table.rows.map(({ id }) => id), records: records.table.ids.map((_, row) => mapRecord(map, records.shape, (name) => textOfField(records.table, name, row))) }
}
const figure = (table: MapTable, fn: string, params: NonNullable<Metric['params']> = {}, only?: number[]) => {
  const of = mapped(table)
  const metric: Metric = { id: fn, label: fn, fn, params, aggregate: 'mean', format: 'number' }
  return mapFigures(joinRecords(of, records, only ?? [...records.table.ids.keys()]), [metric], null)[fn]
}
const code = { element: 'Result.code' }
const value = { element: 'Result.value' }

describe('figures of a map, known by heart', () => {
  it('are full where every code is right and the rest is left to a person', () => {
    expect([figure(rows(CODES), 'right', code), figure(rows(CODES), 'honest', code), figure(rows(CODES), 'forced', code)]).toEqual([1, 1, 0])
  })

  it('count a forced code as wrong, and as nothing that was right', () => {
    const forced = rows({ valueMap: { G: 'GLU', X: 'CRE' } })
    expect([figure(forced, 'right', code), figure(forced, 'honest', code), figure(forced, 'forced', code)]).toEqual([1, 0, 1])
    expect(figure(forced, 'wrong', code)).toBeGreaterThan(0.1)
  })

  it('find the values that were never carried into the unit of the house: all of the quay\'s', () => {
    expect(figure(rows(CODES, { ...RAW, when: 'Result.code = GLU' }), 'dangerous', { ...value, where: "site == 'quay'" })).toBe(1)
    expect(figure(rows(CODES, { ...RAW, when: 'Result.code = GLU' }), 'dangerous', { ...value, where: "site == 'hill'" })).toBe(0)
  })

  it('have no share of what is filled in where nothing is', () => expect(figure(rows(CODES), 'wrong', value)).toBeNull())

  it('tell a learner only of records that somebody has looked at: the hill\'s', () => {
    const known = knownRows(mapped(rows(CODES)))
    expect(known.every((row) => records.table.columns['site']?.values[row] === 'hill')).toBe(true)
    expect(figure(rows(CODES, { ...RAW, when: 'Result.code = GLU' }), 'right', value, known)).toBe(1)
  })

  it('name the sender that fares worst', () => {
    const metrics: Metric[] = [{ id: 'values', label: 'v', fn: 'right', params: value, aggregate: 'mean', format: 'number' }, { id: 'worst', label: 'w', fn: 'worstOf', params: { of: 'values', by: 'site' }, aggregate: 'mean', format: 'number' }]
    expect(mapFigures(joinRecords(mapped(rows(CODES, { ...RAW, when: 'Result.code = GLU' })), records), metrics, null)['worst']).toBe(0)
  })

  it('refuse a metric they do not know', () => expect(() => figure(rows(CODES), 'vibes')).toThrow(/no such function/))
})

describe('what a verdict shows', () => {
  const table = rows({ valueMap: { G: 'GLU', X: 'CRE' } }, RAW)
  const set = { ...joinRecords(mapped(table), records), label: 'May', seed: 's', weight: 1, n: 400, figures: {} }
  const quest = undefined as never

  it('opens the dangerous ones first, with what came and what it should be', () => {
    const [first] = mapRecords.cases(quest, [set])
    expect(first).toMatchObject({ outcome: 'dangerous', title: 'quay: G' })
    expect(first?.say).toMatch(/^Value says \d+(\.\d)?, and it is \d.*It comes from row 2 of the map\.$/)
    expect(first?.sections[0]?.rows.map(({ label }) => label)).toEqual(['site', 'code', 'value', 'unit', 'tags'])
  })

  it('tells the worst as a story, and nothing where all is well', () => {
    expect(mapRecords.story?.(quest, [set]).map(({ title }) => title)).toEqual(['What was sent', 'What your map made of it', 'And not only once'])
    expect(mapRecords.story?.(quest, [{ ...set, elements: set.elements.filter(({ outcome }) => outcome === 'right') }])).toEqual([])
  })
})
