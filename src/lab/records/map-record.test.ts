import { describe, expect, it } from 'vitest'
import { MapTable } from '../../core/artefacts/map-table.ts'
import { outcomeOf, shapeProblem } from './compare-record.ts'
import { compileRecords } from './compile-records.ts'
import { mapRecord, textOf } from './map-record.ts'
import { SHAPE } from './records.fixture.ts'
import { elementsOf } from './shape.ts'

type Row = Partial<MapTable['rows'][number]>
const compile = (...rows: Row[]) => compileRecords(MapTable.parse({ rows: rows.map((row, i) => ({ id: `r${i + 1}`, from: 'code', to: 'Result.code', ...row })) }), SHAPE)
const run = (record: Record<string, string>, ...rows: Row[]) => {
  const { filled, lost } = mapRecord(compile(...rows), SHAPE, (name) => record[name] ?? '')
  return { code: textOf(filled.get('Result.code')), value: textOf(filled.get('Result.value')), flags: textOf(filled.get('Result.flags')), lost, filled }
}
const problems = (...rows: Row[]) => compile(...rows).problems.map(({ part, say }) => `${part}: ${say}`)

describe('a record through the map', () => {
  const glucose = { site: 'quay', code: 'G', value: '90', unit: 'mg/dL', tags: 'high' }

  it('carries a code by its entry, and only where the condition holds', () => {
    expect(run(glucose, { when: 'site = quay', valueMap: { G: 'GLU' } }).code).toBe('GLU')
    expect(run(glucose, { when: 'site = hill', valueMap: { G: 'GLU' } }).code).toBe('')
  })

  it('says which values found no entry', () => expect(run(glucose, { valueMap: { K: 'GLU' } }).lost).toEqual([{ row: 'r1', value: 'G' }]))

  it('reads what earlier rows have filled, and lets the later row stand', () => {
    expect(run(glucose, { valueMap: { G: 'GLU' } }, { from: 'value', to: 'Result.value', when: 'Result.code = GLU', transform: 'number' }).value).toBe('90')
    expect(run(glucose, { valueMap: { G: 'CRE' } }, { valueMap: { G: 'GLU' } }).code).toBe('GLU')
  })

  it('works a number out in another unit, by the unit that is sent or by one that is known', () => {
    const convert = { from: 'unit', to: 'mmol/L', gramsPerMole: 180.156 }
    expect(Number(run(glucose, { from: 'value', to: 'Result.value', transform: 'convert', convert }).value)).toBeCloseTo(4.9957, 3)
    expect(Number(run({ ...glucose, unit: '' }, { from: 'value', to: 'Result.value', transform: 'convert', convert: { ...convert, from: '"mg/dL"' } }).value)).toBeCloseTo(4.9957, 3)
  })

  it('puts nothing in where a unit leads nowhere, and says so', () => {
    const found = run(glucose, { from: 'value', to: 'Result.value', transform: 'convert', convert: { from: 'unit', to: 'mmol/L' } })
    expect([found.value, found.lost]).toEqual(['', [{ row: 'r1', value: '90 mg/dL', unfit: true }]])
  })

  it('leaves to a person what is mapped to a question mark, or by a row of its own', () => {
    expect(run(glucose, { valueMap: { G: '?' } }).filled.get('Result.code')).toEqual({ ask: true, row: 'r1' })
    expect(run(glucose, { when: 'value > 80', transform: 'person' }).code).toBe('?')
    expect(run(glucose, { when: 'value > 95', transform: 'person' }).code).toBe('')
  })

  it('compares fields with one another and with numbers', () => {
    expect(run({ ...glucose, tags: 'G' }, { when: 'tags = @code', valueMap: { G: 'GLU' } }).code).toBe('GLU')
    expect(run(glucose, { when: 'tags = @code', valueMap: { G: 'GLU' } }).code).toBe('')
    expect(run({ ...glucose, value: 'trace' }, { when: 'value >= 0', valueMap: { G: 'GLU' } }).code).toBe('')
  })

  it('gathers several codes in an element that holds several', () => {
    const flag = (value: string): Row => ({ from: `"${value}"`, to: 'Result.flags' })
    expect(run(glucose, flag('high'), flag('old'), flag('high')).flags).toBe('high; old')
  })

  it.each<[string, Row, string]>([
    ['a field that is not', { from: 'colour' }, 'from: "colour" is no place in a record. Write site, or put a fixed text in quotes.'],
    ['a message\'s place', { from: 'PID-5.1' }, 'from: "PID-5.1" is no place in a record. Write site, or put a fixed text in quotes.'],
    ['an element nearly written', { to: 'Result.cod' }, 'to: There is no element "Result.cod" here. Did you mean Result.code?'],
    ['a condition on nothing', { when: 'lab = x' }, 'when: "lab" is no place in a record. Write it like site = A, code in A, B or site present.'],
    ['a unit that is none', { transform: 'convert', convert: { from: 'unit', to: 'cups' } }, 'convert: "cups" is no unit of UCUM that is known here. Write e.g. mmol/L, mg/dL or 10*9/L.'],
    ['no unit at all', { transform: 'convert' }, 'convert: Say which unit it comes in, and which is wanted.'],
  ])('%s is told', (_, row, words) => expect(problems(row)).toEqual([words]))
})

describe('what became of an element', () => {
  const [code, value, unit, flags] = elementsOf(SHAPE).map(({ element }) => element)
  if (!code || !value || !unit || !flags) throw new Error('no elements')
  const put = (one: string | number) => ({ value: one, row: 'r1' })
  const ask = { ask: true as const, row: 'r1' }

  it('is right, wrong, missing or needlessly asked where there is an answer', () => {
    expect([put('GLU'), put('CRE'), undefined, ask].map((filled) => outcomeOf(code, 'GLU', filled))).toEqual(['right', 'wrong', 'missing', 'asked'])
  })

  it('is honest, forced or silent where there is none', () => {
    expect([ask, put('GLU'), undefined].map((filled) => outcomeOf(code, null, filled))).toEqual(['honest', 'forced', 'silent'])
  })

  it('is right within one in a hundred, and dangerous by half as much again', () => {
    expect([5.04, 5.2, 7.6, 90, 3.2, -5].map((got) => outcomeOf(value, 5, put(got)))).toEqual(['right', 'wrong', 'dangerous', 'dangerous', 'dangerous', 'dangerous'])
    expect(outcomeOf(value, 5, put('trace'))).toBe('wrong')
  })

  it('compares several codes in any order', () => {
    expect(outcomeOf(flags, 'old; high', { values: ['high', 'old'], row: 'r1' })).toBe('right')
    expect(outcomeOf(flags, 'old; high', { values: ['high'], row: 'r1' })).toBe('wrong')
  })

  it('keeps to the shape, or it is said why not', () => {
    expect(shapeProblem(SHAPE, code, undefined)).toBe('must be there')
    expect(shapeProblem(SHAPE, code, put('SUGAR'))).toBe('"SUGAR" is not in the list')
    expect(shapeProblem(SHAPE, unit, put('mmol/L'))).toBeNull()
    expect(shapeProblem(SHAPE, unit, put('cups'))).toBe('"cups" is not in the list')
    expect(shapeProblem(SHAPE, flags, { values: ['high', 'old', 'odd'], row: 'r1' })).toBe('holds 3, at most 2 may stand there')
    expect(shapeProblem(SHAPE, value, put('trace'))).toBe('is no number')
    expect(shapeProblem(SHAPE, code, ask)).toBeNull()
  })
})
