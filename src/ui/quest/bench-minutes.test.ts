import { describe, expect, test } from 'vitest'
import type { Fact } from '../../core/log/facts.ts'
import type { QuestTelling } from '../game.ts'
import { minutesInFacts, seenMinutes } from './bench-minutes.ts'

/** Facts of one quest, each with the minute of the day when it happened. */
const day = (...told: [minute: number, body: QuestTelling, quest?: string][]): Fact[] =>
  told.map(([minute, body, quest = 'ward-seven'], seq) => ({ ...body, quest, deviceId: 'd', seq, at: minute * 60_000 }) as Fact)

const ran: QuestTelling = { type: 'run.finished', stage: 'build', ok: true, metrics: {} }
const entered = (stage: 'learn' | 'build' | 'verify'): QuestTelling => ({ type: 'stage.entered', stage })

describe('minutes at the bench, by the facts', () => {
  test('count from the bench on, not before', () => {
    expect(minutesInFacts(day([0, { type: 'quest.accepted' }], [10, entered('learn')], [20, { type: 'practice.skipped' }], [22, ran], [25, ran]), 'ward-seven')).toBe(5)
    expect(minutesInFacts(day([0, entered('build')], [3, ran]), 'ward-seven')).toBe(3)
    expect(minutesInFacts([], 'ward-seven')).toBe(0)
  })

  test('a night away counts nothing, whether or not the quest was left', () => {
    const evening: [number, QuestTelling][] = [[0, entered('build')], [4, ran]]
    expect(minutesInFacts(day(...evening, [5, { type: 'quest.left' }], [605, { type: 'quest.resumed' }], [607, ran]), 'ward-seven')).toBe(7)
    // The page was only closed: five minutes may have been thought.
    expect(minutesInFacts(day(...evening, [604, ran]), 'ward-seven')).toBe(9)
  })

  test('the verdict and other stages are not the bench; a verdict that was stopped leads back to it', () => {
    const submitted: QuestTelling = { type: 'solution.submitted', solution: { graph: { nodes: [], edges: [] }, artefacts: {} } }
    const verdict = { type: 'verdict.given', verdict: {} } as unknown as QuestTelling
    expect(minutesInFacts(day([0, entered('build')], [2, submitted], [3, verdict], [7, entered('build')], [8, entered('learn')], [12, entered('build')], [13, ran]), 'ward-seven')).toBe(5)
    expect(minutesInFacts(day([0, entered('build')], [2, submitted], [3, { type: 'verdict.withdrawn', why: '' }], [5, ran]), 'ward-seven')).toBe(5)
  })

  test('other quests are others, and a clock that was set back takes nothing away', () => {
    expect(minutesInFacts(day([0, entered('build')], [1, entered('learn'), 'ward-eight'], [2, ran]), 'ward-seven')).toBe(2)
    expect(minutesInFacts(day([10, entered('build')], [2, ran], [4, ran]), 'ward-seven')).toBe(2)
  })
})

test('only the time in which the page is seen is counted', () => {
  const count = seenMinutes()
  const minute = 60_000
  expect(count(0, true)).toBe(0)
  expect(count(0.25 * minute, true)).toBe(0.25)
  expect(count(1 * minute, false)).toBe(1)
  expect(count(600 * minute, false)).toBe(1)
  expect(count(601 * minute, true)).toBe(1)
  expect(count(601.5 * minute, true)).toBe(1.5)
  // The lid was closed, and nobody said so.
  expect(count(1100 * minute, true)).toBe(2.5)
})
