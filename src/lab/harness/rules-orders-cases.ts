/** Hidden orders to open: the order as it was sent, the card it was given, the card that was wanted. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { cellAt, columnOf, metaOf } from '../graph/table.ts'
import { isKnownAt } from '../graph/moment.ts'
import { type CoverageAnswer, samePapers } from '../orders/coverage-answer.ts'
import { coverageCard } from '../orders/coverage-card.ts'
import { orderAt } from '../orders/order-at.ts'
import { type OrderSignRequest, orderSignRequest } from '../orders/order-sign.ts'
import { asksPermission, type JudgedOrder, type OrdersSet } from './rules-orders-join.ts'

export type OrderOutcome = 'held' | 'unasked' | 'wrong-papers' | 'no-rule' | 'right'

const SHOWN: Readonly<Record<OrderOutcome, number>> = { held: 6, unasked: 6, 'wrong-papers': 6, 'no-rule': 4, right: 3 }

export function outcomeOfOrder({ given, wanted }: JudgedOrder): OrderOutcome {
  if (given.pa === null) return 'no-rule'
  if (wanted.pa === 'no') return given.pa === 'yes' ? 'held' : 'right'
  if (given.pa === 'no') return 'unasked'
  return samePapers(given, wanted) ? 'right' : 'wrong-papers'
}

export function orderCases(quest: Quest, sets: readonly OrdersSet[]): CaseReport[] {
  return (Object.keys(SHOWN) as OrderOutcome[]).flatMap((outcome) => {
    const found = sets.flatMap((set) => set.orders.filter((order) => outcomeOfOrder(order) === outcome).map((order) => ({ set, order })))
    // One of each page of the book first, so that six cases show six mistakes rather than one mistake six times.
    return spread(found, SHOWN[outcome]).map(({ set, order }) => orderCase(quest, set, order))
  })
}

function spread<Found extends { order: JudgedOrder }>(found: readonly Found[], most: number): Found[] {
  const seen = new Map<string, number>()
  const ranked = found.map((one) => {
    const turn = seen.get(one.order.policy) ?? 0
    seen.set(one.order.policy, turn + 1)
    return { one, turn }
  })
  // The first of each page (turn 0) comes before the second of any; emergencies lead.
  return ranked.sort((a, b) => a.turn - b.turn || Number(b.one.order.emergency) - Number(a.one.order.emergency)).slice(0, most).map(({ one }) => one)
}

export function orderCase(quest: Quest, set: OrdersSet, order: JudgedOrder): CaseReport {
  const signed = orderAt(set.table, order.row)
  const outcome = outcomeOfOrder(order)
  return {
    id: `${set.seed}/${signed.id}`,
    set: set.label,
    title: `${signed.name}, ${cellAt(columnOf(set.table, 'age'), order.row) ?? '?'}: ${signed.service}`,
    outcome,
    say: sayOf(outcome, order),
    exhibits: [
      cardExhibit('The card that your rules gave', set, order, order.given),
      ...(outcome === 'right' ? [] : [cardExhibit('The card that was wanted', set, order, order.wanted)]),
      diffOf(order),
      { kind: 'text', caption: 'The order as it arrived (CDS Hooks order-sign, shortened)', mono: true, text: requestText(orderSignRequest(signed)), spans: [] },
    ],
    sections: sectionsOf(quest, set, order),
  }
}

export function cardExhibit(caption: string, set: OrdersSet, { row }: JudgedOrder, answer: CoverageAnswer): Exhibit {
  const order = orderAt(set.table, row)
  const { summary, detail, indicator } = coverageCard(order.id, order, answer)
  return { kind: 'card', caption, summary, detail, indicator }
}

function diffOf({ given, wanted, hits, policy }: JudgedOrder): Exhibit {
  const papers = (answer: CoverageAnswer) => (answer.docs.length > 0 ? [...answer.docs].sort().join(', ') : 'none')
  return {
    kind: 'diff',
    caption: 'Side by side',
    rows: [
      { path: 'Permission needed', wanted: wanted.pa, got: given.pa ?? 'nobody says', ok: given.pa === wanted.pa },
      { path: 'Documents', wanted: papers(wanted), got: papers(given), ok: samePapers(given, wanted) },
      { path: 'Decided by', wanted: `page ${policy}`, got: hits.length > 0 ? hits.map((at) => `row ${at + 1}`).join(', ') : 'no row', ok: given.pa === wanted.pa && samePapers(given, wanted) },
    ],
  }
}

function sayOf(outcome: OrderOutcome, order: JudgedOrder): string {
  const { policy, emergency, hits } = order
  const row = rowsInWords(hits)
  const [asks, waves] = hits.length > 1 ? ['together ask', 'wave'] : ['asks', 'waves']
  switch (outcome) {
    case 'held': return emergency
      ? `${row} ${asks} for permission, and an emergency waits for papers that nobody wants (page ${policy}).`
      : `${row} ${asks} for permission. Page ${policy} of the book wants none: a form for nothing.`
    case 'unasked': return `${row} ${waves} it through. By page ${policy} the payer must agree first: the bill comes back to the patient.`
    case 'wrong-papers': return `${row} ${asks} for permission, as it should, but page ${policy} wants other papers. The request comes back.`
    case 'no-rule': return `No row speaks for this order, so it is faxed just in case. Page ${policy} of the book has the answer.`
    case 'right': return asksPermission(order.given) ? `Permission and papers are asked for just as page ${policy} says.` : `The patient can leave with the date in hand, as page ${policy} says.`
  }
}

/** "Row 3"; "Rows 1, 4 and 9" where every row that fits speaks; "No row". */
export function rowsInWords(hits: readonly number[]): string {
  const places = hits.map((at) => at + 1)
  if (places.length < 2) return places.length === 0 ? 'No row' : `Row ${places[0]}`
  return `Rows ${places.slice(0, -1).join(', ')} and ${places.at(-1)}`
}

/** The request without what every request has in common, short enough to read. */
function requestText({ hook, context, prefetch }: OrderSignRequest): string {
  const order = context.draftOrders.entry[0]?.resource
  const { resourceType, priority } = order ?? {}
  const code = order && (order.resourceType === 'DeviceRequest' ? order.codeCodeableConcept : order.code)
  return [
    `hook: ${hook}`,
    `draftOrders: ${resourceType} ${code?.coding[0]?.code} "${code?.text}", ${priority}`,
    `Encounter.class: ${prefetch.encounter.class.code}`,
    `Coverage: ${prefetch.coverage.payor[0]?.display}, from ${prefetch.coverage.period.start}; ${prefetch.coverage.extension.map(({ url, valueBoolean }) => `${url.split('/').at(-1)} ${valueBoolean}`).join(', ')}`,
    ...(prefetch.facts?.entry.map(({ resource }) =>
      `Observation ${resource.code.coding[0]?.code}: ${resource.valueQuantity ? `${resource.valueQuantity.value} ${resource.valueQuantity.code}` : (resource.valueInteger ?? resource.valueBoolean)}`) ?? []),
  ].join('\n')
}

function sectionsOf({ data }: Quest, { table }: OrdersSet, { row }: JudgedOrder): CaseReport['sections'] {
  const sections = data.case?.sections ?? [{ title: 'The order', columns: table.meta.filter(({ role }) => role === undefined).map(({ name }) => name) }]
  return sections.map(({ title, columns }) => ({
    title,
    rows: columns.flatMap((name) => {
      const meta = metaOf(table, name)
      if (!meta) return []
      const value = cellAt(columnOf(table, name), row)
      return [{ column: name, label: meta.label, value, ...(meta.unit ? { unit: meta.unit } : {}), availableAt: meta.availableAt, known: isKnownAt(meta.availableAt, 'referral') }]
    }),
  }))
}
