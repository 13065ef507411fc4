/** A trainer's quest about traces, from JSON alone: judged by the harness that judges tables. */
import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { Quest } from '../../src/core/quest/schema.ts'
import { judge, runVisible } from '../../src/lab/judge.ts'
import { Proof, solutionOf } from '../../src/lab/proof.ts'
import { quest } from './quest-cli.ts'

// The check starts Node anew and plays five proofs.
vi.setConfig({ testTimeout: 240_000 })

const FOLDER = 'tests/content/fixtures/strips-from-home'
const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
const strips = Quest.parse(read('quest.json'))
const { solutions } = Proof.parse(read('proof.json'))
const still = { now: () => 0 }
const verdictOf = (role: string) => judge({ quest: strips, solution: solutionOf(strips, solutions.find((entry) => entry.role === role)!) }, still)

test('the quest passes the check that a trainer runs, its proof included: starter, pNN50 alone, loose patches, everybody, reference', async () => {
  const { out, code } = await quest('check', FOLDER)
  expect(out).toBe('')
  expect(code).toBe(0)
})

describe('a verdict on strips', () => {
  const reference = verdictOf('reference')

  test('shows each case with its strip, and says afterwards what two readers saw', () => {
    expect(reference.cases.length).toBeGreaterThan(5)
    for (const { exhibits, sections } of reference.cases) {
      expect(exhibits).toMatchObject([{ kind: 'trace', rate: 200, caption: expect.stringContaining('not for diagnosis') }])
      expect(sections[0]?.rows.map(({ column, known }) => [column, known])).toEqual([['rhythm', false], ['off', false]])
    }
    expect(reference.cases.find(({ outcome }) => outcome === 'caught')?.sections[0]?.rows[0]?.value).toBe('atrial fibrillation')
  })

  test('without quality the list at home is full of strips with an electrode off', () => {
    const offOn = (cases: typeof reference.cases) => cases.filter(({ outcome }) => outcome === 'needless').map(({ sections }) => Number(sections[0]?.rows[1]?.value))
    const trapped = offOn(verdictOf('trap').cases)
    expect(trapped.filter((off) => off > 0.5).length).toBeGreaterThan(trapped.length / 2)
    expect(offOn(reference.cases).filter((off) => off > 0.5).length).toBeLessThanOrEqual(1)
  })
})

test('a run says columns in the words of the quest, and shows strips at each block', () => {
  const worded = { ...strips, data: { ...strips.data, columns: { ...strips.data.columns, age: { label: 'Years lived', unit: 'years' } } } }
  const report = runVisible({ quest: worded, solution: solutionOf(strips, { solution: 'reference' }), set: 'practice' }, still)
  expect(report.problems).toEqual([])
  const source = report.nodes.find(({ block }) => block === 'data.source:signal')
  expect(source?.views.some((view) => view.view === 'distribution' && view.label === 'Years lived (years)')).toBe(true)
  expect(report.nodes.filter(({ views }) => views.some((view) => view.view === 'exhibits')).map(({ block }) => block)).toEqual(['data.source:signal', 'sig.filter', 'sig.rpeak', 'sig.features:quality'])
})
