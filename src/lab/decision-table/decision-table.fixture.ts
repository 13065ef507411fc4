/** Small rule tables in a few words, for tests. */
import fc from 'fast-check'
import type { RuleRow, RuleTable } from '../../core/artefacts/rule-table.ts'
import { type CompiledTable, compileTable } from './compile-table.ts'
import type { Value } from './unary-test.ts'

export const inputs: RuleTable['inputs'] = [
  { name: 'setting', label: 'Setting', kind: 'choice', values: ['ED', 'inpatient', 'outpatient'] },
  { name: 'payer', label: 'Payer', kind: 'choice', values: ['Meridian Advantage', 'StateCare', 'Atlas PPO'] },
  { name: 'weeks', label: 'Weeks', kind: 'number' },
]

export function tableOf(rows: [when: Record<string, string>, pa: 'yes' | 'no', docs?: string[]][], hit: RuleTable['hit'] = 'FIRST'): RuleTable {
  return {
    inputs: [...inputs],
    outputs: [
      { name: 'pa', label: 'Permission', kind: 'choice', values: ['yes', 'no'] },
      { name: 'docs', label: 'Documents', kind: 'list', values: ['note', 'letter', 'film'] },
    ],
    hit,
    rows: rows.map(([when, pa, docs = []], i): RuleRow => ({ id: `r${i + 1}`, when, says: { pa: [pa], docs } })),
  }
}

export function compiled(...given: Parameters<typeof tableOf>): CompiledTable {
  return compileTable(tableOf(...given))
}

const someOf = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 }).map((list) => list.join(', '))
const choiceTest = (values: readonly string[]) => fc.oneof(
  fc.constant('-'), fc.constant('null'), someOf(values), someOf(values).map((list) => `not(${list})`), someOf(values).map((list) => `${list}, null`),
)
const week = fc.integer({ min: 0, max: 12 })
const atom = fc.oneof(
  week.map(String),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), week).map(([op, n]) => `${op} ${n}`),
  fc.tuple(fc.constantFrom('[', '('), week, week, fc.constantFrom(']', ')')).map(([open, a, b, close]) => `${open}${Math.min(a, b)}..${Math.max(a, b)}${close}`),
  fc.constant('null'),
)
const numberTest = fc.oneof(
  fc.constant('-'), fc.array(atom, { minLength: 1, maxLength: 3 }).map((list) => list.join(', ')), fc.array(atom, { minLength: 1, maxLength: 2 }).map((list) => `not(${list.join(', ')})`),
)

/** A cell of each input, written as people write it. */
export const anyCells = fc.record({ setting: choiceTest(inputs[0]?.values ?? []), payer: choiceTest(inputs[1]?.values ?? []), weeks: numberTest })
export const anyRow = fc.tuple(anyCells, fc.constantFrom('yes' as const, 'no' as const))
/** Facts of one order; null is "not on the order". */
export const anyFacts: fc.Arbitrary<Value[]> = fc.tuple(
  fc.constantFrom('ED', 'inpatient', 'outpatient', null), fc.constantFrom('Meridian Advantage', 'StateCare', 'Atlas PPO', null), fc.option(fc.integer({ min: -1, max: 13 }), { nil: null }),
)
