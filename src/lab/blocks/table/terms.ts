/** One term of the feature list, as learnt from the training rows: a sum of columns, or the words of one column. */
import { evaluate } from '../../graph/bind-expr.ts'
import type { RunContext } from '../../graph/block.ts'
import { columnsOf, type Expr, parseExpr } from '../../graph/expr.ts'
import type { Table } from '../../graph/ports.ts'
import { medianOf } from '../../ml/median.ts'
import { columnOf } from '../../graph/table.ts'
import { reading } from './reading.ts'

export interface Term {
  /** Names of the features it becomes. */
  names: string[]
  uses: string[]
  /** One list of values per feature, nothing missing. */
  values: (table: Table, context: RunContext) => Float64Array[]
  /** 1 for rows whose value is missing. */
  missingIn: (table: Table, context: RunContext) => Uint8Array
}

/** More different words than this is a name or a number of a patient, not a category. */
const MOST_WORDS = 40

export function learnTerms(texts: readonly string[], train: Table, flagMissing: boolean, context: RunContext): Term[] {
  const seen = new Set<string>()
  return texts.map((text) => {
    const term = text.trim()
    if (seen.has(term)) context.problem(`"${term}" is in the list twice. Take one away.`, 'twice')
    seen.add(term)
    const expr = reading(context, term, () => parseExpr(term))
    const column = expr.kind === 'column' ? columnOf(train, expr.name) : undefined
    return column?.kind === 'category' ? wordsTerm(term, column.values, context) : numberTerm(term, expr, train, flagMissing, context)
  })
}

export function widthOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { names }) => sum + names.length, 0)
}

export function usesOf(terms: readonly Term[]): string[] {
  return [...new Set(terms.flatMap(({ uses }) => uses))]
}

export function valuesOf(term: Term, table: Table, context: RunContext): Float64Array[] {
  return term.values(table, context)
}

function numberTerm(text: string, expr: Expr, train: Table, flagMissing: boolean, context: RunContext): Term {
  const read = (table: Table, at: RunContext) => reading(at, text, () => evaluate(expr, table))
  const learnt = read(train, context)
  const middle = medianOf(learnt)
  if (middle === null) context.problem(`"${text}" has no value in any training row. Take it away.`, 'all-missing')
  const flag = flagMissing && learnt.some(Number.isNaN)
  return {
    names: flag ? [text, `${text} is missing`] : [text],
    uses: columnsOf(expr),
    values: (table, at) => {
      const raw = read(table, at)
      const filled = raw.map((value) => (Number.isNaN(value) ? (middle as number) : value))
      return flag ? [filled, raw.map((value) => (Number.isNaN(value) ? 1 : 0))] : [filled]
    },
    missingIn: (table, at) => Uint8Array.from(read(table, at), (value) => (Number.isNaN(value) ? 1 : 0)),
  }
}

/** One column of 0 and 1 per word; the commonest word is what the others are compared with. */
function wordsTerm(name: string, words: readonly string[], context: RunContext): Term {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  if (counts.size > MOST_WORDS) {
    context.problem(`"${name}" holds ${counts.size} different words: that names people rather than describes them. Take it away.`, 'too-many-words')
  }
  const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word)
  const shown = byCount.slice(1)
  const read = (table: Table, at: RunContext): readonly string[] => {
    const column = columnOf(table, name)
    return column?.kind === 'category' ? column.values : at.problem(`There is no column of words called "${name}".`, 'no-column')
  }
  return {
    names: shown.map((word) => `${name} = ${word || 'missing'}`),
    uses: [name],
    values: (table, at) => {
      const given = read(table, at)
      return shown.map((word) => Float64Array.from(given, (value) => (value === word ? 1 : 0)))
    },
    missingIn: (table, at) => Uint8Array.from(read(table, at), (value) => (value === '' ? 1 : 0)),
  }
}
