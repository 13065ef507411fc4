import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { Campaign } from '../../src/cli/campaign.ts'
import { newCommand } from '../../src/cli/new.ts'
import { schemaText } from '../../src/cli/schema.ts'
import { Quest } from '../../src/core/quest/schema.ts'
import { quest, scratch } from './quest-cli.ts'

// Each test starts Node anew, which takes seconds when the machine is busy.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const read = (path: string): string => readFileSync(path, 'utf8')
const folders = readdirSync('quests', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
const quests = folders.map((name) => [name, Quest.parse(JSON.parse(read(`quests/${name}/quest.json`)))] as const)

describe('the quests of this house', () => {
  test('all pass the check that a trainer runs: form, words, a way to the end, a proof that plays', async () => {
    const { out, code } = await quest('check')
    expect(out).toBe('')
    expect(code).toBe(0)
  })

  test.each(quests)('%s lies in a folder of its own name and brings its proof', (name, { id }) => {
    expect(id).toBe(name)
    expect(existsSync(`quests/${name}/proof.json`)).toBe(true)
  })

  test('no two have the same number', () => {
    const numbers = quests.map(([, { n }]) => n)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test.each(quests)('%s says on its own pages that its patients are invented', (_name, { debrief, learn }) => {
    const words = [debrief.md, ...learn.map(({ md }) => md ?? '')].join(' ')
    expect(words).toMatch(/training data, not medical advice/i)
  })
})

describe('what stands beside the quests', () => {
  test('quest.schema.json is what the code says', () => {
    expect(read('quests/quest.schema.json')).toBe(schemaText())
  })

  test('the campaign tells of every quest once', () => {
    const { chapters } = Campaign.parse(JSON.parse(read('quests/campaign.json')))
    expect(chapters.flatMap((chapter) => chapter.quests).sort()).toEqual([...folders].sort())
  })

  test('every source has a title and a place to read it', () => {
    const sources = Object.entries(JSON.parse(read('quests/sources.json')) as Record<string, { title: string; address: string }>)
    for (const [key, { title, address }] of sources) {
      expect(key).toMatch(/^[a-z0-9]+$/)
      expect(title.length, key).toBeGreaterThan(10)
      expect(address === '' || URL.canParse(address), key).toBe(true)
    }
  })
})

describe('a new quest', () => {
  const folder = scratch()
  afterAll(() => folder.remove())

  test('starts from "The Revolving Door" when nothing else is said', async () => {
    const made = await quest('new', 'ward-seven', '--into', folder.path)
    expect(made.code, made.err).toBe(0)
    expect(made.out).toMatch(/"The Revolving Door"[\s\S]*Next:/)
    expect(Quest.parse(JSON.parse(read(`${folder.path}/ward-seven/quest.json`))).data.generator).toBe('cohort.readmission')
  })

  test('from each quest of the house passes the check as it is made, with the bench, the data and the goals of that quest', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    for (const [name, model] of quests) {
      expect(await newCommand.run([`after-${name}`, '--from', name, '--into', folder.path]), name).toBe(0)
      const copy = Quest.parse(JSON.parse(read(`${folder.path}/after-${name}/quest.json`)))
      expect(copy).toMatchObject({ id: `after-${name}`, build: model.build, data: model.data, verify: model.verify, prerequisites: {}, effects: [] })
      expect(copy.story.brief).toMatch(/^Write here/)
      expect(copy.n).not.toBe(model.n)
    }
    said.mockRestore()
    const { out, code } = await quest('check', ...folders.map((name) => `${folder.path}/after-${name}`))
    expect(out).toBe('')
    expect(code).toBe(0)
  })
})
