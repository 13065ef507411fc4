import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Quest } from '../../../core/quest/schema.ts'
import { runVisible } from '../../judge.ts'
import { still } from '../../lab.fixture.ts'

const shipped = (name: string) => Quest.parse(JSON.parse(readFileSync(new URL(`../../../../quests/${name}/quest.json`, import.meta.url), 'utf8')))

/** What the source of the practice says it brought in. */
function broughtIn(quest: Quest): string | undefined {
  const { start, startArtefacts } = quest.build
  const source = { nodes: start.nodes.slice(0, 1), edges: [] }
  return runVisible({ quest, solution: { graph: source, artefacts: startArtefacts }, set: 'practice' }, still).nodes[0]?.facts[0]
}

describe('a source counts what the quest says that a row is', () => {
  it.each([['readmission-risk', '600 stays'], ['noshow-fair-clinic', '600 bookings']])('%s: %s', (name, said) => {
    expect(broughtIn(shipped(name))).toBe(said)
  })

  it.each(['readmission-risk', 'noshow-fair-clinic'])('%s without a noun: rows', (name) => {
    const quest = shipped(name)
    const { noun: _gone, ...data } = quest.data
    expect(broughtIn({ ...quest, data })).toBe('600 rows')
  })

  it('any other noun', () => {
    const quest = shipped('readmission-risk')
    expect(broughtIn({ ...quest, data: { ...quest.data, noun: { one: 'wheelchair', many: 'wheelchairs' } } })).toBe('600 wheelchairs')
  })
})
