/** `v2-fhir`: messages let into a portal, judged by what the portal then holds and by what should never have got in. */
import type { Metric } from '../../core/quest/schema.ts'
import type { Fhir, PortValue } from '../graph/ports.ts'
import type { Figures, Harness, JudgedSet, MetricSpec } from './harness.ts'
import { v2Cases } from './v2-fhir-cases.ts'
import { replay, type Outcome } from './v2-fhir-replay.ts'
import { potassiumStory } from './v2-fhir-story.ts'
import { v2Views } from './v2-fhir-views.ts'

export interface V2Set extends JudgedSet {
  outcomes: readonly Outcome[]
}

type Measure = (outcomes: readonly Outcome[]) => number | null

const portalMetrics = {
  fieldsCorrect: { say: 'of all elements the portal should hold after good messages, or holds without being asked to: the right ones' },
  bundlesValid: { say: 'of the messages let through: those whose resources keep every rule' },
  defectiveCaught: { say: 'of the defective messages: put aside' },
  goodRejected: { say: 'of the good messages: put aside' },
  staleCorrections: { say: 'of the corrections of final results: those after which the portal still shows the old value' },
  detailsLost: { say: 'of the messages that say less than is known, or ask to delete: those after which a patient\'s details are not as they should be' },
} as const satisfies Readonly<Record<string, MetricSpec>>

/** Share, or null where there is nothing to count. */
const MEASURES: Readonly<Record<string, Measure>> = {
  fieldsCorrect: (all) => {
    const rows = all.filter(({ feed }) => !feed.defect).flatMap(({ diffs }) => diffs)
    return share(rows.filter(({ ok }) => ok).length, rows.length)
  },
  bundlesValid: (all) => {
    const through = all.filter(({ message }) => !message.deadLetter)
    return share(through.filter(({ message }) => message.invalid.length === 0).length, through.length)
  },
  defectiveCaught: (all) => {
    const defective = all.filter(({ feed }) => feed.defect)
    return share(defective.filter(({ message }) => message.deadLetter).length, defective.length)
  },
  goodRejected: (all) => {
    const good = all.filter(({ feed }) => !feed.defect)
    return share(good.filter(({ message }) => message.deadLetter).length, good.length)
  },
  staleCorrections: (all) => {
    const corrections = all.filter(({ feed }) => feed.corrects)
    return share(corrections.filter(({ stale }) => stale).length, corrections.length)
  },
  detailsLost: (all) => {
    const updates = all.filter(({ feed }) => feed.update && !feed.defect)
    return share(updates.filter(({ lost }) => lost).length, updates.length)
  },
} satisfies Record<keyof typeof portalMetrics, Measure>

function share(part: number, of: number): number | null {
  return of === 0 ? null : part / of
}

function figuresOf(outcomes: readonly Outcome[], metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => [id, Object.hasOwn(MEASURES, fn) ? (MEASURES[fn]?.(outcomes) ?? null) : null]))
}

export const v2Fhir: Harness<V2Set> = {
  id: 'v2-fhir',
  about: 'messages let into a portal, by what the portal then holds and by what should never have got in',
  judges: 'Fhir',
  generators: ['hl7.messages'],
  metrics: portalMetrics,
  testFigures(result, metrics) {
    const released = releasedIn(result)
    return figuresOf(replay(released, released.truth), metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (whole.type !== 'V2') throw new TypeError(`v2-fhir judges messages, and the quest has ${whole.type}`)
    const outcomes = replay(releasedIn(result), whole.truth)
    return { label, seed, weight, n: outcomes.length, outcomes, figures: figuresOf(outcomes, quest.verify.metrics) }
  },
  whyNull: ({ fn }) => (fn === 'bundlesValid' ? 'Not one message was let through, so there is nothing to look at.' : 'These days hold nothing to measure it on.'),
  cases: (_, sets) => v2Cases(sets),
  views: (_, sets) => v2Views(sets),
  story: (_, sets) => potassiumStory(sets),
}

function releasedIn(result: PortValue): Fhir {
  const from = result.type === 'Result' ? result.from : result
  if (from.type !== 'Fhir') throw new TypeError(`v2-fhir judges FHIR resources, not ${from.type}`)
  return from
}
