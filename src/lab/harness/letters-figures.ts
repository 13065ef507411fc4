/** Figures of letters: one function for each name a quest may use. Null where there is nothing to measure it on. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import type { JudgedLetter } from '../letters/letter-truth.ts'
import type { Figures, MetricSpec } from './harness.ts'

const ofKind = z.strictObject({ kind: z.string().max(40).optional().describe('only facts of this kind') })

export const lettersMetrics = {
  criticalPresent: { say: 'of the critical facts in the charts: the letter that goes out says them, and says them right', params: ofKind },
  factsPresent: { say: 'of all facts in the charts: the letter that goes out says them, and says them right', params: ofKind },
  incomplete: { say: 'of the letters that go out: at least one critical fact is missing', params: ofKind },
  wrongClaims: { say: 'statements a letter that the chart does not make: it says otherwise, or nothing of it' },
  contradicted: { say: 'of the letters that go out: something in them is the opposite of what the chart says, such as a stopped medicine written as current' },
  invented: { say: 'statements a letter of which the chart says nothing' },
  grade: { say: 'Flesch-Kincaid grade of the letters that go out, on average' },
  hardLetters: { say: 'of the letters that go out: harder to read than a grade', params: z.strictObject({ grade: z.number().min(0).max(20).describe('the grade') }) },
  words: { say: 'words in a letter, on average' },
  held: { say: 'of all letters: a clinician takes them in hand before they go' },
  heldForNothing: { say: 'of the letters that a clinician takes in hand: nothing was wrong with the draft, and it was not too hard to read' },
  draftFaults: { say: 'faults in a draft, on average: critical facts left out, and wrong statements' },
} as const satisfies Readonly<Record<string, MetricSpec>>

type Judged = readonly JudgedLetter[]
type Measure = (letters: Judged, metric: Metric) => number | null

const mean = (letters: Judged, of: (letter: JudgedLetter) => number): number | null => (letters.length === 0 ? null : letters.reduce((sum, letter) => sum + of(letter), 0) / letters.length)
const share = (letters: Judged, holds: (letter: JudgedLetter) => boolean): number | null => mean(letters, (letter) => Number(holds(letter)))
const factsOf = ({ facts }: JudgedLetter, kind: unknown) => facts.filter(({ told }) => kind === undefined || told.kind === kind)

function present(letters: Judged, kind: unknown, criticalOnly: boolean): number | null {
  const facts = letters.flatMap((letter) => factsOf(letter, kind)).filter(({ critical }) => critical || !criticalOnly)
  return facts.length === 0 ? null : facts.filter((fact) => fact.present).length / facts.length
}

const MEASURES: Readonly<Record<string, Measure>> = {
  criticalPresent: (letters, { params }) => present(letters, params?.['kind'], true),
  factsPresent: (letters, { params }) => present(letters, params?.['kind'], false),
  incomplete: (letters, { params }) => share(letters, (letter) => factsOf(letter, params?.['kind']).some(({ critical, present: said }) => critical && !said)),
  wrongClaims: (letters) => mean(letters, ({ lines }) => lines.filter(({ is }) => is !== 'right').length),
  contradicted: (letters) => share(letters, ({ lines }) => lines.some(({ is }) => is === 'contradicts')),
  invented: (letters) => mean(letters, ({ lines }) => lines.filter(({ is }) => is === 'unsupported').length),
  grade: (letters) => mean(letters, ({ grade }) => grade),
  hardLetters: (letters, { params }) => share(letters, ({ grade }) => grade > Number(params?.['grade'])),
  words: (letters) => mean(letters, ({ words }) => words),
  held: (letters) => share(letters, ({ letter }) => letter.held),
  heldForNothing: (letters) => share(letters.filter(({ letter }) => letter.held), ({ letter, draftFaults }) => draftFaults === 0 && letter.findings.every(({ is }) => is !== 'hard')),
  draftFaults: (letters) => mean(letters, ({ draftFaults }) => draftFaults),
} satisfies Record<keyof typeof lettersMetrics, Measure>

/** Every metric of the quest, by metric id. @throws Error for a metric that names no known function */
export function lettersFigures(judged: Judged, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map((metric) => {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and letters has no such function`)
    return [metric.id, measure(judged, metric)]
  }))
}
