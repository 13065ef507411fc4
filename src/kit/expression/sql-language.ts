/** SQL for the editor: SQLite's colours, the tables, columns and words that may be completed, mistakes that show at a glance. */
import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { sql, SQLite } from '@codemirror/lang-sql'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { classHighlighter } from '@lezer/highlight'
import { isSign, namesGiven, type SqlToken, sqlTokens } from '../../core/sql-text.ts'
import type { ExpressionLanguage } from './expression-editor.tsx'
import { sqlMistake } from './sql-mistakes.ts'
import type { SqlColumn, SqlTable } from './sql-table.ts'

const WORDS: readonly (readonly [string, string])[] = [
  ['SELECT', 'which columns the answer has'], ['WHERE', 'only rows for which'], ['GROUP BY', 'one row for each'],
  ['HAVING', 'only groups for which'], ['ORDER BY', 'in the order of'], ['DESC', 'the largest first'], ['LIMIT', 'no more rows than'], ['AS', 'call it'], ['DISTINCT', 'each only once'],
  ['JOIN', 'put the rows of two tables side by side'], ['USING', 'where this column is the same'], ['WITH', 'name a table for this query'], ['AND', 'both hold'], ['OR', 'one of them holds'], ['NOT', 'the other way round'],
  ['IN', 'one of a list'], ['BETWEEN', 'from … and … to'], ['LIKE', 'text of this form: % stands for anything'], ['IS NULL', 'it is missing'], ['IS NOT NULL', 'it is there'],
  ['CASE', 'one value or another: CASE WHEN … THEN … ELSE … END'], ['WHEN', 'if'], ['THEN', 'then'], ['ELSE', 'otherwise'], ['END', 'the end of CASE'], ['OVER', 'beside the row, over its group'], ['PARTITION BY', 'groups for OVER'],
]

const FUNCTIONS: readonly (readonly [string, string])[] = [
  ['count(*)', 'how many rows'], ['sum()', 'all added up'], ['avg()', 'the mean'], ['min()', 'the smallest'], ['max()', 'the largest'], ['round()', 'to so many decimals'], ['abs()', 'without its sign'],
  ['coalesce()', 'the first that is not missing'], ['lower()', 'in small letters'], ['upper()', 'in capitals'], ['length()', 'how long a text is'], ['substr()', 'a part of a text'], ['row_number()', 'first, second, third, with OVER'],
]

const COMMON: readonly Completion[] = [
  ...WORDS.map(([label, detail]) => ({ label, detail, type: 'keyword' })),
  ...FUNCTIONS.map(([label, detail]) => ({ label, detail, type: 'function', boost: -1 })),
]

function columnOptions(columns: readonly SqlColumn[]): Completion[] {
  const seen = new Set<string>()
  return columns.flatMap(({ name, label }) => (seen.has(name) ? [] : [seen.add(name) && { label: name, detail: label === name ? '' : label, type: 'property', boost: 1 }]))
}

/** Tables and columns, names the query gives, then words of SQL, each with what it means. After a dot only columns can stand. */
function sqlCompletions(tables: readonly SqlTable[]): CompletionSource {
  const columns = columnOptions(tables.flatMap((table) => table.columns))
  const [only] = tables
  const from: readonly Completion[] = tables.length === 1 && only
    ? [{ label: `FROM ${only.name}`, detail: 'where they come from', type: 'keyword' }]
    : [{ label: 'FROM', detail: 'where they come from', type: 'keyword' }, ...tables.map(({ name, label }): Completion => ({ label: name, detail: label, type: 'class' }))]
  return (context) => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u)
    const start = word ? word.from : context.pos
    const text = context.state.doc.toString()
    const before = sqlTokens(context.state.sliceDoc(0, start))
    const last = before.at(-1)
    const dotted = isSign(last, '.')
    if ((!word && !dotted && !context.explicit) || last?.kind === 'unclosed') return null
    const validFor = /^[\p{L}\p{N}_]*$/u
    if (dotted) return { from: start, options: columnsOf(before.at(-2), text, tables, columns), validFor }
    const made = namesGiven(text).map((label): Completion => ({ label, detail: 'made by this query', type: 'variable' }))
    if (tables.length > 1 && /^(?:from|join)$/i.test(last?.text ?? '')) return { from: start, options: [...from.slice(1), ...made], validFor }
    return { from: start, options: [...columns, ...made, ...from, ...COMMON], validFor }
  }
}

/** Behind the name of a table, or a short name given to it, its own columns; behind any other name all there are. */
function columnsOf(name: SqlToken | undefined, text: string, tables: readonly SqlTable[], all: readonly Completion[]): readonly Completion[] {
  const called = name?.text.toLowerCase() ?? ''
  const tokens = sqlTokens(text)
  const found = tables.find((table) => table.name.toLowerCase() === called)
    ?? tables.find((table) => tokens.some((token, i) => {
      const alias = /^as$/i.test(tokens[i + 1]?.text ?? '') ? tokens[i + 2] : tokens[i + 1]
      return token.text.toLowerCase() === table.name.toLowerCase() && alias?.text.toLowerCase() === called
    }))
  return found ? columnOptions(found.columns) : all
}

/** @param example shown while nothing is written */
export function sqlLanguage(tables: readonly SqlTable[], example: string): ExpressionLanguage {
  return {
    look: [sql({ dialect: SQLite }), syntaxHighlighting(classHighlighter), bracketMatching()],
    complete: [sqlCompletions(tables)],
    mistake: (text) => sqlMistake(text, tables, example),
    example,
  }
}
