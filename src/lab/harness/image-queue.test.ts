import { describe, expect, it } from 'vitest'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import { type ChestImages, chestFilms } from '../data/chest-films.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import type { PortValue, Worklist } from '../graph/ports.ts'
import type { QueueRule } from '../ops/night-queue.ts'
import { imageQueue } from './image-queue.ts'

const whole = chestFilms.generate('queue-test', { n: 60, criticalRate: 0.1 })
const hidden: HiddenCases = { label: 'Tuesday', seed: 'queue-test', weight: 1, viewAt: 'arrival', whole, seen: chestFilms.asOf(whole, 'arrival') }
const metrics = (['aucCritical', 'meanCriticalWait', 'worstCriticalWait', 'meanRoutineWait', 'longestWait', 'longestBefore', 'meanCriticalBefore', 'calls'] as const)
  .map((fn): Metric => ({ id: fn, fn, label: fn, aggregate: 'mean', format: 'number' }))
const quest = { verify: { metrics } } as unknown as Quest
const byRisk: QueueRule = { urgentFrom: 2, ageing: 0, maxWait: Number.POSITIVE_INFINITY }

/** The order of somebody who gives each film this risk. */
function result(riskOf: (film: ChestImages['cases'][number]) => number, rule = byRisk, keep: (film: ChestImages['cases'][number]) => boolean = () => true): PortValue {
  const seen = hidden.seen as ChestImages
  const cases = seen.cases.filter(keep)
  const list: Worklist = { type: 'Worklist', rule, uses: [], test: { ids: cases.map(({ id }) => id), scores: Float64Array.from(cases, riskOf), y: new Float64Array(cases.length).fill(Number.NaN), table: seen.table } }
  return { type: 'Result', from: list }
}

const judge = (value: PortValue) => imageQueue.judgeSet(quest, hidden, value, {})
const silent = whole.cases.find((film) => film.critical)

describe('a night judged', () => {
  it('is perfect where the order knows the reports: critical films wait for little but the one on the screen', () => {
    const { figures } = judge(result((film) => (film.critical ? 0.9 : 0.1)))
    expect(figures['aucCritical']).toBe(1)
    expect(figures['meanCriticalWait']).toBeLessThan(figures['meanCriticalBefore'] ?? 0)
    expect(figures['calls']).toBe(0)
  })

  it('is first come, first served where everybody has the same risk and ages', () => {
    const { figures } = judge(result(() => 0.5, { ...byRisk, ageing: 0.001 }))
    expect(figures['aucCritical']).toBe(0.5)
    expect(figures['meanCriticalWait']).toBeCloseTo(figures['meanCriticalBefore'] ?? 0, 6)
    expect(figures['longestWait']).toBeCloseTo(figures['longestBefore'] ?? 0, 6)
  })

  it('leaves the critical film that the model does not see at the bottom, and a limit brings it up', () => {
    const blind = (film: ChestImages['cases'][number]) => (film === silent ? 0 : film.critical ? 0.9 : 0.5 - film.arrives / 1e5)
    const [forgotten, kept] = [judge(result(blind)), judge(result(blind, { ...byRisk, maxWait: 60 }))]
    expect(forgotten.figures['worstCriticalWait']).toBeGreaterThan(kept.figures['worstCriticalWait'] ?? 0)
    expect(forgotten.figures['worstCriticalWait']).toBeGreaterThan((forgotten.figures['longestWait'] ?? 0) * 0.9)
  })

  it('counts calls for urgent films, and everybody waits for them', () => {
    const [calm, alarmed] = [judge(result(() => 0.5)), judge(result(() => 0.5, { ...byRisk, urgentFrom: 0.4 }))]
    expect(alarmed.figures['calls']).toBe(60)
    expect(alarmed.figures['meanRoutineWait']).toBeGreaterThan((calm.figures['meanRoutineWait'] ?? 0) + 3)
  })

  it('reads films that the solution lost as well: they have no risk at all', () => {
    const lost = judge(result((film) => (film.critical ? 0.9 : 0.1), byRisk, (film) => film !== silent))
    expect(lost.n).toBe(60)
    expect(lost.yours.films.find(({ id }) => id === silent?.id)?.risk).toBe(0)
    expect(lost.figures['aucCritical']).toBeLessThan(1)
  })

  it('cannot say anything of a past night whose reports nobody knows', () => {
    expect(imageQueue.testFigures(result(() => 0.5), metrics)['aucCritical']).toBeNull()
  })

  it('refuses a metric it does not know, and a result that is no order', () => {
    expect(() => imageQueue.testFigures(result(() => 0.5), [{ id: 'x', fn: 'charm', label: 'x', aggregate: 'mean', format: 'number' }])).toThrow(/charm/)
    expect(() => judge({ type: 'Result', from: hidden.seen })).toThrow(/Worklist/)
  })
})

describe('what is shown', () => {
  const blind = (film: ChestImages['cases'][number]) => (film === silent ? 0 : 0.5 - film.arrives / 1e5)
  const set = judge(result(blind))

  it('opens the film that waited longest, with the finding marked as missed', () => {
    const first = imageQueue.cases(quest, [set])[0]
    expect(first?.outcome).toBe('kept-waiting')
    expect(first?.say).toMatch(/the order did harm here/)
    const film = first?.exhibits?.[0]
    expect(film?.kind === 'picture' && film.channels === 1 && film.marks?.every(({ tone }) => tone === 'missed')).toBe(true)
    expect(film?.kind === 'picture' && film.marks?.length).toBeGreaterThan(0)
  })

  it('plays the night, and tells of the film at the bottom', () => {
    expect(imageQueue.views(quest, [set]).map(({ view }) => view)).toEqual(['replay', 'rows', 'bars'])
    const story = imageQueue.story?.(quest, [set]) ?? []
    expect(story).toHaveLength(3)
    expect(story[1]?.say).toContain(silent?.person.name)
  })
})
