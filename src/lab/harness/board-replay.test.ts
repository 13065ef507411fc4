import { describe, expect, it } from 'vitest'
import type { Metric } from '../../core/quest/schema.ts'
import { faceOf } from '../data/town.ts'
import { cardEntries, readCards } from '../governance/committee-spec.ts'
import { replayYear } from '../governance/replay.ts'
import { SOUND_RULINGS, TINY, tinyYear } from '../governance/year.fixture.ts'
import type { Board, Watch } from '../governance/year-values.ts'
import { boardReplay, type BoardSet } from './board-replay.ts'
import { boardFigures } from './board-replay-figures.ts'

const metric = (fn: string): Metric => ({ id: fn, label: fn, fn, aggregate: 'mean', format: 'number' })
const figure = (board: Board, fn: string) => boardFigures(board, [metric(fn)])[fn]

function boardOf({ failsFrom, watch, cards = {} }: { failsFrom?: number; watch?: Watch; cards?: Record<string, Record<string, string>> }): Board {
  const year = tinyYear(failsFrom)
  const committee = { watch: watch ?? { calibration: { measure: 'bedside' as const, ratio: 2, slope: 0 } }, contract: [], rulings: { ...SOUND_RULINGS, calibration: { vote: 'pause' as const, reason: 'promise-broken' as const } } }
  const poor = cardEntries(TINY, cards).flatMap(({ tool, field, entry }) => (entry === field.truth ? [] : [{ tool, field: field.id, entry }]))
  return { type: 'Board', year, votes: {}, ...committee, cards: { ...readCards(TINY, cards), poor }, log: replayYear(year, committee) }
}

describe('figures of a year, counted by hand', () => {
  it('four lost in the month of the fault, then one a month where it would have been four', () => {
    // Nobody sits: 10 months of 4. The committee: 4, then 9 months of 1 while it is stopped. 1 − 13 / 40.
    expect(figure(boardOf({ failsFrom: 3 }), 'avoidedHarm')).toBeCloseTo(1 - 13 / 40, 9)
  })

  it('has no share of harm to avoid in a year without a fault', () => {
    expect(figure(boardOf({}), 'avoidedHarm')).toBeNull()
    expect(figure(boardOf({}), 'foundInTime')).toBeNull()
  })

  it('finds what it watches, and nothing it does not', () => {
    expect(figure(boardOf({ failsFrom: 3 }), 'foundInTime')).toBe(1)
    expect(figure(boardOf({ failsFrom: 3, watch: {} }), 'foundInTime')).toBe(0)
  })

  it('counts months on evidence: all twelve at the bedside, none without', () => {
    expect(figure(boardOf({}), 'monthsWithEvidence')).toBe(12)
    expect(figure(boardOf({ watch: {} }), 'monthsWithEvidence')).toBe(0)
  })

  it('holds nothing back that is failing', () => expect(figure(boardOf({ failsFrom: 3 }), 'heldBack')).toBe(0))

  it('counts a card field that is true, and not one that a vendor claims', () => {
    expect(figure(boardOf({ cards: { sepsis: { use: 'use-a', owner: 'owner-b' }, nobody: { use: 'use-a' } } }), 'cardsTrue')).toBeCloseTo(1 / 2, 9)
  })

  it('counts months in which everything on the table was voted on', () => {
    const board = { ...boardOf({}), votes: { 1: { quiet: SOUND_RULINGS.quiet }, 2: { drift: SOUND_RULINGS.drift } } }
    expect(figure(board, 'monthsVoted')).toBe(1)
  })

  it('refuses a metric it does not know', () => expect(() => figure(boardOf({}), 'vibes')).toThrow(/no such function/))
})

describe('the papers of a verdict', () => {
  const setOf = (board: Board): BoardSet => ({ label: 'A year', seed: 's', weight: 1, n: 12, figures: {}, board })
  const quest = undefined as never

  it('shows the month that nobody acted on, its minute, the whole year and some of those it met', () => {
    const [first] = boardReplay.cases(quest, [setOf(boardOf({ failsFrom: 3, watch: {} }))])
    expect(first?.outcome).toBe('unseen')
    expect(first?.say).toContain('4 people had sepsis noticed hours later')
    expect(first?.exhibits?.[0]).toMatchObject({ kind: 'text', caption: 'From the minute book' })
    expect(first?.sections[0]?.rows).toHaveLength(12)
    expect(first?.sections[1]?.rows.map(({ label }) => label)).toContain(faceOf(0).name)
  })

  it('marks the reason in a minute where it is no evidence', () => {
    const [first] = boardReplay.cases(quest, [setOf(boardOf({ failsFrom: 3, watch: {} }))])
    const [minute] = first?.exhibits ?? []
    if (minute?.kind !== 'text') throw new Error('no minute')
    const [mark] = minute.spans
    expect(mark && minute.text.slice(mark.from, mark.to)).toMatch(/^Reason given: nothing out of the ordinary/)
  })

  it('says of a card where to look again, and never what is right', () => {
    const view = boardReplay.views(quest, [setOf(boardOf({ cards: { sepsis: { use: 'use-a', owner: 'owner-b' } } }))]).find((one) => 'title' in one && one.title === 'Model cards to look at again')
    expect(view).toMatchObject({ rows: [['Sepsis watch', 'Who answers for it', 'The vendor', 'It stands on the sheet.']] })
    expect(JSON.stringify(view)).not.toContain('Sister Malik')
  })

  it('tells a story only where a dashboard was believed', () => {
    expect(boardReplay.story?.(quest, [setOf(boardOf({ failsFrom: 3 }))])).toEqual([])
  })
})
