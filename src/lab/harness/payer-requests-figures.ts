/** Figures of requests on their way: one function for each name a quest may use. Null where there is nothing to measure it on. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { evaluate } from '../graph/bind-expr.ts'
import { HOUR, isFirstPass, isInClock } from '../payer/requests.ts'
import type { Figures, MetricSpec } from './harness.ts'
import { mapFigures, mapRecordsMetrics } from './map-records-figures.ts'
import { isUntrueApproval, type JudgedRequest, type JudgedRequests } from './payer-requests-join.ts'

const where = z.string().min(1).max(400).optional().describe('only requests for which this formula over their columns holds')
const Where = z.strictObject({ where })
const from = z.enum(['sent', 'written']).default('sent').describe('when the clock starts: as the request is first sent, or as the doctor writes it')
const per = z.number().positive().max(1_000_000).default(1).describe('counted per so many')

interface Measure extends MetricSpec {
  measure(requests: readonly JudgedRequest[], all: JudgedRequests, params: { from: 'sent' | 'written'; per: number; share: number }): number | null
}

function share(of: readonly JudgedRequest[], part: (one: JudgedRequest) => boolean, times = 1): number | null {
  return of.length === 0 ? null : (times * of.filter(part).length) / of.length
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

const eligible = ({ request }: JudgedRequest) => request.eligible
const expedited = ({ request }: JudgedRequest) => request.expedited
const approved = ({ request }: JudgedRequest) => request.answer === 'approved'

const MEASURES = {
  firstPass: { say: 'of the requests whose patient meets the criteria: approved at once, with nothing asked', params: Where, measure: (all) => share(all.filter(eligible), ({ request }) => isFirstPass(request)) },
  refusedWrongly: { say: 'of the requests whose patient meets the criteria: refused in the end, or lapsed', params: Where, measure: (all) => share(all.filter(eligible), (one) => !approved(one)) },
  untrue: { say: 'of the approved requests: those whose patient does not meet the criteria, or whose form says something that is not so', params: z.strictObject({ where, per }), measure: (all, _, params) => share(all.filter(approved), isUntrueApproval, params.per) },
  inClock: { say: 'of all requests: the last word came within the clock that the patient\'s need calls for, expedited where delay endangers', params: z.strictObject({ where, from }), measure: (all, { payer }, params) => share(all, ({ request }) => isInClock(payer, request, params.from)) },
  misused: { say: 'of the requests sent expedited: those in which delay endangers nobody; 0 where none is sent so', params: Where, measure: (all) => (all.length === 0 ? null : share(all.filter(expedited), ({ request }) => !request.urgent) ?? 0) },
  missedUrgent: { say: 'of the requests in which delay endangers: those not sent expedited', params: Where, measure: (all) => share(all.filter(({ request }) => request.urgent), (one) => !expedited(one)) },
  sentBack: { say: 'of all requests: those that the payer sent back with a question at least once', params: Where, measure: (all) => share(all, ({ request }) => request.pends > 0) },
  answerHours: { say: 'hours from writing to the last word, so large a share of them no longer', params: z.strictObject({ where, share: z.number().gt(0).lte(1).default(0.5).describe('share of the requests') }), measure: (all, _, params) => quantile(all.flatMap(({ request: { answeredAt, writtenAt } }) => (answeredAt === null ? [] : [(answeredAt - writtenAt) / HOUR])), params.share) },
  deskMinutes: { say: 'minutes of work at the desk for one request, on average', params: Where, measure: (all) => mean(all.map(({ request }) => request.hands)) },
} as const satisfies Readonly<Record<string, Measure>>

export const payerRequestsMetrics: Readonly<Record<string, MetricSpec>> = { ...mapRecordsMetrics, ...MEASURES }

function quantile(values: readonly number[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at * sorted.length) - 1))] ?? null
}

/** Every metric of the quest, by metric id. `test` holds the learner's own figures; null while measuring those. */
export function requestFigures(list: JudgedRequests, metrics: readonly Metric[], test: Figures | null): Figures {
  const own = metrics.filter(({ fn }) => Object.hasOwn(MEASURES, fn))
  return { ...mapFigures(list, metrics.filter((metric) => !own.includes(metric)), test), ...Object.fromEntries(own.map((metric) => [metric.id, measured(list, metric)])) }
}

function measured(list: JudgedRequests, { fn, params = {} }: Metric): number | null {
  const measure: Measure = MEASURES[fn as keyof typeof MEASURES]
  const read = (measure.params ?? Where).parse(params) as { where?: string; from: 'sent' | 'written'; per: number; share: number }
  const holds = read.where === undefined ? null : evaluate(read.where, list.table)
  return measure.measure(holds ? list.requests.filter(({ request: { row } }) => (holds[row] || 0) !== 0) : list.requests, list, read)
}
