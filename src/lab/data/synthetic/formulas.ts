/** Where a column of a synthetic table reads other columns: its formulas with their places, and the columns it names outright. */
import { columnsOf, type Expr, ExprError, parseExpr } from '../../graph/expr.ts'
import type { Draw } from './spec.ts'

export interface Formula {
  /** Inside the column. */
  path: readonly PropertyKey[]
  text: string
}

/** Every formula of a column; plain numbers are none. */
export function formulasOf(draw: Draw): Formula[] {
  return [...entriesOf(draw), { path: ['missing'], text: draw.missing }].flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, text }] : []))
}

function entriesOf(draw: Draw): { path: PropertyKey[]; text: string | number | undefined }[] {
  const named = (...names: string[]) => names.map((name) => ({ path: [name], text: (draw as Record<string, unknown>)[name] as string | number | undefined }))
  switch (draw.draw) {
    case 'uniform': return named('from', 'to')
    case 'normal': return named('mean', 'sd')
    case 'lognormal': return named('median', 'sigma')
    case 'exponential':
    case 'poisson': return named('mean')
    case 'gamma':
    case 'negbin': return named('mean', 'shape')
    case 'bernoulli': return named('p', 'logit')
    case 'category': return Object.entries(draw.weights).map(([word, text]) => ({ path: ['weights', word], text }))
    case 'date': return named('plus')
    case 'formula': return named('expr')
    case 'rules': return draw.rows.map((row, i) => ({ path: ['rows', i, 'when'], text: row.when }))
    case 'person':
    case 'condition': return []
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text))
}

/** Columns named without a formula, with their places. */
export function columnsNamedBy(draw: Draw): Formula[] {
  return [
    ...(draw.per === undefined ? [] : [{ path: ['per'], text: draw.per }]),
    ...(draw.draw === 'date' && !isDay(draw.from) ? [{ path: ['from'], text: draw.from }] : []),
  ]
}

export type ReadFormula = { ok: true; expr: Expr; names: string[] } | { ok: false; at: number; say: string }

export function readFormula(text: string): ReadFormula {
  try {
    const expr = parseExpr(text)
    return { ok: true, expr, names: columnsOf(expr) }
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    return { ok: false, at: error.position, say: error.message }
  }
}

/** Columns that must be there before this one is drawn. A value may decide itself whether it goes missing. */
export function needsOf(name: string, draw: Draw): string[] {
  const read = formulasOf(draw).flatMap(({ path, text }) => {
    const formula = readFormula(text)
    const names = formula.ok ? formula.names : []
    return path[0] === 'missing' ? names.filter((one) => one !== name) : names
  })
  return [...new Set([...read, ...columnsNamedBy(draw).map(({ text }) => text)])]
}
