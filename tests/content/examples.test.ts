/** Quests that are made of JSON alone, for trainers to copy: no generator, block or harness knows them. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Quest } from '../../src/core/quest/schema.ts'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { questSource } from '../../src/core/quest/quest.fixture.ts'
import { hiddenCases, visibleCases } from '../../src/lab/data/quest-cases.ts'
import { columnOf } from '../../src/lab/graph/table.ts'
import { isTable } from '../../src/lab/graph/ports.ts'
import { judge, runVisible } from '../../src/lab/judge.ts'
import { fetchNeeds } from '../../src/lab/needs.ts'
import { playProof, Proof, solutionOf } from '../../src/lab/proof.ts'
import { labKnows } from '../../src/lab/quest-check.ts'
import { quest as cli } from './quest-cli.ts'

vi.setConfig({ testTimeout: 300_000 })

const EXAMPLES = 'docs/examples'
const still = { now: () => 0 }
const read = (path: string): unknown => JSON.parse(readFileSync(`${EXAMPLES}/${path}`, 'utf8'))
const names = readdirSync(EXAMPLES)
const questOf = (name: string) => Quest.parse(read(`${name}/quest.json`))
const reference = (quest: Quest) => ({ graph: quest.build.reference, artefacts: quest.build.referenceArtefacts })

test('every bench that takes cases from a file has an example whose cases are described in it', () => {
  expect(names.map(questOf).map(({ build, verify, data }) => `${build.workbench}: ${verify.harness} on ${data.generator}`)).toEqual(expect.arrayContaining([
    'annotate: text-marks on notes.written',
    'board: board-replay on board.timeline',
    'mapping: map-records on records.written',
    'mapping: payer-requests on records.written',
    'ops: flow-sim on flow.synthetic',
    'pipeline: episode-alerts on trace.synthetic',
    'pipeline: flags on table.synthetic',
    'pipeline: flow-sim on flow.synthetic',
    'pipeline: image-findings on pictures.drawn',
    'pipeline: link-pairs on registry.synthetic',
    'pipeline: release-table on table.synthetic',
    'pipeline: rules-rows on table.synthetic',
    'pipeline: stream-alerts on stream.synthetic',
    'pipeline: tabular-risk on table.synthetic',
    'prompt: dialogue-turns on dialogues.written',
    'prompt: letters on stays.written',
    'prompt: rag-qa on pages.written',
    'rules: match-criteria on offers.written',
    'rules: rules-rows on table.synthetic',
  ]))
})

describe('the worked example of the guide', () => {
  const guide = readFileSync('docs/trainer-guide.md', 'utf8').split('## Patients from JSON')[1] ?? ''
  const [, json = ''] = /```json\n([^`]+)```/.exec(guide) ?? []
  const [, quoted = ''] = /```text\n([^`]+)```/.exec(guide) ?? []
  const inQuest = (text: string) => {
    const source = questSource() as { verify: object }
    const quest = { ...source, data: JSON.parse(text), verify: { ...source.verify, truth: 'fell' } }
    return parseQuest(JSON.stringify(quest), 'quest.json', labKnows)
  }

  test('makes the table that it says: six in a hundred fall, and hidden forms are not filed yet', () => {
    const read = inQuest(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const valuesOf = (cases: ReturnType<typeof visibleCases>, name: string) => Array.from<string | number>((isTable(cases) && columnOf(cases, name)?.values) || [])
    const share = (cases: ReturnType<typeof visibleCases>, name: string, value: string | number) => valuesOf(cases, name).filter((one) => one === value).length / valuesOf(cases, name).length
    expect(Math.abs(share(visibleCases(read.quest, 'train'), 'fell', 1) - 0.06)).toBeLessThan(0.012)
    for (const { whole, seen, label } of hiddenCases(read.quest)) {
      expect(Math.abs(share(whole, 'fell', 1) - 0.06)).toBeLessThan(0.02)
      expect(share(seen, 'ward', '4B'), label).toBeCloseTo(label === 'A night shift' ? 5 / 7 : 1 / 2, 1)
      expect(new Set(valuesOf(seen, 'fallsForm'))).toEqual(new Set([0]))
      expect(new Set(valuesOf(seen, 'fell'))).toEqual(new Set([Number.NaN]))
    }
  })

  test('is mended by the sentence that the guide quotes', () => {
    const read = inQuest(json.replace('"unsteady + 0.5', '"unsteddy + 0.5'))
    expect(read.ok ? [] : read.problems.map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)).toEqual([quoted.trim()])
  })
})

test('all pass the check that a trainer runs', async () => {
  const { out, code } = await cli('check', ...names.map((name) => `${EXAMPLES}/${name}`))
  expect(out).toBe('')
  expect(code).toBe(0)
})

describe.each(names)('%s', (name) => {
  const quest = questOf(name)
  beforeAll(() => fetchNeeds(quest))
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

  test('shows hidden cases as charts with a name, or with their pages, and runs on the visible ones', () => {
    const verdict = judge({ quest, solution: solutionOf(quest, proof.solutions.find(({ role }) => role === 'trap') ?? { solution: 'start' }) }, still)
    expect(verdict.cases.length).toBeGreaterThan(3)
    for (const one of verdict.cases) {
      expect(one.title).toMatch(/^\p{Lu}/u)
      const rows = one.sections.flatMap((section) => section.rows)
      if (['pages.written', 'dialogues.written'].includes(quest.data.generator)) expect(one.exhibits?.length).toBeGreaterThan(0)
      else expect(rows.length).toBeGreaterThan(5)
    }
    expect(verdict.views.length).toBeGreaterThanOrEqual(3)
    expect(runVisible({ quest, solution: reference(quest), set: 'train' }, still)).toMatchObject({ ok: true, problems: [] })
  })

  test('says that its patients are invented, and cites pages that somebody has read', () => {
    const register = JSON.parse(readFileSync('quests/sources.json', 'utf8')) as Record<string, { status: string }>
    expect([quest.debrief.md, ...quest.learn.map(({ md }) => md ?? '')].join(' ')).toMatch(/training data, not medical advice/i)
    for (const key of quest.sources) expect(register[key]?.status, key).toMatch(/^(seen|secondary)$/)
  })
})
