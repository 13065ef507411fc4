/** `rules-orders`: cards given to orders at the moment of signing, judged by the payers' books. */
import type { Verdict, View } from '../../core/verdict.ts'
import { isTable } from '../graph/ports.ts'
import { orderAt } from '../orders/order-at.ts'
import type { Harness } from './harness.ts'
import { cardExhibit, orderCases, outcomeOfOrder, type OrderOutcome, rowsInWords } from './rules-orders-cases.ts'
import { ordersFigures, ordersMetrics } from './rules-orders-figures.ts'
import { asksPermission, cardsIn, joinOrders, type JudgedOrder, type OrdersSet } from './rules-orders-join.ts'

export const rulesOrders: Harness<OrdersSet> = {
  id: 'rules-orders',
  about: 'cards given to orders at the moment of signing, against the payers\' books',
  judges: 'Rulings',
  generators: ['pa.orders'],
  metrics: ordersMetrics,
  testFigures(result, metrics) {
    const cards = cardsIn(result)
    return ordersFigures(joinOrders(cards, cards.rulings.cases), cards.rulings.rowIds.length, metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (!isTable(whole)) throw new TypeError(`rules-orders reads orders from a Table, not from ${whole.type}`)
    const cards = cardsIn(result)
    const orders = joinOrders(cards, whole)
    const rowCount = cards.rulings.rowIds.length
    return { label, seed, weight, n: orders.length, table: whole, orders, rowCount, figures: ordersFigures(orders, rowCount, quest.verify.metrics) }
  },
  whyNull: () => 'These weeks hold no order to measure it on.',
  cases: orderCases,
  views: (_, sets) => [pagesView(sets), rowsView(sets)],
  story: (_, sets) => orderStory(sets),
}

const wrong = (order: JudgedOrder): boolean => outcomeOfOrder(order) !== 'right'

/** Where the mistakes are: which page of the book was not followed. */
function pagesView(sets: readonly OrdersSet[]): View {
  const counts = new Map<string, number>()
  for (const order of sets.flatMap(({ orders }) => orders)) if (wrong(order)) counts.set(order.policy, (counts.get(order.policy) ?? 0) + 1)
  const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([policy, value]) => ({ label: `Page ${policy}`, value, tone: 'wrong' as const }))
  return { view: 'bars', title: 'Pages of the book that were not followed', say: rows.length > 0 ? 'Orders answered otherwise than the page says.' : 'Every order was answered as its page says.', unit: 'orders', rows }
}

function rowsView(sets: readonly OrdersSet[]): View {
  const rowCount = sets[0]?.rowCount ?? 0
  const orders = sets.flatMap((set) => set.orders)
  const rows = Array.from({ length: rowCount }, (_, at) => {
    const mine = orders.filter(({ hits }) => hits.includes(at))
    const bad = mine.filter(wrong)
    const by = (outcome: OrderOutcome) => bad.filter((order) => outcomeOfOrder(order) === outcome).length
    return [`Row ${at + 1}`, mine.length, mine.length - bad.length, by('held'), by('unasked'), by('wrong-papers')]
  })
  return {
    view: 'rows', title: 'Row by row on the hidden orders', columns: ['Row', 'Decided', 'Right', 'Needless', 'Not asked', 'Wrong papers'], rows,
    marked: rows.flatMap((row, i) => (row[1] !== row[2] ? [i] : [])),
  }
}

/** One afternoon in four pictures: the emergency that waits, who waits with it, the book of last year. */
function orderStory(sets: readonly OrdersSet[]): NonNullable<Verdict['story']> {
  const all = sets.flatMap((set) => set.orders.map((order) => ({ set, order })))
  const held = all.filter(({ order }) => order.emergency && asksPermission(order.given))
  const first = held.find(({ set, order }) => orderAt(set.table, order.row).service === 'Head CT') ?? held[0]
  const old = all.filter(({ order }) => order.changed && wrong(order))
  return [...(first ? emergencyPanels(first, held.length) : []), ...(old[0] ? [oldBookPanel(old[0], old.length)] : [])]
}

interface Found {
  set: OrdersSet
  order: JudgedOrder
}

function emergencyPanels({ set, order }: Found, count: number): NonNullable<Verdict['story']> {
  const { name, service, id } = orderAt(set.table, order.row)
  const rows = rowsInWords(order.hits)
  const why = order.hits.length === 0 ? 'No row spoke, so the order went to the fax.'
    : order.hits.length > 1 ? `${rows} all answered: every row that fits speaks, and one that asks is enough.`
    : `${rows} answered before the emergency row was even read: the first row that fits speaks, and nobody below it is heard.`
  return [
    { title: 'Twenty past two, Emergency', say: `${name} ${service === 'Head CT' ? 'has had a fall and hit the head. The doctor signs a head CT' : `has just come in. The doctor signs: ${service}`} and looks at the screen.`, exhibit: cardExhibit(`Order ${id}: what the screen says`, set, order, order.given) },
    { title: 'Ten to three', say: `The scanner is free. The form is not. ${why}` },
    { title: 'What it should have said', say: `In these weeks ${count} emergency ${count === 1 ? 'order' : 'orders'} waited like this one.`, exhibit: cardExhibit(`Order ${id}: what page ${order.policy} says`, set, order, order.wanted) },
  ]
}

function oldBookPanel({ set, order }: Found, count: number): NonNullable<Verdict['story']>[number] {
  const { name, service, id } = orderAt(set.table, order.row)
  return {
    title: 'Last year’s book',
    say: `The plan year is 2026. ${count} ${count === 1 ? 'order was' : 'orders were'} answered by a page that no longer holds, among them ${name}’s ${service === 'CPAP' || service === 'Spine MRI' ? service : service.toLowerCase()}.`,
    exhibit: cardExhibit(`Order ${id}: what page ${order.policy} says now`, set, order, order.wanted),
  }
}
