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
}

export function valuesFor(plan: Plan, seed: string): Values {
  const { n, spec } = plan
  const columns = drawColumns(plan, seed)
  const numbers = (value: (row: number) => number): Column => ({ kind: 'number', values: Float64Array.from({ length: n }, (_, row) => value(row)) })
  const table: Table = {
    type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [],
    columns: { ...Object.fromEntries(Object.entries(spec.constants).map(([name, value]) => [name, numbers(() => value)])), [ROW_NUMBER]: numbers((row) => row + 1), ...columns },
  }
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
  }
}
