/** From what a trainer wrote to people with files and offers with criteria, or everything that is wrong with it. */
import { KIND_COLOURS } from '../deid/kinds.ts'
import { composeNote } from '../deid/written/compose.ts'
import { factsOfRows, Unfitting } from '../deid/written/amounts.ts'
import { readWritten, type WrittenPlan } from '../deid/written/plan.ts'
import type { ParamProblem } from '../data/generator.ts'
import { didYouMean } from '../data/nearest-name.ts'
import { firstProblem } from '../data/param-words.ts'
import { formulaProblems } from '../data/synthetic/check-spec.ts'
import { drawColumns, readers } from '../data/synthetic/draw.ts'
import { type Plan, readPlan } from '../data/synthetic/plan.ts'
import { ColumnProblem } from '../data/synthetic/problem.ts'
import { columnsPart, ROW_NUMBER } from '../data/synthetic/spec.ts'
import { describedMeta } from '../data/synthetic/synthetic-table.ts'
import type { Column, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { OffersSpec } from './offers-spec.ts'
import type { CriterionTruth, Letter, Offer, Pool } from './pool.ts'

type Columns = Readonly<Record<string, Column>>
type OffersRead = { ok: true; spec: OffersSpec; columns: Plan; letters: ReadonlyMap<string, WrittenPlan> } | { ok: false; issues: readonly []; problems: readonly ParamProblem[] }

/** @throws Error for a description that `quest check` would refuse */
export function writtenPool(seed: string, written: Record<string, unknown>): Pool {
  const read = readOffers(OffersSpec.parse(written))
  if (!read.ok) throw new Error(`The people and offers that this quest describes cannot be made. ${firstProblem(read, written)}`)
  const { spec, columns: plan, letters } = read
  const drawn = drawColumns(plan, seed)
  const whole = tableOf(spec, drawn, plan.n)
  const made = lettersOf(spec, letters, whole, seed)
  const shown = Object.entries(drawn).filter(([name]) => spec.columns[name]?.latent !== true)
  return {
    type: 'Pool', title: spec.title, index: spec.index, group: spec.group ?? null, letters: made,
    table: { type: 'Table', ids: whole.ids, meta: describedMeta(shown), columns: Object.fromEntries(shown) },
    facts: Object.entries(spec.facts).map(([id, { label }]) => ({ id, label })),
    decoys: Object.fromEntries(Object.entries(spec.decoys).map(([sort, { label }]) => [sort, label])),
    offers: Object.entries(spec.offers).map(([id, { title, about, places, criteria }]): Offer => ({
      id, title, about, places, criteria: criteria.filter(({ silent }) => silent !== true).map((one) => ({ id: one.id, say: one.say, kind: one.kind, fact: one.fact ?? null })),
    })),
    truth: { criteria: Object.entries(spec.offers).map(([id, { criteria }]) => criteria.map((one, i) => truthOf(one, ['offers', id, 'criteria', i], { spec, whole, letters: made }))) },
  }
}

/** Everything that formulas may read, latent columns and constants too. */
function tableOf(spec: OffersSpec, drawn: Columns, n: number): Table {
  const numbers = (value: (row: number) => number): Column => ({ kind: 'number', values: Float64Array.from({ length: n }, (_, row) => value(row)) })
  return {
    type: 'Table', meta: [], ids: Array.from({ length: n }, (_, row) => `${spec.prefix}${String(row + 1).padStart(4, '0')}`),
    columns: { ...Object.fromEntries(Object.entries(spec.constants).map(([name, value]) => [name, numbers(() => value)])), [ROW_NUMBER]: numbers((row) => row + 1), ...drawn },
  }
}

function lettersOf(spec: OffersSpec, plans: ReadonlyMap<string, WrittenPlan>, whole: Table, seed: string): Letter[][] {
  const n = whole.ids.length
  const made = [...plans].map(([name, plan]) => {
    const { day, when } = spec.letters[name] as OffersSpec['letters'][string]
    const has = when === undefined ? null : amountOf(whole, ['letters', name, 'when'], when)
    return { name, plan, day: columnOf(whole, day), has, facts: factsOfRows(plan.spec.constants, whole.columns, { under: 'sentences', parts: plan.spec.sentences }, n) }
  })
  return Array.from({ length: n }, (_, row) => made.flatMap(({ name, plan, day, has, facts }): Letter[] => {
    if (has && !(has(row) || 0)) return []
    const { note, known } = composeNote(plan, facts, row, `${seed}/${name}`)
    // A letter that says nothing was never sent.
    return note.text.trim() === '' ? [] : [{ id: `${note.id}-${name}`, title: note.title, day: String(day?.values[row] ?? ''), text: note.text, known }]
  }).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)))
}

function amountOf(whole: Table, path: PropertyKey[], formula: string): (row: number) => number {
  return readers(whole, path, [{ path: [], text: formula }]).amount(formula)
}

type Made = { spec: OffersSpec; whole: Table; letters: readonly (readonly Letter[])[] }

function truthOf({ id, say, kind, fact, silent, holds, known }: OffersSpec['offers'][string]['criteria'][number], path: PropertyKey[], { spec, whole, letters }: Made): CriterionTruth {
  const so = amountOf(whole, [...path, 'holds'], holds)
  const column = fact === undefined ? undefined : columnOf(whole, spec.facts[fact]?.column ?? '')
  const stands = (value: number | string | undefined) => value !== undefined && value !== '' && !Number.isNaN(value)
  const tells = known !== undefined ? amountOf(whole, [...path, 'known'], known)
    : (row: number) => Number(fact === undefined || stands(column?.values[row]) || (letters[row] ?? []).some((letter) => letter.known?.marks.some((mark) => mark.kind === fact)))
  const rows = [...whole.ids.keys()]
  const isSo = Int8Array.from(rows, (row) => Number((so(row) || 0) !== 0))
  return { id, say, kind, fact: fact ?? null, silent: silent === true, holds: isSo, told: Int8Array.from(rows, (row) => ((tells(row) || 0) === 0 ? -1 : isSo[row] as number)) }
}

function readOffers(spec: OffersSpec): OffersRead {
  const columns = readPlan(columnsPart(spec))
  if (!columns.ok) return { ok: false, issues: [], problems: columns.problems }
  const letters = new Map<string, WrittenPlan>()
  const problems: ParamProblem[] = [...nameProblems(spec)]
  for (const name of Object.keys(spec.letters)) {
    const read = readWritten(letterPart(spec, name))
    if (read.ok) letters.set(name, read.plan)
    else problems.push(...read.problems.map((problem) => ({ ...problem, path: ['title', 'order'].includes(String(problem.path[0])) ? ['letters', name, ...problem.path] : problem.path })))
  }
  return problems.length > 0 ? { ok: false, issues: [], problems } : { ok: true, spec, columns: columns.plan, letters }
}

/** One letter, as notes are described that are all of one sort. */
function letterPart(spec: OffersSpec, name: string): Record<string, unknown> {
  const { title, order } = spec.letters[name] as OffersSpec['letters'][string]
  const said = new Set(order.flat())
  const kinds = Object.keys(spec.facts)
  return {
    ...columnsPart(spec), n: 1, rows: [], title, order, lists: spec.lists, decoys: spec.decoys, slips: spec.slips, smallLetters: spec.smallLetters,
    sentences: Object.fromEntries(Object.entries(spec.sentences).filter(([sentence]) => said.has(sentence))),
    kinds: Object.fromEntries(kinds.map((fact, i) => [fact, { label: spec.facts[fact]?.label, colour: KIND_COLOURS[i % KIND_COLOURS.length] }])),
  }
}

function nameProblems(spec: OffersSpec): ParamProblem[] {
  const { columns, facts, offers, letters, sentences } = spec
  const names = Object.keys(columns)
  const seen = names.filter((name) => columns[name]?.latent !== true)
  const among = (path: PropertyKey[], name: string, of: readonly string[], what: string): ParamProblem[] => (of.includes(name) ? [] : [{ path, what: `there is no ${what} "${name}"`, mend: didYouMean(name, of) }])
  const said = new Set(Object.values(letters).flatMap(({ order }) => order.flat()))
  const inFormula = (path: PropertyKey[], text: string) => formulaProblems(spec, [{ path: [], text }], () => path)
  return [
    ...among(['index'], spec.index, seen, 'column'),
    ...(spec.group === undefined ? [] : among(['group'], spec.group, seen, 'column')),
    ...[...spec.title.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => among(['title'], name, seen, 'column')),
    ...Object.entries(facts).flatMap(([id, { column }]) => (column === undefined ? [] : among(['facts', id, 'column'], column, seen, 'column'))),
    ...Object.entries(letters).flatMap(([id, { day, when }]) => [...among(['letters', id, 'day'], day, names, 'column'), ...(when === undefined ? [] : inFormula(['letters', id, 'when'], when))]),
    ...Object.keys(sentences).flatMap((id): ParamProblem[] => (said.has(id) ? [] : [{ path: ['sentences', id], what: `the sentence "${id}" stands in no letter`, mend: 'Add it to the order of one, or take it out.' }])),
    ...Object.entries(offers).flatMap(([id, { criteria }]) => criteria.flatMap((one, i): ParamProblem[] => {
      const path = ['offers', id, 'criteria', i]
      return [
        ...(criteria.findIndex((other) => other.id === one.id) < i ? [{ path: [...path, 'id'], what: `two criteria are called "${one.id}"`, mend: 'Rename one of them.' }] : []),
        ...(one.fact === undefined ? [] : among([...path, 'fact'], one.fact, Object.keys(facts), 'fact')),
        ...inFormula([...path, 'holds'], one.holds),
        ...(one.known === undefined ? [] : inFormula([...path, 'known'], one.known)),
      ]
    })),
  ]
}

/** Everything that is wrong with the description; otherwise the columns of the file. */
export function checkOffers(written: Record<string, unknown>): { ok: true; columns: ReturnType<typeof describedMeta> } | { ok: false; problems: readonly ParamProblem[] } {
  const shape = OffersSpec.safeParse(written)
  if (!shape.success) return { ok: false, problems: [] }
  const read = readOffers(shape.data)
  if (!read.ok) return read
  const { spec } = read
  try {
    const drawn = drawColumns({ ...read.columns, n: 0 }, '')
    const whole = tableOf(spec, drawn, 0)
    lettersOf(spec, read.letters, whole, '')
    for (const [id, { criteria }] of Object.entries(spec.offers)) for (const [i, one] of criteria.entries()) truthOf(one, ['offers', id, 'criteria', i], { spec, whole, letters: [] })
    return { ok: true, columns: describedMeta(Object.entries(drawn).filter(([name]) => spec.columns[name]?.latent !== true)) }
  } catch (error) {
    if (error instanceof Unfitting || error instanceof ColumnProblem) return { ok: false, problems: [error.problem] }
    throw error
  }
}
