/** Quests that are made of JSON alone, for trainers to copy: no generator, block or harness knows them. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { Quest } from '../../src/core/quest/schema.ts'
import { judge, runVisible } from '../../src/lab/judge.ts'
import { playProof, Proof, solutionOf } from '../../src/lab/proof.ts'
import { quest as cli } from './quest-cli.ts'

vi.setConfig({ testTimeout: 300_000 })

const EXAMPLES = 'docs/examples'
const still = { now: () => 0 }
const read = (path: string): unknown => JSON.parse(readFileSync(`${EXAMPLES}/${path}`, 'utf8'))
const names = readdirSync(EXAMPLES)
const questOf = (name: string) => Quest.parse(read(`${name}/quest.json`))
const reference = (quest: Quest) => ({ graph: quest.build.reference, artefacts: quest.build.referenceArtefacts })

test('one is a risk on the pipeline bench, one a table of rules, both on patients described in the file', () => {
  expect(names.map(questOf).map(({ build, verify, data }) => [build.workbench, verify.harness, data.generator]).sort()).toEqual([
    ['pipeline', 'tabular-risk', 'table.synthetic'], ['rules', 'rules-rows', 'table.synthetic'],
  ])
})

test('both pass the check that a trainer runs', async () => {
  const { out, code } = await cli('check', ...names.map((name) => `${EXAMPLES}/${name}`))
  expect(out).toBe('')
  expect(code).toBe(0)
})

describe.each(names)('%s', (name) => {
  const quest = questOf(name)
  const proof = Proof.parse(read(`${name}/proof.json`))

  test('proves itself with the real judge: the starter fails, the trap springs, the reference is gold', () => {
    expect(playProof(quest, proof).filter(({ ok }) => !ok)).toEqual([])
    const starter = judge({ quest, solution: { graph: quest.build.start, artefacts: quest.build.startArtefacts } }, still)
    expect(starter).toMatchObject({ medal: 'none', trap: { id: quest.trap.id }, reveal: expect.stringMatching(/\d/) })
    expect(starter.replay ?? starter.story).toBeDefined()
  })

  test('keeps its reference at silver or better on patients it was not tuned on', () => {
    const medals = ['a', 'b', 'c'].map((draw) => judge({ quest, solution: reference(quest), seeds: quest.data.hidden.map((_, i) => `elsewhere-${draw}-${i}`) }, still).medal)
    expect(medals.every((medal) => medal === 'gold' || medal === 'silver'), medals.join()).toBe(true)
  })

  test('shows hidden patients as charts with a name, and runs on the visible ones', () => {
    const verdict = judge({ quest, solution: solutionOf(quest, proof.solutions.find(({ role }) => role === 'trap') ?? { solution: 'start' }) }, still)
    expect(verdict.cases.length).toBeGreaterThan(3)
    for (const one of verdict.cases) {
      expect(one.title).toMatch(/^\p{Lu}\p{L}+/u)
      expect(one.sections.flatMap(({ rows }) => rows).length).toBeGreaterThan(5)
    }
    expect(verdict.views.length).toBeGreaterThan(3)
    expect(runVisible({ quest, solution: reference(quest), set: 'train' }, still)).toMatchObject({ ok: true, problems: [] })
  })

  test('says that its patients are invented, and cites pages that somebody has read', () => {
    const register = JSON.parse(readFileSync('quests/sources.json', 'utf8')) as Record<string, { status: string }>
    expect([quest.debrief.md, ...quest.learn.map(({ md }) => md ?? '')].join(' ')).toMatch(/training data, not medical advice/i)
    for (const key of quest.sources) expect(register[key]?.status, key).toMatch(/^(seen|secondary)$/)
  })
})
