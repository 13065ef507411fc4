/** From what a trainer wrote about people with a patch to an order of drawing, or everything that is wrong with it. */
import type { z } from 'zod'
import type { Column, Table } from '../../graph/ports.ts'
import type { ParamProblem } from '../generator.ts'
import { formulaProblems } from '../synthetic/check-spec.ts'
import { drawColumns, readers } from '../synthetic/draw.ts'
import type { Formula } from '../synthetic/formulas.ts'
import { type Plan, readPlan } from '../synthetic/plan.ts'
import { ColumnProblem } from '../synthetic/problem.ts'
import { ROW_NUMBER } from '../synthetic/spec.ts'
import { RHYTHM_FIGURES } from '../../stream/rhythm-figures.ts'
import { drawEpisodes, type DrawnEpisode, heartsOf, type SaidOfHeart } from './draw-episodes.ts'
import { type EpisodeKind, HEART_WORDS, MAX_WINDOWS, NUMBER, TraceSpec } from './trace-spec.ts'

export interface TracePlan {
  spec: TraceSpec
  /** Of the table of people. */
  people: Plan
}

export type TracePlanRead = { ok: true; plan: TracePlan } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

/** `issues` are of the shape; `problems` of the meaning, and looked for only once the shape is right. */
export function readTracePlan(written: unknown): TracePlanRead {
  const read = TraceSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const { recording: _, heart: __, episodes: ___, ...table } = read.data
  const people = readPlan(table)
  if (!people.ok) return people
  const plan: TracePlan = { spec: read.data, people: people.plan }
  for (const look of [() => meaningProblems(plan), () => drawnProblems(plan)]) {
    const problems = look()
    if (problems.length > 0) return { ok: false, issues: [], problems }
  }
  return { ok: true, plan }
}

/** Windows of each person. */
export function windowsOf({ recording: { hours, every } }: TraceSpec): number {
  return Math.floor((hours * 60) / every)
}

function meaningProblems({ spec, people: { n } }: TracePlan): ParamProblem[] {
  const names = { columns: spec.columns, constants: spec.constants }
  const inEpisode = { columns: { ...spec.columns, [NUMBER]: null }, constants: spec.constants }
  const windows = windowsOf(spec)
  return [
    ...(n * windows > MAX_WINDOWS ? [{ path: ['n'], what: `${n} people with ${windows} windows each are more than ${MAX_WINDOWS} windows`, mend: `Use at most ${Math.floor(MAX_WINDOWS / windows)} people, fewer hours, or a longer recording.every.` }] : []),
    ...nameProblems(spec),
    ...formulaProblems(names, text(['start'], spec.recording.start), (...path) => ['recording', ...path]),
    ...formulaProblems(names, HEART_WORDS.flatMap((word) => text([word], spec.heart[word])), (...path) => ['heart', ...path]),
    ...Object.entries(spec.episodes).flatMap(([name, kind]) => [
      ...formulaProblems(names, [...text(['perDay'], kind.perDay), ...text(['count'], kind.count)], (...path) => ['episodes', name, ...path]),
      ...formulaProblems(inEpisode, kindFormulas(kind), (...path) => ['episodes', name, ...path]),
      ...scheduleProblems(kind, ['episodes', name]),
    ]),
  ]
}

function text(path: PropertyKey[], amount: unknown): Formula[] {
  return typeof amount === 'string' ? [{ path, text: amount }] : []
}

/** Those that may read which one it is. */
function kindFormulas(kind: EpisodeKind): Formula[] {
  return (['minutes', 'first', 'apart', 'strength', ...HEART_WORDS] as const).flatMap((word) => {
    const said = kind[word]
    return typeof said === 'object' ? Object.entries(said).flatMap(([inner, amount]) => text([word, inner], amount)) : text([word], said)
  })
}

function scheduleProblems({ perDay, count, first, apart, between }: EpisodeKind, path: PropertyKey[]): ParamProblem[] {
  if ((perDay === undefined) === (count === undefined)) return [{ path, what: 'how many there are must be said once', mend: 'Write either "perDay", or "count" with "first" and "apart".' }]
  if (count === undefined && (first !== undefined || apart !== undefined)) return [{ path: [...path, first === undefined ? 'apart' : 'first'], what: 'these come at any time, as "perDay" says', mend: 'Write "count" instead of "perDay", or leave this out.' }]
  if (count !== undefined && between !== undefined) return [{ path: [...path, 'between'], what: 'only those that come at any time can keep to hours of the day', mend: 'Write "perDay" instead of "count", or leave "between" out.' }]
  return count !== undefined && first === undefined ? [{ path, what: 'nobody says when the first begins', mend: 'Add "first", e.g. { "from": 4, "to": 40 }, in hours from the start.' }] : []
}

function nameProblems({ columns, constants, episodes }: TraceSpec): ParamProblem[] {
  const figures = new Map(Object.keys(RHYTHM_FIGURES).map((name) => [name, 'is measured on every window already']))
  const taken = new Map([...figures, [NUMBER, 'has a meaning in formulas already'], [ROW_NUMBER, 'has a meaning in formulas already'], ['stay', 'names the stay already'], ['hour', 'names the hour already']])
  const named = [
    ...Object.keys(constants).map((name) => ['constants', name, 'is a constant too'] as const), ...Object.keys(columns).map((name) => ['columns', name, 'is a column too'] as const),
    ...Object.keys(episodes).map((name) => ['episodes', name, 'is a kind of episode too'] as const),
  ]
  return named.flatMap(([part, name, also]): ParamProblem[] => {
    const why = taken.get(name)
    taken.set(name, also)
    return why === undefined ? [] : [{ path: [part, name], what: `"${name}" ${why}`, mend: 'Choose another name.' }]
  })
}

/** Nobody at all: words where numbers must stand show all the same. */
function drawnProblems(plan: TracePlan): ParamProblem[] {
  try {
    drawWearers({ ...plan, people: { ...plan.people, n: 0 } }, '')
    return []
  } catch (error) {
    if (error instanceof ColumnProblem) return [error.problem]
    throw error
  }
}

export interface DrawnWearers {
  /** A row for each person, latent columns too. */
  columns: Record<string, Column>
  /** Hour of the day at which each begins. */
  start: Float64Array
  heart(stay: number): SaidOfHeart
  /** By kind, in the order in which they are written. */
  episodes: Record<string, DrawnEpisode[]>
}

export function drawWearers({ spec, people }: TracePlan, seed: string): DrawnWearers {
  const { n } = people
  const columns = drawColumns(people, seed)
  const constants = Object.fromEntries(Object.entries(spec.constants).map(([name, value]): [string, Column] => [name, { kind: 'number', values: new Float64Array(n).fill(value) }]))
  const table: Table = {
    type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [],
    columns: { ...columns, ...constants, [ROW_NUMBER]: { kind: 'number', values: Float64Array.from({ length: n }, (_, i) => i + 1) } },
  }
  const begins = readers(table, ['recording', 'start'], []).amount(spec.recording.start)
  const start = Float64Array.from({ length: n }, (_, stay) => ((Math.round(begins(stay)) || 0) % 24 + 24) % 24)
  return { columns, start, heart: heartsOf(spec.heart, table, ['heart']), episodes: drawEpisodes(spec, { table, hours: spec.recording.hours, start }, seed) }
}
