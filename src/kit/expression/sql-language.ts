/** SQL for the editor: SQLite's colours, the columns and words that may be completed, mistakes that show at a glance. */
import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { sql, SQLite } from '@codemirror/lang-sql'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { classHighlighter } from '@lezer/highlight'
import { isSign, namesGiven, sqlTokens } from '../../core/sql-text.ts'
import type { ExpressionLanguage } from './expression-editor.tsx'
import { sqlMistake } from './sql-mistakes.ts'

export interface SqlColumn {
  name: string
  label: string
}

const WORDS: readonly (readonly [string, string])[] = [
  ['SELECT', 'which columns the answer has'], ['FROM rows', 'where they come from'], ['WHERE', 'only rows for which'], ['GROUP BY', 'one row for each'],
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

/** Columns of the table and names the query gives, then words of SQL, each with what it means. After a dot only columns can stand. */
function sqlCompletions(columns: readonly SqlColumn[]): CompletionSource {
  const options = [...columns, { name: 'row_id', label: 'whose row it is' }].map(({ name, label }): Completion => ({ label: name, detail: label === name ? '' : label, type: 'property', boost: 1 }))
  return (context) => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u)
    const from = word ? word.from : context.pos
    const last = sqlTokens(context.state.sliceDoc(0, from)).at(-1)
    const dotted = isSign(last, '.')
    if ((!word && !dotted && !context.explicit) || last?.kind === 'unclosed') return null
    const made = namesGiven(context.state.doc.toString()).map((label): Completion => ({ label, detail: 'made by this query', type: 'variable' }))
    return { from, options: dotted ? options : [...options, ...made, ...COMMON], validFor: /^[\p{L}\p{N}_]*$/u }
  }
}

/** @param columns of the table; none where they are not known */
export function sqlLanguage(columns: readonly SqlColumn[]): ExpressionLanguage {
  return {
    look: [sql({ dialect: SQLite }), syntaxHighlighting(classHighlighter), bracketMatching()],
    complete: [sqlCompletions(columns)],
    mistake: (text) => sqlMistake(text, columns.map(({ name }) => name)),
    example: 'SELECT * FROM rows',
  }
}
