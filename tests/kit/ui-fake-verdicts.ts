/** Invented verdicts for looking at the overlay; their figures are near those that the quest really gives. */
import type { Quest } from '../../src/core/quest/schema.ts'
import type { CaseReport, GoalResult, Verdict, View } from '../../src/core/verdict.ts'

const FIGURES: Record<string, Record<string, number | null>> = {
  leak: { auc: 0.625, flagged: 0.028, sens: 0.09, ece: 0.041, gap: 0.264, groupGap: 0.03 },
  silver: { auc: 0.695, flagged: 0.19, sens: 0.412, ece: 0.03, gap: 0.012, groupGap: 0.08 },
  gold: { auc: 0.702, flagged: 0.187, sens: 0.427, ece: 0.023, gap: 0, groupGap: 0.14 },
  broken: {},
}
const TEST: Record<string, Record<string, number | null>> = {
  leak: { auc: 0.889, flagged: 0.21, sens: 0.79, ece: 0.3 },
  silver: { auc: 0.707, flagged: 0.2, sens: 0.42, ece: 0.03 },
  gold: { auc: 0.702, flagged: 0.2, sens: 0.43, ece: 0.02 },
}

export function verdictLike(kind: string, quest: Quest): Verdict {
  const metrics = FIGURES[kind] ?? {}
  const goals = kind === 'broken' ? [] : quest.verify.goals.map(goal => judged(goal, metrics[goal.metric] ?? null))
  const rank = ['none', 'pass', 'silver', 'gold'] as const
  const lowest = goals.length === 0 ? 'none' : rank[Math.min(...goals.map(goal => rank.indexOf(goal.reached)))]!
  const leak = kind === 'leak'
  return {
    medal: leak ? 'none' : lowest, metrics, goals,
    guards: quest.verify.guards.map(guard => ({ id: guard.id, say: guard.say, holds: !(leak && guard.id === 'notEmpty') })),
    trap: leak ? { id: 'future-leak' } : null,
    problems: kind === 'broken' ? [{ node: 'thr', code: 'unconnected', say: 'Threshold has nothing to read: join a model or a score to its input.' }] : [],
    seeds: quest.data.hidden.map(set => set.seed), ms: 1320,
    test: TEST[kind] ?? {},
    sets: kind === 'broken' ? [] : quest.data.hidden.map((set, n) => ({ label: set.label ?? set.seed, seed: set.seed, n: 1467 + n * 3, metrics })),
    cases: kind === 'broken' ? [] : [caseLike('missed', 1), caseLike('missed', 2), caseLike('caught', 3), caseLike('needless', 4)],
    views: kind === 'broken' ? [] : VIEWS,
    ward: leak
      ? 'On the wards the list named 2.8% of the people going home, and 9.0% of those who came back. Sam and Mei sat by quiet phones while the door turned.'
      : 'A short, sensible list. It held 42.7% of those who came back, among the 18.7% the nurses could follow.',
    ...(leak
      ? {
          reveal: quest.trap.reveal.replace('{test.auc}', '0.889').replace('{auc}', '0.625'),
          replay: { test: 0.21, deployed: 0.028 },
        }
      : {}),
  }
}

function judged(goal: Quest['verify']['goals'][number], value: number | null): GoalResult {
  const sign = goal.op === '>=' ? 1 : -1
  const reaches = (step: number) => value !== null && value * sign >= step * sign
  const reached = reaches(goal.gold) ? 'gold' : reaches(goal.silver) ? 'silver' : reaches(goal.pass) ? 'pass' : 'none'
  const next = reached === 'gold' ? null : reached === 'silver' ? goal.gold : reached === 'pass' ? goal.silver : goal.pass
  return { metric: goal.metric, op: goal.op, value, reached, missing: next === null || value === null ? 0 : Math.abs(next - value) }
}

function caseLike(outcome: string, n: number): CaseReport {
  return {
    id: `d-${n}`, set: 'Ward 4, spring', title: `${70 + n} years, ${n % 2 ? 'F' : 'M'}, ${n + 3} nights`, outcome,
    say: outcome === 'caught' ? 'On the list with a risk of 31%. Came back on day 6, and had been rung on day 2.' : 'Not on the list. Came back within thirty days with nobody looking.',
    sections: [
      { title: 'Who', rows: [{ column: 'age', label: 'Age', value: 70 + n, unit: 'years', known: true }, { column: 'livesAlone', label: 'Lives alone', value: 1, unit: '0 or 1', known: true }] },
      { title: 'After discharge', rows: [
        { column: 'tcmFormFiled', label: 'Transitional-care form filed', value: 1, unit: '0 or 1', availableAt: 'discharge+21d', known: false },
        { column: 'episodeCharges', label: 'Charges of the 90-day episode', value: 18200, unit: 'dollars', availableAt: 'discharge+90d', known: false },
      ] },
    ],
  }
}

const curve = (power: number): [number, number][] => Array.from({ length: 21 }, (_, n): [number, number] => [n / 20, (n / 20) ** power])
const VIEWS: View[] = [
  { view: 'roc', auc: 0.702, prevalence: 0.14, roc: curve(0.45), pr: curve(0.8).map(([x, y]) => [x, 0.5 - y * 0.36]), at: { fpr: 0.16, tpr: 0.43, ppv: 0.31 } },
  { view: 'calibration', ece: 0.023, bins: [0.05, 0.1, 0.15, 0.2, 0.3].map(p => ({ predicted: p, observed: p * 1.1, n: 300 })) },
  { view: 'groups', by: 'Language group', rows: [
    { group: 'A', n: 1100, positives: 150, flagged: 210, sensitivity: 0.46, ppv: 0.33, calibration: 0.02 },
    { group: 'B', n: 380, positives: 54, flagged: 60, sensitivity: 0.32, ppv: 0.3, calibration: 0.03 },
  ] },
]
