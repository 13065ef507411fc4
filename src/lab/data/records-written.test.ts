import { describe, expect, it } from 'vitest'
import type { Json } from '../../core/quest/schema.ts'
import type { Records } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { LINE, PAYER, requestsOf } from '../payer/requests.fixture.ts'
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

describe('facts and a payer in a description', () => {
  const { shape } = requestsOf([LINE])
  const params = () => JSON.parse(JSON.stringify({
    n: 4, shape, payer: PAYER,
    columns: Object.fromEntries(Object.entries(LINE).map(([name, value]) => [name, name.endsWith('On') || name === 'asked' ? { draw: 'date', from: '2026-05-04' } : typeof value === 'string' ? { draw: 'category', weights: { left: 1 } } : { draw: 'uniform', from: 0, to: 1 }])),
  })) as Loose
  const said = (change: (params: Loose) => void) => {
    const written = params()
    change(written)
    const read = recordsWritten.columnsFor?.(written)
    return !read || read.ok ? '' : read.problems.map(({ path, what }) => `${path.join('.')}: ${what}`).join('\n')
  }

  it('show hidden requests without what is true of the patient', () => {
    const whole = recordsWritten.generate('x', params())
    const { table } = whole
    const seen = recordsWritten.asOf({ ...whole, table: { ...table, meta: table.meta.map((meta) => ({ ...meta, availableAt: 'decision' })) } }, 'decision')
    for (const name of ['urgent', 'eligible', 'right', 'later']) expect(new Set(values(seen, name)), name).toEqual(new Set([Number.NaN]))
    expect(values(seen, 'chart').every(Number.isFinite)).toBe(true)
  })

  it.each<[string, (params: Loose) => void, RegExp]>([
    ['nothing', () => {}, /^$/],
    ['a paper without a column', (p) => { p['shape']!['facts']!['weeks']!['papers']!['0']!['value'] = put('charts') }, /^shape\.facts\.weeks\.papers\.0\.value: the table has no column "charts"/],
    ['a paper that gives the answer away', (p) => { p['shape']!['facts']!['weeks']!['papers']!['0']!['value'] = put('right') }, /^shape\.facts\.weeks\.papers\.0\.value: "right" says what is right/],
    ['certainty in words', (p) => { p['shape']!['facts']!['weeks']!['papers']!['0']!['sure'] = put('side') }, /^shape\.facts\.weeks\.papers\.0\.sure: "side" holds words/],
    ['facts called like a field', (p) => { p['shape']!['facts']!['side'] = p['shape']!['facts']!['weeks']! }, /^shape\.facts\.side: "side" is a field or a part/],
    ['an item of a form that no field tells', (p) => { p['shape']!['wanted']!['Form']!['weeks']!['onlyWhen'] = put('form = a') }, /^shape\.wanted\.Form\.weeks\.onlyWhen: "form" is no place in a record/],
    ['a lane that is no element', (p) => { p['payer']!['lane'] = put('Request.lan') }, /^payer\.lane: there is no element "Request\.lan"/],
    ['a rule on nothing', (p) => { p['payer']!['rules']!['0']!['when'] = put('Form.week absent') }, /^payer\.rules\.0\.when: "Form\.week" is no place in a request/],
    ['a question for nothing', (p) => { p['payer']!['rules']!['0']!['ask'] = put(['Form.week']) }, /^payer\.rules\.0\.ask: There is no element "Form\.week"/],
    ['two rules of one name', (p) => { p['payer']!['rules']!['1']!['id'] = put('blank') }, /^payer\.rules\.1\.id: two rules are called "blank"/],
    ['urgency in words', (p) => { p['payer']!['urgent'] = put('chartSide') }, /^payer\.urgent: "chartSide" holds words/],
  ])('%s is told with its place', (_, change, found) => expect(said(change)).toMatch(found))
})
