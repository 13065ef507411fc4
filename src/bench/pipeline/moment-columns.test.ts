import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Quest } from '../../core/quest/schema.ts'
import { blockSpec } from '../../lab/blocks/catalogue.ts'
import { fieldsOf } from '../../kit/param-form/schema-fields.ts'
import { looksIn, momentColumns } from './moment-columns.ts'
import { columnsOf, paramSchema } from './quest-parts.ts'

const read = (path: string) => Quest.parse(JSON.parse(readFileSync(path, 'utf8')))
const quest = read('docs/examples/sepsis-watch/quest.json')
const names = (terms: readonly string[]) => momentColumns(columnsOf(quest), quest, terms).map(({ name }) => name)

test('the columns of a moment are those that are looked back at, with words made of their own', () => {
  const columns = momentColumns(columnsOf(quest), quest, ['rr', 'delta(rr)', 'since(lactate)', 'max(rr)'])
  expect(columns.find(({ name }) => name === 'rrDelta')).toMatchObject({ label: 'Breathing, change', kind: 'number' })
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['age', 'copd', 'culture', 'hour', 'stay', 'rr', 'rrDelta', 'lactateSince', 'onsetIn']))
  expect(names([])).not.toContain('rr')
  expect(names([])).not.toContain('onset')
})

test('every term of every block that looks back is known', () => {
  expect(looksIn(quest.build.reference)).toEqual(expect.arrayContaining(['rr', 'delta(rr)', 'lactate']))
})

test('the form offers what the quest charts, and asks of what happens only since when', () => {
  const spec = blockSpec('stream.features:window')
  const [field] = spec ? fieldsOf(paramSchema(spec, quest)) : []
  expect(field?.ways.map(({ value }) => value)).toEqual(['last', 'delta', 'mean', 'slope', 'since'])
  expect(field?.over.filter(({ happens }) => happens).map(({ name }) => name)).toEqual(['culture', 'abx'])
  expect(field?.over.map(({ label }) => label)).toEqual(expect.arrayContaining(['Breathing', 'Lactate']))
})

test('where there are no stays, columns are what they are', () => {
  const other = read('docs/examples/deterioration-watch/quest.json')
  expect(momentColumns(columnsOf(other), other, [])).toEqual(columnsOf(other))
})
