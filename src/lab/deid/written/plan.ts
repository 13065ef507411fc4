/** From what a trainer wrote to sentences that can be said, or everything that is wrong with it: where, what, and how to mend it. */
import { columnsPart } from '../../data/synthetic/spec.ts'
import type { z } from 'zod'
import type { ParamProblem } from '../../data/generator.ts'
import { columnsOf, ExprError, parseExpr } from '../../graph/expr.ts'
import { type Plan, readPlan } from '../../data/synthetic/plan.ts'
import { AMOUNTS, type SaidWhen } from './amounts.ts'
import { MOST_NOTES, WrittenSpec } from './spec.ts'
import { type Piece, readTemplate, slotsOf } from './template.ts'

export interface WrittenPlan {
  spec: WrittenSpec
  columns: Plan
  /** By sentence: every way to say it, read. */
  ways: ReadonlyMap<string, readonly (readonly Piece[])[]>
  /** By list: every entry, read. */
  lists: ReadonlyMap<string, readonly (readonly Piece[])[]>
  title: readonly Piece[]
  /** Sentences in a row of their own keep their place; those together come in any order. */
  order: readonly (readonly string[])[]
}

export type WrittenRead = { ok: true; plan: WrittenPlan } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

export function readWritten(written: unknown): WrittenRead {
  const read = WrittenSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  const columns = readPlan(columnsPart(spec))
  if (!columns.ok) return columns
  const problems = [...sizeProblems(columns.plan), ...nameProblems(spec), ...wordProblems(spec), ...amountProblems(spec, { under: 'sentences', parts: spec.sentences }), ...orderProblems(spec), ...circleProblems(spec)]
  if (problems.length > 0) return { ok: false, issues: [], problems }
  return {
    ok: true,
    plan: {
      spec, columns: columns.plan, title: pieces(spec.title), order: (spec.order ?? Object.keys(spec.sentences)).map((one) => (typeof one === 'string' ? [one] : one)),
      ways: new Map(Object.entries(spec.sentences).map(([name, { say }]) => [name, say.map(pieces)])),
      lists: new Map(Object.entries(spec.lists).map(([name, entries]) => [name, entries.map(pieces)])),
    },
  }
}

function pieces(text: string): readonly Piece[] {
  const read = readTemplate(text)
  return read.ok ? read.pieces : []
}

function sizeProblems({ n }: Plan): ParamProblem[] {
  return n > MOST_NOTES ? [{ path: ['n'], what: `${n} notes are more than anybody reads`, mend: `Use at most ${MOST_NOTES}.` }] : []
}

function nameProblems({ kinds, decoys, lists, columns, sentences }: WrittenSpec): ParamProblem[] {
  return [
    ...(Object.keys(kinds).length === 0 ? [{ path: ['kinds'], what: 'there is nothing to mark', mend: 'Declare a kind, e.g. "problem": { "label": "Problem", "colour": "red" }.' }] : []),
    ...(Object.keys(sentences).length === 0 ? [{ path: ['sentences'], what: 'the notes say nothing', mend: 'Add a sentence, e.g. "has": { "say": ["She has [[problem:asthma]]."] }.' }] : []),
    ...Object.keys(decoys).flatMap((name): ParamProblem[] => [
      ...(Object.hasOwn(kinds, name) ? [{ path: ['decoys', name], what: `"${name}" is a kind too`, mend: 'Rename one of the two.' }] : []),
      ...(Object.hasOwn(kinds, decoys[name]?.like ?? '') ? [] : [{ path: ['decoys', name, 'like'], what: `there is no kind "${decoys[name]?.like}"`, mend: didYouMean(Object.keys(kinds), decoys[name]?.like ?? '') }]),
    ]),
    ...Object.keys(lists).flatMap((name): ParamProblem[] => (Object.hasOwn(columns, name) ? [{ path: ['lists', name], what: `"${name}" is a column too`, mend: 'Rename one of the two.' }] : [])),
  ]
}

/** Every text with slots: the title, the entries of lists, the ways of each sentence. */
function wordProblems(spec: WrittenSpec): ParamProblem[] {
  const texts: [PropertyKey[], string][] = [
    [['title'], spec.title],
    ...Object.entries(spec.lists).flatMap(([name, entries]) => entries.map((text, i): [PropertyKey[], string] => [['lists', name, i], text])),
    ...Object.entries(spec.sentences).flatMap(([name, { say }]) => say.map((text, i): [PropertyKey[], string] => [['sentences', name, 'say', i], text])),
  ]
  return texts.flatMap(([path, text]) => templateProblems(spec, path, text))
}

function templateProblems({ kinds, decoys, columns, lists }: WrittenSpec, path: PropertyKey[], text: string): ParamProblem[] {
  const read = readTemplate(text)
  if (!read.ok) return [{ path, what: read.what, mend: read.mend }]
  const known = [...Object.keys(columns), ...Object.keys(lists)]
  return [
    ...slotsOf(read.pieces).flatMap((name): ParamProblem[] => (known.includes(name) ? [] : [{ path, what: `there is no column and no list "${name}"`, mend: didYouMean(known, name) }])),
    ...read.pieces.flatMap((piece): ParamProblem[] => {
      if (piece.kind !== 'mark') return []
      if (path[0] !== 'sentences') return [{ path, what: 'only sentences hold marks', mend: `Put the mark around the slot instead: [[${piece.name}:{${String(path[1] ?? 'list')}}]].` }]
      const names = Object.keys(piece.decoy ? decoys : kinds)
      return names.includes(piece.name) ? [] : [{ path, what: `there is no ${piece.decoy ? 'look-alike' : 'kind'} "${piece.name}"`, mend: didYouMean(names, piece.name, piece.decoy ? 'decoys' : 'kinds') }]
    }),
  ]
}

/** Formulas that cannot be read, or that read what is not there. */
export function amountProblems({ columns, constants }: Pick<WrittenSpec, 'columns' | 'constants'>, { under, parts }: { under: string; parts: Readonly<Record<string, SaidWhen>> }): ParamProblem[] {
  const known = ['row', ...Object.keys(columns), ...Object.keys(constants)]
  const formulas = (part: SaidWhen) => AMOUNTS.flatMap((field): [string, string][] => {
    const text = part[field]
    return typeof text === 'string' ? [[field, text]] : []
  })
  return Object.entries(parts).flatMap(([name, part]) => formulas(part).flatMap(([field, text]): ParamProblem[] => {
    const path = [under, name, field]
    try {
      return columnsOf(parseExpr(text)).flatMap((one) => (known.includes(one) ? [] : [{ path, what: `there is no column and no constant "${one}"`, mend: didYouMean(known, one) }]))
    } catch (error) {
      if (!(error instanceof ExprError)) throw error
      return [{ path, what: `the formula cannot be read from character ${error.position + 1} on`, mend: error.message }]
    }
  }))
}

function orderProblems({ order, sentences }: WrittenSpec): ParamProblem[] {
  if (!order) return []
  const named = order.flatMap((one, i) => (typeof one === 'string' ? [{ name: one, path: ['order', i] }] : one.map((name, k) => ({ name, path: ['order', i, k] }))))
  const left = Object.keys(sentences).filter((name) => !named.some((one) => one.name === name))
  return [
    ...named.flatMap(({ name, path }, at): ParamProblem[] => {
      if (!Object.hasOwn(sentences, name)) return [{ path, what: `there is no sentence "${name}"`, mend: didYouMean(Object.keys(sentences), name) }]
      return named.findIndex((one) => one.name === name) < at ? [{ path, what: `the sentence "${name}" stands here for the second time`, mend: 'Say with "times" how often it comes.' }] : []
    }),
    ...(left.length > 0 ? [{ path: ['order'], what: `the sentence "${left[0]}" has no place`, mend: 'Add it, or leave "order" out.' }] : []),
  ]
}

/** Lists may hold slots of other lists, but none that leads back. */
function circleProblems({ lists }: WrittenSpec): ParamProblem[] {
  const leads = (name: string, seen: readonly string[]): boolean => seen.includes(name)
    || (lists[name] ?? []).some((text) => slotsOf(pieces(text)).some((slot) => Object.hasOwn(lists, slot) && leads(slot, [...seen, name])))
  const circle = Object.keys(lists).find((name) => leads(name, []))
  return circle === undefined ? [] : [{ path: ['lists', circle], what: `the list "${circle}" leads back to itself`, mend: 'Write the words out, or use another list.' }]
}

/** The name meant, where one begins alike or has nearly the same letters. */
export function didYouMean(names: readonly string[], name: string, where?: string): string {
  const near = names.map((one) => [one, editsBetween(one.toLowerCase(), name.toLowerCase())] as const).filter(([one, edits]) => edits <= Math.max(1, one.length / 3)).sort((a, b) => a[1] - b[1])[0]?.[0]
  if (near !== undefined) return `Did you mean "${near}"?`
  return names.length > 0 ? `Use one of: ${names.slice(0, 20).join(', ')}${where ? `; or add it to "${where}"` : ''}.` : `Add it${where ? ` to "${where}"` : ''}.`
}

/** Letters to put in, take out, change or let change places with their neighbour (Damerau 1964). */
function editsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    const [above, further] = [rows[i - 1] as number[], rows[i - 2]]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] as number) + Number(a[i - 1] !== b[j - 1])
      const swapped = further && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (further[j - 2] as number) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min((row[j - 1] as number) + 1, (above[j] as number) + 1, change, swapped))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
