import type { Cell } from '../../../core/verdict.ts'
import type { OrderFacts } from '../../data/pa-policies.ts'
import type { Block } from '../../graph/block.ts'
import { type Column, isTable, type Table } from '../../graph/ports.ts'
import { cellAt, columnOf, headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { orderAt } from '../../orders/order-at.ts'
import { factsOf, orderSignRequest } from '../../orders/order-sign.ts'
import { countOf } from '../say.ts'
import { ordersSpec } from './orders.ts'

/** A bench shows these beside its table; more would only be scrolled past. */
const SHOWN = 400

export const orders: Block = {
  ...ordersSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(ordersSpec, context).dataset)
    if (!isTable(cases)) throw new TypeError(`this block reads orders from a Table, and the quest has ${cases.type}`)
    return { outputs: { orders: asReceived(cases) }, state: null }
  },
  report(_, outputs) {
    const table = take(outputs, 'orders', 'Table')
    const names = table.meta.map(({ name }) => name)
    const rows = Array.from({ length: Math.min(SHOWN, table.ids.length) }, (__, row): Cell[] =>
      [table.ids[row] ?? null, ...names.map((name) => cellAt(columnOf(table, name), row))])
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [countOf(table.ids.length, 'order')],
      head: headOf(table),
      views: [{ view: 'rows', title: 'Orders', columns: ['id', ...names], rows }],
    }
  },
}

/** Every order goes out as a request and is read back: what a request does not carry, no rule can use. */
function asReceived(table: Table): Table {
  const received = table.ids.map((_, row) => factsOf(orderSignRequest(orderAt(table, row))))
  const columns: Record<string, Column> = { ...table.columns }
  for (const name of Object.keys(received[0] ?? {}) as (keyof OrderFacts)[]) {
    columns[name] = columnOf(table, name)?.kind === 'number'
      ? { kind: 'number', values: Float64Array.from(received, (facts) => (facts[name] as number | null) ?? Number.NaN) }
      : { kind: 'category', values: received.map((facts) => facts[name] as string) }
  }
  return { ...table, columns }
}
