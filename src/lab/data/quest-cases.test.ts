import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Quest } from '../../core/quest/schema.ts'
import type { Table } from '../graph/ports.ts'
import { judge } from '../judge.ts'
import { readmissionQuest as quest, still } from '../lab.fixture.ts'
import { fetchNeeds } from '../needs.ts'
import { Proof, solutionOf } from '../proof.ts'
import { generatorFor, hiddenCases, visibleCases, paramsFor } from './quest-cases.ts'

const folder = new URL('../../../quests/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)

/** Everything in a value as text, typed arrays and maps too; not its words on columns and rows, which are the quest's. */
function spelledOut(value: unknown): string {
  return JSON.stringify({ ...(value as object), meta: null, noun: null }, (_, part: unknown) => {
    if (part instanceof Map) return [...part]
    return ArrayBuffer.isView(part) ? String(part) : part
  })
}

function withData(data: Partial<Quest['data']>): Quest {
  return { ...quest, data: { ...quest.data, ...data } }
}

const train = (of: Quest) => visibleCases(of, 'train') as Table
const setOf = (seed: string, params: Quest['data']['sets'][string]['params']) => train(withData({ sets: { train: { seed, params } } }))

describe('cases that are kept', () => {
  it('are those of their seed, their parameters and their generator, whoever asked before', () => {
    const asked = [['a', { n: 50 }], ['b', { n: 50 }], ['a', { n: 60 }], ['a', { n: 50 }], ['a', { n: 50, signal: 2 }]] as const
    for (const [seed, params] of asked) expect(setOf(seed, params).columns).toEqual((generatorFor(quest).generate(seed, params) as Table).columns)
    const clinic = withData({ generator: 'clinic.appointments', sets: { train: { seed: 'a', params: { n: 100 } } } })
    expect(train(clinic).columns).toHaveProperty('leadDays')
    expect(setOf('a', { n: 100 }).columns).not.toHaveProperty('leadDays')
  })

  it('are not made again', () => {
    expect(setOf('a', { n: 50 }).columns).toBe(setOf('a', { n: 50 }).columns)
    const [first, again] = [0, 1].map(() => [...hiddenCases(quest)].map(({ whole }) => (whole as Table).columns))
    expect(first).toHaveLength(quest.data.hidden.length)
    first?.forEach((columns, at) => expect(again?.[at]).toBe(columns))
  })

  it('are called by the words of the quest that asks', () => {
    const age = (label: string) => withData({ columns: { age: { label } } as unknown as Quest['data']['columns'] })
    const labels = ['Years', 'Winters'].map((label) => train(age(label)).meta.find(({ name }) => name === 'age')?.label)
    expect(labels).toEqual(['Years', 'Winters'])
  })

  it('cannot be changed by whoever is handed them', () => {
    const { ids, columns } = setOf('a', { n: 50 })
    expect(() => (ids as string[]).reverse()).toThrow(TypeError)
    expect(() => Object.assign(columns, { age: null })).toThrow(TypeError)
  })
})

describe('what every proof leaves behind', () => {
  it.each(names)('%s: the cases as they were made', async (name) => {
    const shipped = Quest.parse(read(`${name}/quest.json`))
    const practice = shipped.data.sets['practice']
    if (!practice) throw new Error(`${name} has no practice set`)
    // As small as the practice is, and one hidden set, so that this takes seconds.
    const { params } = practice
    const small: Quest = { ...shipped, data: { ...shipped.data, sets: { practice, train: practice }, hidden: shipped.data.hidden.slice(0, 1).map((set) => ({ ...set, params })) } }
    await fetchNeeds(small)
    for (const entry of Proof.parse(read(`${name}/proof.json`)).solutions) judge({ quest: small, solution: solutionOf(small, entry) }, still)
    const kept = [{ seed: practice.seed, whole: visibleCases(small, 'train') }, ...hiddenCases(small)]
    for (const { seed, whole } of kept) expect(spelledOut(whole) === spelledOut(generatorFor(small).generate(seed, paramsFor(small, { params }))), seed).toBe(true)
  })
})
