/** The page for trainers on registries: its example is a registry that the check accepts, and it makes what it says. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { hiddenCases, visibleCases } from '../../src/lab/data/quest-cases.ts'
import { isTable, type PortValue } from '../../src/lab/graph/ports.ts'
import { columnOf } from '../../src/lab/graph/table.ts'
import { labKnows } from '../../src/lab/quest-check.ts'

const page = readFileSync('docs/from-json/registries.md', 'utf8')
const [, json = ''] = /```json\n([^`]+)```/.exec(page) ?? []
const { verify, ...shipped } = JSON.parse(readFileSync('docs/examples/patient-matching/quest.json', 'utf8')) as { verify: object; data: object }
const words = (cases: PortValue, name: string) => ((isTable(cases) && columnOf(cases, name)?.values) || []) as readonly string[]

test('its example passes the check, and hides who a record is about', () => {
  const read = parseQuest(JSON.stringify({ ...shipped, verify, data: JSON.parse(json) }), 'quest.json', labKnows)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const train = visibleCases(read.quest, 'train')
  expect(new Set(words(train, 'person')).size).toBe(3000)
  expect(words(train, 'person').length).toBeGreaterThan(4000)
  expect(words(train, 'alike')).toContain('twin')
  for (const { seen } of hiddenCases(read.quest)) {
    expect(new Set([...words(seen, 'person'), ...words(seen, 'alike')])).toEqual(new Set(['']))
    expect(words(seen, 'born')).toContain('1900-01-01')
  }
})
