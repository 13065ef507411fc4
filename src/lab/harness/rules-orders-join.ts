/** Each order with the card it was given and the card the payers' books call for. */
import { changedIn2026 } from '../data/pa-policies.ts'
import { DOCUMENT_SEPARATOR, orderFacts } from '../data/pa-orders.ts'
import type { Cards, PortValue, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import type { CoverageAnswer } from '../orders/coverage-answer.ts'
import type { JudgedSet } from './harness.ts'

export interface JudgedOrder {
  row: number
  given: CoverageAnswer
  wanted: CoverageAnswer
  /** Page of the book that decides. */
  policy: string
  emergency: boolean
  /** The book of 2026 says something else than the one before. */
  changed: boolean
  /** Rows that spoke, 0-based. */
  hits: readonly number[]
}

export interface OrdersSet extends JudgedSet {
  table: Table
  orders: readonly JudgedOrder[]
  rowCount: number
}

/** @throws TypeError when the graph ends in something else than cards */
export function cardsIn(result: PortValue): Cards {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Cards') throw new TypeError(`rules-orders judges Cards, not ${from.type}`)
  return from as Cards
}

/** @param whole the same orders with what the books say of them */
export function joinOrders({ answers, rulings }: Cards, whole: Table): JudgedOrder[] {
  const place = new Map(whole.ids.map((id, row) => [id, row]))
  const [pa, docs, policy] = (['pa', 'docs', 'policy'] as const).map((name) => columnOf(whole, name))
  return rulings.cases.ids.flatMap((id, i) => {
    const row = place.get(id)
    const given = answers[i]
    if (row === undefined || !given) return []
    const facts = orderFacts(whole, row)
    const papers = String(docs?.values[row] ?? '')
    return [{
      row, given,
      wanted: { pa: pa?.values[row] === 'yes' ? 'yes' : 'no', docs: papers === '' ? [] : papers.split(DOCUMENT_SEPARATOR) } as const,
      policy: String(policy?.values[row] ?? ''),
      emergency: facts.setting === 'ED',
      changed: changedIn2026(facts),
      hits: rulings.rulings[i]?.hits ?? [],
    }]
  })
}

/** An order without a ruling goes to the fax, so permission is asked for all the same. */
export function asksPermission({ pa }: CoverageAnswer): boolean {
  return pa !== 'no'
}
