/** Metrics of a release of invented people: one function for each name a quest may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { type Attack, membershipAttack } from '../synth/attack.ts'
import { type FoundAgain, foundAgain } from '../synth/found-again.ts'
import { epsilonOf } from '../synth/synthetic-value.ts'
import { signalKept, taughtBy } from '../synth/usefulness.ts'
import type { Figures, MetricSpec } from './harness.ts'
import { listOf, rareBy, type Released } from './release-table-join.ts'

const names = (what: string) => z.array(z.string().min(1).max(80)).min(1).max(20).describe(what)
const knows = names('columns that the attacker knows of everybody in the town')
const where = z.string().min(1).max(400).describe('a formula over released columns, e.g. "rare == 1"')

export const releaseMetrics = {
  utility: {
    say: 'AUROC on people nobody read, of a model taught by the release, over that of the same model taught by real people',
    params: z.strictObject({ predict: z.string().min(1).max(80).describe('column of 0 and 1') }),
  },
  attackAuc: { say: 'how well an attacker tells who was read from who was not (AUROC of a membership attack): 0.5 is a coin', params: z.strictObject({ knows }) },
  reidentified: { say: 'people with something rare to whom an invented person points, among everybody in the town', params: z.strictObject({ knows, where }) },
  signalKept: {
    say: 'of what sets people with something rare apart, what the release still tells: how far they lie from all others, and how many they are',
    params: z.strictObject({ where, columns: names('columns of numbers that set them apart') }),
  },
  epsilon: { say: 'privacy budget that was spent (epsilon); without a value where nothing is promised' },
  released: { say: 'invented people released, for each real person who was read' },
} as const satisfies Readonly<Record<string, MetricSpec>>

export interface Measured {
  figures: Figures
  attack: Attack | null
  found: FoundAgain[]
}

type Measure = (released: Released, metric: Metric, measured: Measured) => number | null

const MEASURES: Readonly<Record<string, Measure>> = {
  utility: ({ synthetic: { table }, people, outsiders }, { params }) => {
    const from = table.meta.map(({ name }) => name)
    const predict = String(params?.['predict'] ?? '')
    const real = taughtBy(people, outsiders, predict, from)
    const invented = real && taughtBy(table, outsiders, predict, from)
    return real && invented && invented.auc / real.auc
  },
  attackAuc: ({ synthetic: { table }, people, outsiders }, metric, measured) => {
    measured.attack = membershipAttack(people, outsiders, table, listOf(metric, 'knows'))
    return measured.attack?.auc ?? null
  },
  reidentified: ({ synthetic: { table }, people, outsiders }, metric, measured) => {
    if (outsiders.ids.length === 0) return null
    measured.found = foundAgain(people, outsiders, table, listOf(metric, 'knows'), rareBy(String(metric.params?.['where'] ?? '')))
    return measured.found.length
  },
  signalKept: ({ synthetic: { table }, people }, metric) => signalKept(people, rareBy(String(metric.params?.['where'] ?? '')), table, listOf(metric, 'columns')),
  epsilon: ({ synthetic }) => epsilonOf(synthetic),
  released: ({ synthetic: { table }, people }) => (people.ids.length === 0 ? null : table.ids.length / people.ids.length),
} satisfies Record<keyof typeof releaseMetrics, Measure>

/** Every metric of the quest by its id, and what was seen on the way. */
export function measureRelease(released: Released, metrics: readonly Metric[]): Measured {
  const measured: Measured = { figures: {}, attack: null, found: [] }
  for (const metric of metrics) {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and release-table has no such function`)
    measured.figures[metric.id] = measure(released, metric, measured)
  }
  return measured
}
