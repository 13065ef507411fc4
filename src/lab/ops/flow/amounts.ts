/** Amounts and formulas of a service, worked out: over its constants, over its levers, or over its cases. */
import type { Lever } from '../../../core/artefacts/levers.ts'
import type { LeverValue, ServicePlan } from '../../../core/artefacts/service-plan.ts'
import { evaluate } from '../../graph/bind-expr.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import type { Amount, FlowSpec } from './spec.ts'

/** A table that formulas may read; nobody looks at its ids. */
export function tableOf(columns: Readonly<Record<string, Column>>, rows: number): Table {
  return { type: 'Table', ids: Array.from({ length: rows }, () => ''), meta: [], columns }
}

/** By row. What cannot be worked out is NaN. @throws ExprError where the formula does not fit the table */
export function amounts(of: Amount, table: Table): Float64Array {
  return typeof of === 'number' ? new Float64Array(table.ids.length).fill(of) : evaluate(of, table)
}

/** One number, of a table with one row; nought where it cannot be worked out. */
export function amount(of: Amount, table: Table): number {
  const value = amounts(of, table)[0] ?? 0
  return Number.isFinite(value) ? value : 0
}

function filled(value: number | string, rows: number): Column {
  return typeof value === 'number' ? { kind: 'number', values: new Float64Array(rows).fill(value) } : { kind: 'category', values: Array.from({ length: rows }, () => value) }
}

export function constantColumns({ cases }: Pick<FlowSpec, 'cases'>, rows = 1): Record<string, Column> {
  return Object.fromEntries(Object.entries(cases.constants).map(([name, value]) => [name, filled(value, rows)]))
}

/** Levers that are one number or one word. */
export function leverColumns({ levers }: Pick<FlowSpec, 'levers'>, plan: ServicePlan, rows = 1): Record<string, Column> {
  return Object.fromEntries(Object.entries(levers).flatMap(([name, { kind }]): [string, Column][] => {
    const value = valueOf(plan, name)
    return (kind === 'number' || kind === 'choice') && (typeof value === 'number' || typeof value === 'string') ? [[name, filled(value, rows)]] : []
  }))
}

/** Place of each case in an order, 1 for the first; a kind that nobody ordered comes last. */
export function orderColumns({ levers }: Pick<FlowSpec, 'levers'>, plan: ServicePlan, cases: Table): Record<string, Column> {
  return Object.fromEntries(Object.entries(levers).flatMap(([name, lever]): [string, Column][] => {
    if (lever.kind !== 'order') return []
    const [order, words] = [valueOf(plan, name), columnOf(cases, lever.of)]
    const place = (word: number | string | undefined) => {
      const at = Array.isArray(order) ? order.indexOf(String(word)) : -1
      return at < 0 ? Object.keys(lever.items).length + 1 : at + 1
    }
    return [[name, { kind: 'number', values: Float64Array.from({ length: cases.ids.length }, (_, row) => place(words?.values[row])) }]]
  }))
}

export function valueOf({ levers }: ServicePlan, name: string): LeverValue | undefined {
  return Object.hasOwn(levers, name) ? levers[name] : undefined
}

/** A plan in which every lever stands somewhere, for checking formulas before anybody has planned. */
export function somePlan({ levers }: Pick<FlowSpec, 'levers'>): ServicePlan {
  return { levers: Object.fromEntries(Object.entries(levers).map(([name, lever]) => [name, someValue(lever)])) }
}

function someValue(lever: Lever): LeverValue {
  switch (lever.kind) {
    case 'number': return lever.max
    case 'choice': return Object.keys(lever.options)[0] as string
    case 'order': return Object.keys(lever.items)
    case 'grid': return Object.fromEntries(Object.keys(lever.rows).map((row) => [row, Object.keys(lever.columns).map(() => Object.keys(lever.options)[0] as string)]))
    case 'posts': return { [lever.places[0] as string]: lever.total }
  }
}
