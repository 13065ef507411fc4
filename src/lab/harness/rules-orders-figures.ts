/** Figures of a rule table on orders: one function for each name a quest may use. Null where there is nothing to measure it on. */
import type { Metric } from '../../core/quest/schema.ts'
import type { Figures, MetricSpec } from './harness.ts'
import { samePapers } from '../orders/coverage-answer.ts'
import { asksPermission, type JudgedOrder } from './rules-orders-join.ts'

/** Minutes a person spends on one request by telephone and fax: CAQH Index 2016 (source caqh). */
const MINUTES_BY_HAND = 20

type Orders = readonly JudgedOrder[]
type Measure = (orders: Orders, rowCount: number) => number | null

const needed = (order: JudgedOrder): boolean => order.wanted.pa === 'yes'
const needless = (order: JudgedOrder): boolean => !needed(order) && asksPermission(order.given)

export const ordersMetrics = {
  decidedRight: { say: 'share of orders for which permission is asked where it is needed and nowhere else; an order without a row is not decided' },
  missedPermission: { say: 'of the orders that need permission: waved through' },
  needlessPermission: { say: 'of the orders that need none: asked all the same' },
  documentsExact: { say: 'of the orders that need permission: asked for, with the right papers, no more and no fewer' },
  rowsUsed: { say: 'rows of the table' },
  emergencyHeld: { say: 'of the emergency orders: held for papers' },
  oldBook: { say: 'of the orders on which the book of 2026 changed its mind: decided by another book' },
  unmatched: { say: 'share of orders that no row speaks for' },
  needlessMinutes: { say: 'minutes spent on needless requests, per 100 orders, at 20 minutes each (source caqh)' },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  decidedRight: (orders) => share(orders, ({ given, wanted }) => given.pa === wanted.pa),
  missedPermission: (orders) => share(orders.filter(needed), ({ given }) => given.pa === 'no'),
  needlessPermission: (orders) => share(orders.filter((order) => !needed(order)), needless),
  documentsExact: (orders) => share(orders.filter(needed), ({ given, wanted }) => given.pa === 'yes' && samePapers(given, wanted)),
  rowsUsed: (_, rowCount) => rowCount,
  emergencyHeld: (orders) => share(orders.filter(({ emergency }) => emergency), ({ given }) => asksPermission(given)),
  oldBook: (orders) => share(orders.filter(({ changed }) => changed), ({ given, wanted }) => given.pa !== wanted.pa || !samePapers(given, wanted)),
  unmatched: (orders) => share(orders, ({ hits }) => hits.length === 0),
  needlessMinutes: (orders) => {
    const needlessShare = share(orders, needless)
    return needlessShare === null ? null : needlessShare * 100 * MINUTES_BY_HAND
  },
} satisfies Record<keyof typeof ordersMetrics, Measure>

function share(orders: Orders, holds: (order: JudgedOrder) => boolean): number | null {
  return orders.length === 0 ? null : orders.filter(holds).length / orders.length
}

/** Every metric of the quest, by metric id. @throws Error for a metric that names no known function */
export function ordersFigures(orders: Orders, rowCount: number, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => {
    const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
    if (!measure) throw new Error(`metric "${id}" names "${fn}", and rules-orders has no such function`)
    return [id, measure(orders, rowCount)]
  }))
}
