import { orderFacts } from '../data/pa-orders.ts'
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import type { OrderToSign } from './order-sign.ts'

/** Row `row` of a table of orders, as the doctor signs it. */
export function orderAt(table: Table, row: number): OrderToSign {
  const word = (name: string) => String(columnOf(table, name)?.values[row] ?? '')
  return { id: table.ids[row] ?? '', pid: word('pid'), name: word('name'), sex: word('sex'), signed: word('signed'), ...orderFacts(table, row) }
}
