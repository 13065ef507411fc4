import { expect, test } from 'vitest'
import { besideAfter } from './beside.ts'
import { sampleQuest, sampleSolution } from './quest.fixture.ts'
import type { Solution } from './schema.ts'

const quest = sampleQuest()
const start: Solution = { graph: quest.build.start, artefacts: quest.build.startArtefacts }
const [halfMade, other, judged, wanted] = [0.11, 0.22, 0.33, 0.44].map((share) => sampleSolution(share)) as [Solution, Solution, Solution, Solution]
const after = (solution: Solution, beside: Solution | null, put = wanted) => besideAfter(quest, { solution, beside }, [judged, wanted], put)

test('half-made work is kept beside what comes to the bench', () => {
  expect(after(halfMade, null)).toBe(halfMade)
  expect(after(halfMade, other)).toBe(halfMade)
})

test('what is found elsewhere anyway is not kept: the start, something judged, the same solution', () => {
  for (const known of [start, judged, wanted]) expect(after(known, null)).toBeNull()
})

test('looking through several old ones does not lose the half-made work that the first of them replaced', () => {
  expect(after(judged, halfMade)).toBe(halfMade)
  expect(after(start, halfMade)).toBe(halfMade)
})

test('once it is put back it is on the bench and no longer beside it', () => {
  expect(after(judged, halfMade, halfMade)).toBeNull()
  expect(after(other, halfMade, halfMade)).toBe(other)
})

test('the order in which the parts are written says nothing', () => {
  const turned = JSON.parse(JSON.stringify(judged), (_, part: unknown) => (
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toReversed()) : part
  )) as Solution
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(judged))
  expect(after(turned, null)).toBeNull()
})
