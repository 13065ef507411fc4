import { describe, expect, it } from 'vitest'
import type { Block } from '../../graph/block.ts'
import type { Column, PortValue, Table } from '../../graph/ports.ts'
import { joinCharts, truthIn } from '../../harness/link-pairs-join.ts'
import { linkFigures, linkMetrics } from '../../harness/link-pairs-figures.ts'
import { linkStory } from '../../harness/link-pairs-story.ts'
import { contextWith, readmissionQuest, tableOf } from '../../lab.fixture.ts'
import { LINKED, type Links, type Pairs, REVIEW } from '../../link/pairs.ts'
import { cluster, twoThresholds } from './decide.run.ts'
import { blocking, standardise } from './pairs.run.ts'
import { comparators, fellegiSunter } from './score.run.ts'

/** Six records of four people: Ada twice, her twin Eva, Gill twice (once without a birthday), and a stranger. */
const people = ['ada', 'ada', 'eva', 'gill', 'gill', 'bob']
const table: Table = (() => {
  const made = tableOf({
    given: ['Ada', 'ADA', 'Eva', 'Gillian', 'Gill', 'Robert'],
    family: ['Hartley', 'Hartely', 'Hartley', 'Thorne', 'Thorne', 'Thorne'],
    born: ['1950-03-04', '1950-03-04', '1950-03-04', '1961-07-07', '1900-01-01', '1950-03-04'],
    phone: ['391-555-0107', '391-555-0107', '391-555-0107', '492-555-0101', '492-555-0101', ''],
    person: people,
  })
  return { ...made, meta: made.meta.map((meta) => (meta.name === 'person' ? { ...meta, role: 'truth' as const } : meta)) }
})()

const run = (block: Block, inputs: Record<string, PortValue>, params: object, applying = false) => block.fit(inputs, contextWith(block.params.parse(params) as Record<string, unknown>, { applying })).outputs
const pass = (column: string, way = 'whole', and = '', andWay = 'whole') => ({ column, way, and, andWay })
const pairsOf = (value: unknown) => {
  const { a, b } = value as Pairs
  return [...a].map((row, i) => `${row}-${b[i]}`)
}
const fields = [
  { column: 'given', way: 'given-name', same: 5, close: 3, differ: -6 }, { column: 'family', way: 'jaro-winkler', same: 4, close: 2, differ: -3 },
  { column: 'born', way: 'date', same: 5, close: 2, differ: -4 }, { column: 'phone', way: 'digits', same: 4, close: 2, differ: -1 },
]
const blocked = (value = table, passes = [pass('phone', 'digits'), pass('born')]) => run(blocking, { table: value }, { passes })['pairs'] as Pairs
const weighed = (more: object = {}) => run(comparators, { pairs: blocked() }, { fields, ...more })['pairs'] as Pairs
const links = (params: object, pairs = weighed()) => run(twoThresholds, { pairs }, params)['links'] as Links
const saidOf = ({ pairs, said }: Links, what: number) => pairsOf(pairs).filter((_, i) => said[i] === what)

describe('blocking', () => {
  it('compares records that share a key, each pair once however many passes find it', () => {
    expect(pairsOf(blocked())).toEqual(['0-1', '0-2', '0-5', '1-2', '1-5', '2-5', '3-4'])
    expect(pairsOf(blocked(table, [pass('family', 'sound', 'born', 'year')]))).toEqual(['0-1', '0-2', '1-2'])
    expect(pairsOf(blocked(table, [pass('given', 'first')]))).toEqual(['0-1', '3-4'])
  })
  it('a missing key is in nobody\'s block', () => {
    expect(pairsOf(blocked({ ...table, columns: { ...table.columns, phone: { kind: 'category', values: ['', '', '', '', '', ''] } } }, [pass('phone'), pass('given')]))).toEqual(['0-1'])
  })
  it('says what is wrong: no such column, too many pairs, nothing to compare', () => {
    expect(() => blocked(table, [pass('surname')])).toThrow('There is no column "surname"')
    expect(() => blocked(table, [pass('person', 'whole', 'given')])).not.toThrow()
    const many = tableOf({ family: Array.from({ length: 1000 }, () => 'Thorne') })
    expect(() => blocked(many, [pass('family')])).toThrow('Pass 1 would compare 499,500 pairs')
    expect(() => blocked(tableOf({ family: ['A', 'B'] }), [pass('family')])).toThrow('No two records share a key')
  })
  it('tells how many of those who are one person it lets through', () => {
    const pairs = blocked(table, [pass('phone')])
    expect(blocking.report?.({ table }, { pairs }, null).facts).toContain('100% of those who are one person are among them')
    expect(blocking.report?.({ table }, { pairs: blocked(table, [pass('given', 'first', 'born')]) }, null).facts).toContain('50% of those who are one person are among them')
  })
})

describe('weights', () => {
  it('add up the points of every field, by hand', () => {
    // Ada and ADA: 5 + close family 2 + 5 + 4. Ada and Eva: -6 + 4 + 5 + 4. Gillian and Gill: 3 + 4 - 4 + 4.
    const { weighed: { weights } = { weights: [] } } = weighed()
    expect([...weights]).toEqual([16, 7, -6 - 3 + 5, 7 - 2, -6 - 3 + 5, -6 - 3 + 5, 7])
  })
  it('missing is not a disagreement, unless somebody says so', () => {
    const { weighed: { weights } = { weights: [] } } = weighed({ missing: 'different' })
    expect(weights[2]).toBe(-6 - 3 + 5 - 1)
  })
  it('do not count a column twice, nor one that is not there', () => {
    expect(() => run(comparators, { pairs: blocked() }, { fields: [...fields, fields[0]] })).toThrow('"given" is compared twice')
    expect(() => run(comparators, { pairs: blocked() }, { fields: [{ ...fields[0], column: 'surname' }] })).toThrow('There is no column "surname"')
  })
  it('that are learnt stay as they are on hidden records', () => {
    const pairs = blocked()
    const context = (applying: boolean) => contextWith(fellegiSunter.params.parse({ fields: fields.map(({ column, way }) => ({ column, way })) }) as Record<string, unknown>, { applying })
    const { outputs, state } = fellegiSunter.fit({ pairs }, context(false))
    const again = (value: Pairs) => (fellegiSunter.apply?.({ pairs: value }, state, context(true)) ?? {})['pairs'] as Pairs
    expect(again(pairs).weighed?.weights).toEqual((outputs['pairs'] as Pairs).weighed?.weights)
    const alone = { ...pairs, a: pairs.a.slice(0, 1), b: pairs.b.slice(0, 1) }
    expect(again(alone).weighed?.weights[0]).toBe((outputs['pairs'] as Pairs).weighed?.weights[0])
    expect(fellegiSunter.report?.({ pairs }, outputs, state).views.at(-1)).toMatchObject({ title: 'Weights that were learnt' })
  })
})

describe('two lines', () => {
  it('link, ask a person, or leave apart', () => {
    const said = links({ upper: 14, lower: 7 })
    expect(saidOf(said, LINKED)).toEqual(['0-1'])
    expect(saidOf(said, REVIEW)).toEqual(['0-2', '3-4'])
  })
  it('twins are never linked by weight alone where the given name must not differ', () => {
    expect(saidOf(links({ upper: 5, lower: 0 }), LINKED)).toContain('0-2')
    const held = links({ upper: 5, lower: 0, never: ['given'] })
    expect(saidOf(held, LINKED)).toEqual(['0-1', '3-4'])
    expect(saidOf(held, REVIEW)).toEqual(['0-2', '1-2'])
    expect(saidOf(links({ upper: 5, lower: 0, never: ['given'], held: 'apart' }), REVIEW)).toEqual([])
  })
  it('hold back what cannot be told, if they are asked to: a missing telephone', () => {
    const pair = (missing: string) => links({ upper: -10, lower: -20, never: ['phone'], missing })
    expect(saidOf(pair('weigh'), LINKED)).toContain('0-5')
    expect(saidOf(pair('hold'), REVIEW)).toEqual(['0-5', '1-5', '2-5'])
  })
  it('say what is wrong: lines crossed, nothing weighed, a column not compared', () => {
    expect(() => links({ upper: 5, lower: 9 })).toThrow('The lower line (9) lies above the upper one (5)')
    expect(() => links({}, blocked())).toThrow('These pairs have no weight yet')
    expect(() => links({ never: ['sex'] })).toThrow('"sex" is not among the columns compared')
  })
})

describe('whole charts', () => {
  /** A and C were compared and left apart; B is linked to both. */
  const bridge = (): Links => ({
    type: 'Links', upper: 10, lower: 5, said: Uint8Array.from([LINKED, LINKED, 0]),
    pairs: { type: 'Pairs', table, a: Int32Array.from([0, 1, 0]), b: Int32Array.from([1, 2, 2]), weighed: { fields: [], levels: new Int8Array(), weights: Float64Array.from([14, 12, 2]), unit: 'points' } },
  })
  const checked = (params: object) => run(cluster, { links: bridge() }, params)['links'] as Links
  it('hold the weaker link back where A is B, B is C, and A is not C', () => {
    expect([...checked({}).said]).toEqual([LINKED, REVIEW, 0])
    expect([...checked({ contradiction: false }).said]).toEqual([LINKED, LINKED, 0])
  })
  it('grow no larger than they may', () => {
    expect([...checked({ contradiction: false, most: 2 }).said]).toEqual([LINKED, REVIEW, 0])
  })
})

describe('tidying up', () => {
  it('writes streets in full and names alike, and takes a made-up birthday for none; who it is stays untouched', () => {
    const made = tableOf({ street: ['12 Mill RD'], family: ['Bùi'], born: ['1900-01-01'] })
    const { columns } = run(standardise, { table: made }, { blanks: '1900-01-01, unknown' })['table'] as Table
    expect(Object.values(columns).map((column: Column) => column.values[0])).toEqual(['12 mill road', 'bui', ''])
    expect((run(standardise, { table }, {})['table'] as Table).columns['person']).toBe(table.columns['person'])
  })
})

describe('the charts as they are judged', () => {
  const metrics = Object.keys(linkMetrics).map((fn) => ({ id: fn, label: fn, fn, aggregate: 'mean' as const, format: 'number' as const }))
  const quest = { ...readmissionQuest, verify: { ...readmissionQuest.verify, truth: 'person', metrics } }
  const judged = (said: Links) => joinCharts(said, table, truthIn(quest, table) ?? [])

  it('a person answers right whatever is put to them, and every pair costs', () => {
    expect(linkFigures(judged(links({ upper: 14, lower: 7 })), metrics)).toEqual({ pairRecall: 1, pairPrecision: 1, falseMerges: 0, overlaid: 0, splitPeople: 0, reviewed: 2, compared: 7 })
  })
  it('twins in one chart: two people overlaid, two wrong pairs of four', () => {
    const set = { ...judged(links({ upper: 5, lower: 5 })), label: 'Hidden', seed: 's', weight: 1, n: 6, viewAt: 'decision', figures: {} }
    // Ada, ADA and Eva are one chart of three pairs, one right; Gillian and Gill another, right.
    expect(linkFigures(set, metrics)).toMatchObject({ pairRecall: 1, pairPrecision: 2 / 4, falseMerges: 1, overlaid: 2, reviewed: 0 })
    expect(linkStory(quest, [set])[0]).toMatchObject({ exhibit: { heads: ['First', 'Second', 'Alike?'] } })
  })
  it('nothing linked: nothing found, and no precision to speak of', () => {
    expect(linkFigures(judged(links({ upper: 100, lower: 99 })), metrics)).toMatchObject({ pairRecall: 0, pairPrecision: null, splitPeople: 1, overlaid: 0 })
  })
})
