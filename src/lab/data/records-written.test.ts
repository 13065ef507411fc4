import { describe, expect, it } from 'vitest'
import type { Json } from '../../core/quest/schema.ts'
import type { Records } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { RECORDS } from '../records/records.fixture.ts'
import { recordsWritten } from './records-written.ts'

type Loose = { [name: string]: Loose }
const put = (value: Json) => value as unknown as Loose
const whole = recordsWritten.generate('two-labs', { ...RECORDS, n: 3000 })
const values = ({ table }: Records, name: string) => Array.from<string | number>(columnOf(table, name)?.values ?? [])

const problemsOf = (change: (params: Loose) => void) => {
  const params = JSON.parse(JSON.stringify(RECORDS)) as Loose
  change(params)
  const read = recordsWritten.columnsFor?.(params)
  return !read || read.ok ? [] : read.problems.map(({ path, what, mend }) => `${path.join('.')}: ${what} — ${mend}`)
}

describe('records that a quest describes', () => {
  it('are each about one thing of the catalogue, as often as it says', () => {
    const quayGlucose = values(whole, 'site').filter((site, row) => site === 'quay' && values(whole, 'code')[row] === 'G').length
    expect(quayGlucose / 3000).toBeCloseTo(0.5, 1)
  })

  it('bring every entry of their thing along', () => {
    const [sites, units, codes] = ['site', 'unit', 'code'].map((name) => values(whole, name))
    for (const row of Array(200).keys()) {
      if (codes?.[row] === 'G') expect(units?.[row]).toBe(sites?.[row] === 'hill' ? 'mmol/L' : 'mg/dL')
      else expect(units?.[row]).toBe('')
    }
  })

  it('have no right value where nothing fits', () => {
    values(whole, 'rightValue').forEach((value, row) => expect(Number.isNaN(value)).toBe(values(whole, 'code')[row] === 'X'))
  })

  it('show hidden ones as they came, without a word of what is right', () => {
    const seen = recordsWritten.asOf(whole, 'decision')
    expect(new Set(values(seen, 'rightCode'))).toEqual(new Set(['']))
    expect(new Set(values(seen, 'seen'))).toEqual(new Set([Number.NaN]))
  })

  it.each<[string, (params: Loose) => void, RegExp]>([
    ['nothing at all', () => {}, /^$/],
    ['a field that is no column', (p) => { p['shape']!['fields'] = put(['site', 'codes']) }, /^shape\.fields\.1: the table has no column "codes" — Did you mean "code"\?/],
    ['a field that gives the answer away', (p) => { p['shape']!['fields'] = put(['site', 'rightCode']) }, /^shape\.fields\.1: "rightCode" says what is right, and the record would bring it along/],
    ['a truth that is not', (p) => { p['shape']!['wanted']!['Result']!['code']!['truth'] = put('rightCod') }, /^shape\.wanted\.Result\.code\.truth: the table has no column "rightCod" — Did you mean "rightCode"\?/],
    ['words for a number', (p) => { p['shape']!['wanted']!['Result']!['value']!['truth'] = put('rightCode') }, /^shape\.wanted\.Result\.value\.truth: "rightCode" holds words, and the element is a number/],
    ['a list that is not', (p) => { p['shape']!['wanted']!['Result']!['code']!['list'] = put('hous') }, /^shape\.wanted\.Result\.code\.list: there is no list "hous" — Did you mean "house"\?/],
    ['a sender that is no field', (p) => { p['shape']!['by'] = put('seen') }, /^shape\.by: there is no field "seen"/],
    ['an entry that is a column too', (p) => { p['catalogue'] = put([{ site: 'hill' }]) }, /^catalogue\.0\.site: "site" is a column too/],
    ['a formula over an entry that is not', (p) => { p['columns']!['code']!['expr'] = put('locale') }, /^columns\.code\.expr: there is no column and no constant "locale" — Did you mean "local"\?/],
    ['an entry of two kinds', (p) => { p['catalogue'] = put([{ lab: 'a', local: 'b', u: 'c', mid: 1, f: 1, to: 'd', hu: 'e', reviewed: 1 }, { mid: 'much' }]) }, /^catalogue\.1\.mid: "mid" is a number elsewhere in the catalogue/],
  ])('%s is told with its place', (_, change, words) => expect(problemsOf(change).join('\n')).toMatch(words))
})
