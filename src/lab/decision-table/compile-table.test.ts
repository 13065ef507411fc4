import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRuleTable } from '../../core/artefacts/rule-table.ts'
import { compileTable, decide, disputed, fires, outcomeOf } from './compile-table.ts'
import { coverageOf, covers } from './coverage.ts'
import { anyFacts, anyRow, compiled, tableOf } from './decision-table.fixture.ts'
import { why } from './why.ts'

const emergencyFirst = () => compiled([[{ setting: 'ED' }, 'no'], [{ weeks: '< 6' }, 'yes', ['note', 'letter']], [{}, 'yes', ['note']]])

describe('who speaks', () => {
  it('FIRST: the topmost row that fits, and nobody below', () => {
    expect(decide(emergencyFirst(), ['ED', 'StateCare', 2])).toEqual([0])
    expect(decide(emergencyFirst(), ['outpatient', 'StateCare', 2])).toEqual([1])
    expect(decide(emergencyFirst(), ['outpatient', 'StateCare', null])).toEqual([2])
  })
  it('COLLECT: every row that fits, each document once', () => {
    const collecting = { ...emergencyFirst(), hit: 'COLLECT' as const }
    expect(decide(collecting, ['ED', 'StateCare', 2])).toEqual([0, 1, 2])
    expect(outcomeOf(collecting, [0, 1, 2])).toEqual({ pa: ['yes'], docs: ['note', 'letter'] })
  })
  it('rows that disagree on a choice: the value that the output names first goes before, whatever the order of the rows', () => {
    const rows: Parameters<typeof tableOf>[0] = [[{}, 'no'], [{}, 'yes', ['note']]]
    const [table, other] = [tableOf(rows, 'COLLECT'), tableOf([...rows].reverse(), 'COLLECT')]
    expect([table, other].map((one) => outcomeOf(compileTable(one), [0, 1])['pa'])).toEqual([['yes'], ['yes']])
    const noFirst = { ...table, outputs: table.outputs.map((output) => (output.name === 'pa' ? { ...output, values: ['no', 'yes'] } : output)) }
    expect(outcomeOf(compileTable(noFirst), [0, 1])['pa']).toEqual(['no'])
    expect(disputed(compileTable(table), [0, 1])).toEqual(['pa'])
    expect(disputed(compileTable(table), [1])).toEqual([])
  })
  it('nobody, when nothing fits', () => {
    const table = compiled([[{ setting: 'ED' }, 'no']])
    expect(decide(table, [null, 'StateCare', 2])).toEqual([])
    expect(outcomeOf(table, [])).toEqual({ pa: [], docs: [] })
  })
  it('a row with a cell that cannot be read never speaks, and says where', () => {
    const table = compiled([[{ weeks: 'soon' }, 'yes'], [{}, 'no']])
    expect(decide(table, ['ED', 'StateCare', 2])).toEqual([1])
    expect(table.problems).toMatchObject([{ row: 'r1', place: 1, column: 'weeks' }])
  })
  it('asks for one answer of those there are', () => {
    const table = tableOf([[{}, 'yes', ['smile']], [{}, 'no']])
    table.rows[1] = { id: 'r2', when: {}, says: {} }
    expect(compileTable(table).problems.map(({ say }) => say)).toEqual(['Documents is never "smile". It is one of: note, letter, film.', 'Say what Permission is.'])
  })
})

describe('why', () => {
  it('tells the row that spoke from those that said no, did not know, or came too late', () => {
    const rows = why(compiled([[{ setting: 'ED' }, 'no'], [{ weeks: '< 6' }, 'yes'], [{ payer: 'StateCare' }, 'yes'], [{}, 'no']]), ['outpatient', 'StateCare', null])
    expect(rows.map(({ how }) => how)).toEqual(['silent', 'silent', 'fired', 'late'])
    expect(rows[0]?.cells).toMatchObject([{ input: 'setting', value: 'outpatient', verdict: false }])
    expect(rows[1]?.cells).toMatchObject([{ input: 'weeks', value: null, verdict: null }])
  })
})

describe('gaps', () => {
  it('finds orders without a row, rows that fit nothing, and rows whose orders are taken above', () => {
    const table = compiled([[{ payer: 'StateCare' }, 'yes'], [{ setting: 'ED' }, 'no'], [{ payer: 'StateCare', weeks: '< 4' }, 'no'], [{ payer: 'Atlas PPO' }, 'no']])
    const { unmatched, rows } = coverageOf(table, [['ED', 'StateCare', 2], ['outpatient', 'StateCare', 2], ['outpatient', 'Meridian Advantage', null]])
    expect(unmatched).toEqual([2])
    expect(rows).toMatchObject([
      { speaks: 2, fits: 2, shadowedBy: null },
      { speaks: 0, fits: 1, takenBy: [0], shadowedBy: null },
      { speaks: 0, fits: 2, takenBy: [0], shadowedBy: 0 },
      { speaks: 0, fits: 0, takenBy: [], shadowedBy: null },
    ])
  })
})

describe('for any rows and any order', () => {
  const rules = fc.array(anyRow, { minLength: 1, maxLength: 8 })

  it('FIRST speaks with the first voice of COLLECT', () => {
    fc.assert(fc.property(rules, anyFacts, (rows, facts) => {
      expect(decide(compiled(rows, 'FIRST'), facts)).toEqual(decide(compiled(rows, 'COLLECT'), facts).slice(0, 1))
    }))
  })
  it('a row added at the end never changes what was decided', () => {
    fc.assert(fc.property(rules, anyRow, anyFacts, (rows, more, facts) => {
      const before = decide(compiled(rows), facts)
      if (before.length > 0) expect(decide(compiled([...rows, more]), facts)).toEqual(before)
    }))
  })
  it('COLLECT hears the same rows in whatever order they stand', () => {
    fc.assert(fc.property(rules, anyFacts, (rows, facts) => {
      const forward = decide(compiled(rows, 'COLLECT'), facts)
      const backward = decide(compiled([...rows].reverse(), 'COLLECT'), facts)
      expect(backward.map((at) => rows.length - 1 - at).sort((a, b) => a - b)).toEqual(forward)
    }))
  })
  it('why and decide agree', () => {
    fc.assert(fc.property(rules, anyFacts, fc.constantFrom('FIRST' as const, 'COLLECT' as const), (rows, facts, hit) => {
      const table = compiled(rows, hit)
      expect(why(table, facts).filter(({ how }) => how === 'fired').map(({ at }) => at)).toEqual(decide(table, facts))
    }))
  })
  it('a row that another covers fits nothing that the other does not', () => {
    fc.assert(fc.property(anyRow, anyRow, anyFacts, (a, b, facts) => {
      const table = compiled([a, b])
      const [outer, inner] = table.rows
      if (outer && inner && covers(table, outer, inner) && fires(inner, facts)) expect(fires(outer, facts)).toBe(true)
    }), { numRuns: 1000 })
  })
  it('and one that no other covers has an order of its own', () => {
    const all = ['ED', 'inpatient', 'outpatient', null].flatMap((setting) => ['Meridian Advantage', 'StateCare', 'Atlas PPO', null]
      .flatMap((payer) => [null, ...Array.from({ length: 31 }, (_, i) => i / 2 - 1)].map((weeks) => [setting, payer, weeks])))
    fc.assert(fc.property(anyRow, anyRow, (a, b) => {
      const table = compiled([a, b])
      const [outer, inner] = table.rows
      if (!outer || !inner || covers(table, outer, inner)) return
      const possible = all.some((facts) => fires(inner, facts))
      if (possible) expect(all.some((facts) => fires(inner, facts) && !fires(outer, facts))).toBe(true)
    }), { numRuns: 150 })
  })
})

describe('a table from outside', () => {
  const good = tableOf([[{ setting: 'ED' }, 'no']])
  it('is read when its shape is right', () => {
    expect(readRuleTable(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, table: good })
  })
  it.each([
    ['nothing', undefined], ['a word', 'rules'], ['rows that are no list', { ...good, rows: {} }],
    ['two rows of one name', { ...good, rows: [good.rows[0], good.rows[0]] }], ['a column that is not there', { ...good, rows: [{ id: 'a', when: { moon: 'full' }, says: {} }] }],
    ['two columns of one name', { ...good, inputs: [good.inputs[0], good.inputs[0]] }], ['201 rows', { ...good, rows: Array.from({ length: 201 }, (_, i) => ({ id: `r${i}`, when: {}, says: {} })) }],
  ])('%s is refused in words', (_, written) => {
    const read = readRuleTable(written)
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.say.length).toBeGreaterThan(20)
  })
})
