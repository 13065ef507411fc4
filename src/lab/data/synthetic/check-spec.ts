/** What is wrong with the meaning of a table's description: names that are not there, formulas that cannot be read, sizes. */
import type { ParamProblem } from '../generator.ts'
import { catalogueProblems, entriesOf } from './catalogue.ts'
import { columnsNamedBy, type Formula, formulasOf, readFormula } from './formulas.ts'
import { eligible } from './people.ts'
import { type Draw, MAX_CELLS, MAX_FORMULAS, ROW_NUMBER, type SyntheticSpec } from './spec.ts'

/** @param given names of columns that are there before any is drawn: formulas may read them */
export function specProblems(spec: SyntheticSpec, n: number, given: readonly string[] = []): ParamProblem[] {
  return [
    ...sizeProblems(spec, n), ...nameProblems(spec, given), ...peopleProblems(spec), ...catalogueProblems(spec),
    ...Object.entries(spec.columns).flatMap(([name, draw]) => columnProblems(spec, name, draw, given)),
  ]
}

function sizeProblems(spec: SyntheticSpec, n: number): ParamProblem[] {
  const columns = Object.entries(spec.columns)
  const characters = columns.flatMap(([, draw]) => formulasOf(draw)).reduce((sum, { text }) => sum + text.length, 0)
  return [
    ...(columns.length === 0 ? [{ path: ['columns'], what: 'the table has no column', mend: 'Add one, e.g. "age": { "draw": "person", "take": "age" }.' }] : []),
    ...(n * columns.length > MAX_CELLS ? [{ path: ['n'], what: `${n} rows of ${columns.length} columns are more than ${MAX_CELLS} cells`, mend: `Use at most ${Math.floor(MAX_CELLS / columns.length)} rows, or fewer columns.` }] : []),
    ...(characters > MAX_FORMULAS ? [{ path: ['columns'], what: `all formulas together have ${characters} characters`, mend: `At most ${MAX_FORMULAS} fit: shorten them, or let one column serve several.` }] : []),
    ...(n < spec.rows.length ? [{ path: ['n'], what: `n is ${n}, and ${spec.rows.length} rows are written out`, mend: 'Let n be as many at least, or write out fewer rows.' }] : []),
  ]
}

const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', ROW_NUMBER])

function nameProblems({ columns, constants }: SyntheticSpec, given: readonly string[]): ParamProblem[] {
  const named = [...Object.keys(constants).map((name) => ['constants', name]), ...Object.keys(columns).map((name) => ['columns', name])]
  return named.flatMap(([kind, name]): ParamProblem[] => {
    const path = [kind as string, name as string]
    if (RESERVED.has(name as string) || given.includes(name as string)) return [{ path, what: `"${name}" has a meaning in formulas already`, mend: 'Choose another name.' }]
    return kind === 'constants' && Object.hasOwn(columns, name as string) ? [{ path, what: `"${name}" is a column too`, mend: 'Rename one of the two.' }] : []
  })
}

function peopleProblems({ people, columns }: SyntheticSpec): ParamProblem[] {
  const parts = Object.keys(people)
  const unknown = (path: PropertyKey[], who: string): ParamProblem[] =>
    (Object.hasOwn(people, who) ? [] : [{ path, what: `nobody here is called "${who}"`, mend: parts.length > 0 ? `Use one of: ${parts.join(', ')}; or add it to "people".` : 'Add it to "people".' }])
  return [
    ...Object.entries(people).flatMap(([name, one]): ParamProblem[] => [
      ...(one.ages[0] > one.ages[1] ? [{ path: ['people', name, 'ages'], what: `the ages run from ${one.ages[0]} to ${one.ages[1]}`, mend: 'Write the lower one first.' }]
        : eligible(one).length === 0 ? [{ path: ['people', name], what: 'nobody in the town is like that', mend: 'Widen the ages.' }] : []),
      ...(one.householdOf ? unknown(['people', name, 'householdOf', 'who'], one.householdOf.who) : []),
      ...(one.householdOf && (one.householdOf.who === name || people[one.householdOf.who]?.householdOf)
        ? [{ path: ['people', name, 'householdOf', 'who'], what: 'this household leads back to a household', mend: 'Name somebody who is drawn by themselves.' }] : []),
    ]),
    ...Object.entries(columns).flatMap(([name, draw]) => ('who' in draw ? unknown(['columns', name, 'who'], draw.who) : [])),
  ]
}

function columnProblems(spec: SyntheticSpec, name: string, draw: Draw, given: readonly string[]): ParamProblem[] {
  const at = (...path: PropertyKey[]) => ['columns', name, ...path]
  return [
    ...formulaProblems(spec, formulasOf(draw), at, given),
    ...columnsNamedBy(draw).flatMap(({ path, text }): ParamProblem[] => ((Object.hasOwn(spec.columns, text) && text !== name) || (path[0] === 'per' && entriesOf(spec).includes(text)) ? [] : [{
      path: at(...path), what: `there is no other column "${text}"`, mend: path[0] === 'from' ? 'Write a day such as "2025-03-01", or name a column of dates.' : nearest(spec, text),
    }])),
    ...wayProblems(draw, at),
    ...(draw.draw === 'category' && Object.keys(draw.weights).length === 0 ? [{ path: at('weights'), what: 'there is no word to draw', mend: 'Add one, e.g. { "day": 2, "night": 1 }.' }] : []),
  ]
}

/** What a formula may name: columns, constants, and entries of the things that rows are about. */
type Names = Readonly<Record<'columns' | 'constants', Readonly<Record<string, unknown>>>> & { readonly catalogue?: SyntheticSpec['catalogue'] }

export function formulaProblems(names: Names, formulas: readonly Formula[], at: (...path: PropertyKey[]) => PropertyKey[], given: readonly string[] = []): ParamProblem[] {
  return formulas.flatMap(({ path, text }): ParamProblem[] => {
    const read = readFormula(text)
    if (!read.ok) return [{ path: at(...path), what: `the formula cannot be read from character ${read.at + 1} on`, mend: read.say }]
    return read.names.flatMap((one) => (isKnown(names, one) || given.includes(one) ? [] : [{ path: at(...path), what: `there is no column and no constant "${one}"`, mend: nearest(names, one) }]))
  })
}

/** Bounds the wrong way round, and chances that are said twice or never. */
export function wayProblems(draw: object, at: (...path: PropertyKey[]) => PropertyKey[]): ParamProblem[] {
  const { min, max, p, logit, rate } = draw as { min?: number; max?: number; p?: unknown; logit?: unknown; rate?: number }
  const chance = 'draw' in draw && draw.draw === 'bernoulli'
  return [
    ...(min !== undefined && max !== undefined && min > max ? [{ path: at('min'), what: `min is ${min} and max is ${max}`, mend: 'Let min be the smaller one.' }] : []),
    ...(chance && (p === undefined) === (logit === undefined) ? [{ path: at(), what: 'the chance of yes must be said once', mend: 'Write either "p" or "logit".' }] : []),
    ...(chance && rate !== undefined && logit === undefined ? [{ path: at('rate'), what: 'only log-odds can be shifted to reach a rate', mend: 'Write "logit" instead of "p", or leave "rate" out.' }] : []),
  ]
}

function isKnown({ columns, constants, catalogue = [] }: Names, name: string): boolean {
  return name === ROW_NUMBER || Object.hasOwn(columns, name) || Object.hasOwn(constants, name) || entriesOf({ catalogue }).includes(name)
}

export function nearest({ columns, constants, catalogue = [] }: Names, name: string): string {
  const names = [...Object.keys(columns), ...Object.keys(constants), ...entriesOf({ catalogue })]
  const start = name.slice(0, 3).toLowerCase()
  const near = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? names.find((one) => one.toLowerCase().startsWith(start))
  return near === undefined ? 'Add it, or check the spelling. Words go in quotes, as in ward == \'4A\'.' : `Did you mean "${near}"?`
}
