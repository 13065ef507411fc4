import { expect, it } from 'vitest'
import { contextWith, tableOf } from '../../lab.fixture.ts'
import type { Rulings, Table } from '../../graph/ports.ts'
import { ruled } from '../table/ruled.run.ts'
import { ruledSpec } from '../table/ruled.ts'
import { join } from './join.run.ts'
import { rulesTable } from './rules-table.run.ts'
import { triage } from './triage.run.ts'
import { triageSpec } from './triage.ts'

const log = tableOf({ glass: ['yes', 'no', 'no', 'no'], day: [1, 1, 1, 2], odd: [0, 0.9, 0.8, 0.1] })
const doors = {
  inputs: [{ name: 'glass', label: 'Glass', kind: 'choice' }, { name: 'day', label: 'Day', kind: 'number' }],
  outputs: [{ name: 'access', label: 'Access', kind: 'choice', values: ['deny', 'allow'] }, { name: 'tell', label: 'Tell', kind: 'list', values: ['Helen', 'ward'] }],
  rows: [{ id: 'a', when: { glass: 'yes' }, says: { access: ['allow'], tell: ['ward', 'Helen'] } }, { id: 'b', when: { day: '1' }, says: { access: ['deny'] } }],
}
const rulings = rulesTable.fit({ cases: log }, contextWith({ table: 'doors' }, { artefacts: { doors } })).outputs['rulings'] as Rulings
const column = (params: Record<string, unknown>) => (ruled.fit({ rulings }, contextWith(ruledSpec.params.parse(params))).outputs['table'] as Table).columns[String(params['as'] ?? 'said')]

it('what the rules say becomes a column of words, empty where no row speaks', () => {
  expect(column({})).toEqual({ kind: 'category', values: ['allow', 'deny', 'deny', ''] })
  expect(column({ output: 'tell', as: 'told' })?.values).toEqual(['Helen; ward', '', '', ''])
  expect(() => column({ output: 'acess' })).toThrow('The rules have no answer "acess". They have: access, tell.')
  expect(() => column({ as: 'glass' })).toThrow('There is a column "glass" already')
})

it('a list goes beside the rules as one more answer, and says no of everybody whom it does not know', () => {
  const table = ruled.fit({ rulings }, contextWith(ruledSpec.params.parse({}))).outputs['table'] as Table
  const list = triage.fit({ table }, contextWith(triageSpec.params.parse({ when: "said == 'deny'", order: 'odd', day: 'day', perDay: 1 }))).outputs
  const joined = join.fit({ rulings, ...list }, contextWith({ as: 'looked' })).outputs['rulings'] as Rulings
  expect(joined.rulings.map(({ outcome }) => [outcome['access']?.[0], outcome['looked']?.[0]])).toEqual([['allow', 'no'], ['deny', 'yes'], ['deny', 'no'], [undefined, 'no']])
  expect(joined).toMatchObject({ outputs: ['access', 'tell', 'looked'], listed: ['looked'] })
  expect(join.report?.({}, { rulings: joined }, null).facts).toEqual(['4 rulings', '1 case on the list'])
  expect(() => join.fit({ rulings, ...list }, contextWith({ as: 'access' }))).toThrow('an answer "access" of their own')
})
