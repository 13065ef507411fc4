/**
 * An expression tied to the columns of one table. Missing values stay missing: arithmetic on them gives NaN, comparing them
 * gives no. True is 1, false is 0. What cannot be computed (log of 0, a division by 0) is missing, never infinite.
 */
import { type CompareOp, type Expr, ExprError, type ExprFunction, parseExpr, type SumOp } from './expr.ts'
import type { Column, Table } from './ports.ts'
import { columnOf } from './table.ts'

type NumberAt = (row: number) => number
type Bound = { kind: 'number'; at: NumberAt } | { kind: 'text'; at: (row: number) => string }

/** A value for every row. @throws ExprError also for a column the table does not have, or words where numbers must stand */
export function evaluate(expr: Expr | string, table: Table): Float64Array {
  const at = numeric(typeof expr === 'string' ? parseExpr(expr) : expr, table)
  return filled(table.ids.length, at)
}

/** As `evaluate`, and a bare column or word keeps its words. */
export function evaluateColumn(expr: Expr | string, table: Table): Column {
  const bound = bind(typeof expr === 'string' ? parseExpr(expr) : expr, table)
  return bound.kind === 'number'
    ? { kind: 'number', values: filled(table.ids.length, bound.at) }
    : { kind: 'category', values: Array.from(table.ids, (_, row) => bound.at(row)) }
}

/** On paper there is one nought: -0 becomes 0. A plain loop: tables of hours have a hundred thousand rows. */
function filled(rows: number, at: NumberAt): Float64Array {
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) values[row] = at(row) + 0
  return values
}

/** Rows for which the expression holds. A missing value does not hold. */
export function rowsWhere(expr: Expr | string, table: Table): number[] {
  const values = evaluate(expr, table)
  const rows: number[] = []
  for (let row = 0; row < values.length; row++) if (isTrue(values[row] as number)) rows.push(row)
  return rows
}

function bind(expr: Expr, table: Table): Bound {
  switch (expr.kind) {
    case 'number': {
      const { value } = expr
      return { kind: 'number', at: () => value }
    }
    case 'text': {
      const { value } = expr
      return { kind: 'text', at: () => value }
    }
    case 'column':
      return bindColumn(expr, table)
    case 'call':
      return { kind: 'number', at: expr.fn === 'known' ? known(bind(expr.args[0] as Expr, table)) : call(expr.fn, expr.args.map((arg) => numeric(arg, table))) }
    case 'sum':
      return { kind: 'number', at: arithmetic(expr.op, numeric(expr.left, table), numeric(expr.right, table)) }
    case 'compare':
      return { kind: 'number', at: compare(expr, table) }
    case 'minus': {
      const of = numeric(expr.of, table)
      return { kind: 'number', at: (row) => -of(row) }
    }
    case 'not': {
      const of = numeric(expr.of, table)
      return { kind: 'number', at: (row) => (isTrue(of(row)) ? 0 : 1) }
    }
    default: {
      const [left, right] = [numeric(expr.left, table), numeric(expr.right, table)]
      if (expr.kind === 'both') return { kind: 'number', at: (row) => (isTrue(left(row)) && isTrue(right(row)) ? 1 : 0) }
      return { kind: 'number', at: (row) => (isTrue(left(row)) || isTrue(right(row)) ? 1 : 0) }
    }
  }
}

function bindColumn({ name, at }: { name: string; at: number }, table: Table): Bound {
  const column = columnOf(table, name)
  if (!column) throw new ExprError(at, `There is no column "${name}" in this table.`)
  if (column.kind === 'number') return { kind: 'number', at: (row) => column.values[row] as number }
  return { kind: 'text', at: (row) => column.values[row] as string }
}

function numeric(expr: Expr, table: Table): NumberAt {
  const bound = bind(expr, table)
  if (bound.kind === 'number') return bound.at
  const what = expr.kind === 'column' ? `"${expr.name}" holds words` : 'This is a word'
  throw new ExprError(expr.at, `${what}; a number is needed here. Compare words with == or !=, as in sex == 'F'.`)
}

function known(bound: Bound): NumberAt {
  return bound.kind === 'number' ? (row) => (Number.isNaN(bound.at(row)) ? 0 : 1) : (row) => (bound.at(row) === '' ? 0 : 1)
}

function call(fn: Exclude<ExprFunction, 'known'>, args: NumberAt[]): NumberAt {
  const [first] = args as [NumberAt]
  switch (fn) {
    case 'log':
      return (row) => finite(Math.log(first(row)))
    case 'log1p':
      return (row) => finite(Math.log1p(first(row)))
    case 'exp':
      return (row) => finite(Math.exp(first(row)))
    case 'abs':
      return (row) => Math.abs(first(row))
    case 'round':
      return (row) => Math.round(first(row))
    case 'min':
      return (row) => Math.min(...args.map((arg) => arg(row)))
    case 'max':
      return (row) => Math.max(...args.map((arg) => arg(row)))
  }
}

function arithmetic(op: SumOp, left: NumberAt, right: NumberAt): NumberAt {
  switch (op) {
    case '+':
      return (row) => finite(left(row) + right(row))
    case '-':
      return (row) => finite(left(row) - right(row))
    case '*':
      return (row) => finite(left(row) * right(row))
    case '/':
      return (row) => finite(left(row) / right(row))
  }
}

function compare(expr: Extract<Expr, { kind: 'compare' }>, table: Table): NumberAt {
  const [left, right] = [bind(expr.left, table), bind(expr.right, table)]
  if (left.kind === 'number' && right.kind === 'number') return compareNumbers(expr.op, left.at, right.at)
  if (left.kind === 'number' || right.kind === 'number') {
    throw new ExprError(expr.at, 'A word is compared with a number here. Words go in quotes, as in sex == \'F\'; numbers do not.')
  }
  if (expr.op === '==') return (row) => (left.at(row) === right.at(row) ? 1 : 0)
  if (expr.op === '!=') return (row) => (left.at(row) === right.at(row) ? 0 : 1)
  throw new ExprError(expr.at, `Words have no order: compare them with == or !=, not ${expr.op}.`)
}

function compareNumbers(op: CompareOp, left: NumberAt, right: NumberAt): NumberAt {
  const holds = COMPARISONS[op]
  return (row) => (holds(left(row), right(row)) ? 1 : 0)
}

const COMPARISONS: Readonly<Record<CompareOp, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a < b || a > b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value)
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN
}
