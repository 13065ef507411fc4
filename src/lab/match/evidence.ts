/** Where an answer stands in a file: in a column, or in words of a letter. Nothing is guessed: without evidence there is no answer. */
import type { EvidenceRule, Question, TakenBack } from '../../core/artefacts/match-plan.ts'
import type { FindRule } from '../../core/artefacts/annotations.ts'
import { finderFor, type Finder } from '../deid/find.ts'
import { columnOf, metaOf } from '../graph/table.ts'
import type { Letter, Pool } from './pool.ts'

export interface Evidence {
  value: string | number
  /** ISO date of the answer; '' where it is not told, and then it counts as of today. */
  day: string
  /** A column by its name, or a place in a letter of that person (by index). */
  at: { column: string } | { letter: number; from: number; to: number }
}

export interface CompiledQuestion {
  question: Question
  /** By rule of evidence; null for one that reads a column. */
  finders: readonly (Finder | null)[]
}

/** The mark of what was found, before anything takes it back. */
const SAID = 'said'
const backKind = (at: number) => `back-${at}`

/** @returns the question, or what is wrong with it and how to mend it */
export function compileQuestion(question: Question, { table }: Pick<Pool, 'table'>): CompiledQuestion | string {
  const finders: (Finder | null)[] = []
  for (const [i, rule] of question.evidence.entries()) {
    if (rule.from === 'column') {
      const stray = [rule.column, ...(rule.date === undefined ? [] : [rule.date])].find((name) => !columnOf(table, name))
      if (stray !== undefined) return `${question.label}, place ${i + 1}: the file has no column "${stray}".`
      const kind = columnOf(table, rule.column)?.kind
      if ((kind === 'number') !== (question.kind === 'number')) return `${question.label}, place ${i + 1}: "${rule.column}" holds ${kind === 'number' ? 'numbers' : 'words'}, and the question asks for ${question.kind === 'number' ? 'a number' : 'a word'}.`
      finders.push(null)
      continue
    }
    const finder = finderFor({ rules: [findRule(rule), ...rule.back.filter(({ words }) => words.length > 0).map(scopeRule)], scans: false })
    const [problem] = finder.problems
    if (problem) return `${question.label}, place ${i + 1}: ${problem.say}`
    finders.push(finder)
  }
  return { question, finders }
}

function findRule(rule: Exclude<EvidenceRule, { from: 'column' }>): FindRule {
  return rule.from === 'words'
    ? { id: SAID, how: 'list', kind: SAID, words: rule.words, capitals: false }
    : { id: SAID, how: 'pattern', kind: SAID, find: rule.find }
}

function scopeRule({ words, side, reach, stops, becomes }: TakenBack, at: number): FindRule {
  return { id: backKind(at), how: 'scope', kind: SAID, becomes: becomes === null ? null : backKind(at), side, words, reach, stops }
}

/** Every answer that stands in the file of one person, in the order in which they count. */
export function evidenceFor({ question, finders }: CompiledQuestion, pool: Pick<Pool, 'table' | 'letters'>, row: number): Evidence[] {
  return question.evidence.flatMap((rule, i) => {
    const finder = finders[i]
    return rule.from === 'column' ? inColumn(rule, pool, row) : finder ? (pool.letters[row] ?? []).flatMap((letter, at) => inLetter(question, rule, finder, letter, at)) : []
  })
}

function inColumn({ column, date }: Extract<EvidenceRule, { from: 'column' }>, { table }: Pick<Pool, 'table'>, row: number): Evidence[] {
  const value = columnOf(table, column)?.values[row]
  if (value === undefined || value === '' || Number.isNaN(value)) return []
  return [{ value, day: date === undefined ? '' : String(columnOf(table, date)?.values[row] ?? ''), at: { column } }]
}

function inLetter(question: Question, rule: Exclude<EvidenceRule, { from: 'column' }>, finder: Finder, { text, day }: Letter, letter: number): Evidence[] {
  const found = finder.find(text)
  if (found.length === 0) return []
  const cues = rule.back.filter(({ words }) => words.length > 0)
  return finder.narrow(text, found).found.flatMap(({ from, to, kind }): Evidence[] => {
    const said = kind === SAID ? (rule.says ?? text.slice(from, to)) : cues.find((_, at) => backKind(at) === kind)?.becomes
    const value = said === undefined || said === null ? null : valueOf(question, said)
    return value === null ? [] : [{ value, day, at: { letter, from, to } }]
  })
}

function valueOf({ kind, values }: Question, said: string): string | number | null {
  if (kind === 'number') {
    const number = Number(said.trim().replace(',', '.'))
    return said.trim() === '' || !Number.isFinite(number) ? null : number
  }
  const word = said.trim().toLowerCase()
  return values?.find((value) => value.toLowerCase() === word) ?? (word === '' ? null : said.trim())
}

/** How evidence is called: "HbA1c", or the title of a letter. */
export function placeOf({ table, letters }: Pick<Pool, 'table' | 'letters'>, row: number, { at }: Evidence): string {
  return 'column' in at ? (metaOf(table, at.column)?.label ?? at.column) : (letters[row]?.[at.letter]?.title ?? 'a letter')
}

/** The sentence around what was found. */
export function quoteOf({ letters }: Pick<Pool, 'letters'>, row: number, { at }: Evidence): string | null {
  if ('column' in at) return null
  const text = letters[row]?.[at.letter]?.text ?? ''
  const before = Math.max(...['. ', '\n', '? ', '! '].map((end) => { const place = text.lastIndexOf(end, Math.max(0, at.from - 1)); return place < 0 ? 0 : place + end.length }))
  const after = /[.!?](?=\s|$)|\n/.exec(text.slice(at.to))
  return text.slice(Math.min(before, at.from), after ? at.to + after.index + (after[0] === '\n' ? 0 : 1) : text.length).trim()
}
