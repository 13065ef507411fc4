/** Columns and formulas of drawn pictures, worked out once for all rows. */
import { evaluate } from '../../graph/bind-expr.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { drawColumns } from '../../data/synthetic/draw.ts'
import type { Plan } from '../../data/synthetic/plan.ts'
import { ROW_NUMBER } from '../../data/synthetic/spec.ts'
import type { Amount } from './spec.ts'

export interface Values {
  /** Latent ones too. */
  columns: Readonly<Record<string, Column>>
  /** @throws ExprError for a formula that does not fit its columns */
  amount(of: Amount, row: number): number
  /** Whether it holds; what is not known does not. */
  holds(formula: string, row: number): boolean
  words(column: string, row: number): string
  /** The same values but for one column, which holds what `from` has of another row: nothing that was made from it changes. */
  borrowed(name: string, from: (row: number) => number): Values
}

export function valuesFor(plan: Plan, seed: string): Values {
  const { n, spec } = plan
  const columns = drawColumns(plan, seed)
  const numbers = (value: (row: number) => number): Column => ({ kind: 'number', values: Float64Array.from({ length: n }, (_, row) => value(row)) })
  const table: Table = {
    type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [],
    columns: { ...Object.fromEntries(Object.entries(spec.constants).map(([name, value]) => [name, numbers(() => value)])), [ROW_NUMBER]: numbers((row) => row + 1), ...columns },
  }
  return valuesIn(table, columns, n)
}

function valuesIn(table: Table, columns: Values['columns'], n: number): Values {
  const known = new Map<string, Float64Array>()
  const at = (formula: string, row: number) => {
    const values = known.get(formula) ?? evaluate(formula, table)
    known.set(formula, values)
    return values[row] as number
  }
  return {
    columns,
    amount: (of, row) => (typeof of === 'number' ? of : at(of, row)),
    holds: (formula, row) => {
      const value = at(formula, row)
      return !Number.isNaN(value) && value !== 0
    },
    words: (column, row) => String(columns[column]?.values[row] ?? ''),
    borrowed(name, from) {
      const own = columns[name]
      if (!own) return this
      const rows = Array.from({ length: n }, (_, row) => from(row))
      const column: Column = own.kind === 'number' ? { kind: 'number', values: Float64Array.from(rows, (row) => own.values[row] as number) } : { kind: 'category', values: rows.map((row) => own.values[row] as string) }
      return valuesIn({ ...table, columns: { ...table.columns, [name]: column } }, { ...columns, [name]: column }, n)
    },
  }
}
