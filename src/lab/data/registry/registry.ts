/** `registry.synthetic`: records of invented people, some of whom stand there more than once and never quite alike. */
import { Rng } from '../../../core/rng.ts'
import { evaluate } from '../../graph/bind-expr.ts'
import type { Column, ColumnMeta, Table } from '../../graph/ports.ts'
import type { Generator } from '../generator.ts'
import { drawColumns } from '../synthetic/draw.ts'
import { peopleOf, resident } from '../synthetic/people.ts'
import { type Plan, readPlan } from '../synthetic/plan.ts'
import { firstProblem } from '../param-words.ts'
import { describedMeta, tableAsOf } from '../synthetic/synthetic-table.ts'
import { registryProblems } from './check.ts'
import { makeDoubles } from './doubles.ts'
import { asTyped } from './slips.ts'
import { ALIKE, PERSON, RegistrySpec, SITE, type Slips } from './spec.ts'

/** What is new about somebody comes from so many people more than the registry has, as a share of those it has. */
const STRANGERS = 0.3
const MOST_STRANGERS = 1500

interface RegistryPlan {
  spec: RegistrySpec
  plan: Plan
}

type RegistryRead = { ok: true; plan: RegistryPlan } | Extract<ReturnType<typeof readPlan>, { ok: false }>

function read(written: unknown): RegistryRead {
  const shape = RegistrySpec.safeParse(written)
  if (!shape.success) return { ok: false, issues: shape.error.issues, problems: [] }
  const spec = shape.data
  const { prefix, people, constants, columns, n } = spec
  const base = readPlan({ prefix, people, constants, columns, n: n + strangersOf(n) })
  if (!base.ok) return base
  const problems = registryProblems(spec, drawColumns({ ...base.plan, n: 0 }, ''))
  return problems.length > 0 ? { ok: false, issues: [], problems } : { ok: true, plan: { spec, plan: base.plan } }
}

function strangersOf(n: number): number {
  return Math.min(MOST_STRANGERS, Math.ceil(n * STRANGERS))
}

function generate(seed: string, written: Record<string, unknown>): Table {
  const made = read(written)
  if (!made.ok) throw new Error(`The registry that this quest describes cannot be made. ${firstProblem(made, written)}`)
  const { spec, plan } = made.plan
  const people = drawColumns(plan, seed)
  const alike = makeDoubles(people, spec, spec.n, languagesOf(plan, seed), seed)
  const records = dealt(spec, seed)
  const columns = writtenColumns(made.plan, people, records, seed)
  const words = (values: string[]): Column => ({ kind: 'category', values })
  return {
    type: 'Table',
    ids: records.map((_, i) => `${spec.prefix}${String(i + 1).padStart(5, '0')}`),
    meta: metaOf(spec, columns),
    columns: {
      ...columns,
      ...(Object.keys(spec.sites).length > 0 ? { [SITE]: words(records.map(({ site }) => site)) } : {}),
      [PERSON]: words(records.map(({ person }) => `K${String(person + 1).padStart(5, '0')}`)),
      [ALIKE]: words(records.map(({ person }) => alike[person] as string)),
    },
  }
}

function languagesOf({ spec, n }: Plan, seed: string): string[] {
  const [first] = peopleOf(spec.people, n, seed).values()
  return Array.from({ length: n }, (_, row) => (first === undefined ? '' : resident(first[row] as number).language))
}

interface Entry {
  person: number
  site: string
  /** 0 for the first record of a person. */
  turn: number
}

/** Who has how many records, and where; shuffled, so that their order tells nothing. */
function dealt({ n, records, sites }: RegistrySpec, seed: string): Entry[] {
  const rng = new Rng(`${seed}/records`)
  const counts = Object.entries(records).map(([count, weight]) => [Number(count), weight] as const)
  const places = Object.entries(sites).map(([name, { weight }]) => [name, weight] as const)
  const all = Array.from({ length: n }, (_, person) => person)
    .flatMap((person) => Array.from({ length: rng.weighted(counts) }, (_, turn): Entry => ({ person, turn, site: places.length > 0 ? rng.weighted(places) : '' })))
  return rng.shuffle(all)
}

function writtenColumns({ spec, plan }: RegistryPlan, people: Readonly<Record<string, Column>>, records: readonly Entry[], seed: string): Record<string, Column> {
  const shown = Object.keys(spec.columns).filter((name) => spec.columns[name]?.latent !== true)
  const sources = sourcesOf({ spec, plan }, people, records, seed)
  const columns = Object.fromEntries(shown.map((name): [string, Column] => {
    const { kind, values } = people[name] as Column
    const from = (i: number) => sources.get(name)?.[i] ?? (records[i] as Entry).person
    return kind === 'number'
      ? [name, { kind, values: Float64Array.from(records, (_, i) => values[from(i)] as number) }]
      : [name, { kind, values: records.map((_, i) => values[from(i)] as string) }]
  }))
  swapped(columns, spec, records, seed)
  for (const name of shown) columns[name] = mistaken(columns[name] as Column, name, spec, records, seed)
  return columns
}

/** By column, the person whose value each record shows: themselves, or a stranger once something about them has changed. */
function sourcesOf({ spec, plan }: RegistryPlan, people: Readonly<Record<string, Column>>, records: readonly Entry[], seed: string): ReadonlyMap<string, Int32Array> {
  const sources = new Map<string, Int32Array>()
  const table = tableOf(spec, people, plan.n)
  const languages = languagesOf(plan, seed)
  for (const [kind, { share, columns }] of Object.entries(spec.changes)) {
    const rng = new Rng(`${seed}/changes/${kind}`)
    const chances = typeof share === 'number' ? null : evaluate(share, table)
    records.forEach(({ person, turn }, i) => {
      const [luck, from] = [rng.uniform(), rng.int(0, plan.n - spec.n - 1)]
      if (turn === 0 || !(luck < (chances ? (chances[person] as number) : (share as number)))) return
      const stranger = strangerLike(languages, languages[person] as string, spec.n, from)
      for (const name of columns) {
        const own = sources.get(name) ?? Int32Array.from(records, (record) => record.person)
        own[i] = stranger
        sources.set(name, own)
      }
    })
  }
  return sources
}

/** The first from there on who speaks that language at home, so that a new name is a likely one. */
function strangerLike(languages: readonly string[], language: string, first: number, from: number): number {
  const many = languages.length - first
  for (let step = 0; step < many; step++) {
    const row = first + (from + step) % many
    if (languages[row] === language) return row
  }
  return first + from
}

function tableOf({ constants }: RegistrySpec, people: Readonly<Record<string, Column>>, n: number): Table {
  const fixed = Object.entries(constants).map(([name, value]): [string, Column] => [name, { kind: 'number', values: new Float64Array(n).fill(value) }])
  return { type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [], columns: { ...Object.fromEntries(fixed), ...people } }
}

function swapped(columns: Record<string, Column>, { swaps, sites }: RegistrySpec, records: readonly Entry[], seed: string): void {
  for (const [k, { share, columns: [a, b] }] of swaps.entries()) {
    const rng = new Rng(`${seed}/swaps/${k}`)
    const [one, other] = [columns[a], columns[b]]
    if (!one || !other) continue
    records.forEach(({ site }, i) => {
      if (!(rng.uniform() < share * timesAt(sites, site))) return
      const kept = one.values[i] as number | string
      ;(one.values as (number | string)[])[i] = other.values[i] as number | string
      ;(other.values as (number | string)[])[i] = kept
    })
  }
}

function mistaken(column: Column, name: string, { errors, sites }: RegistrySpec, records: readonly Entry[], seed: string): Column {
  const slips = Object.hasOwn(errors, name) ? errors[name] as Slips : undefined
  if (!slips) return column
  const rng = new Rng(`${seed}/errors/${name}`)
  if (column.kind === 'number') return { kind: 'number', values: column.values.map((value, i) => (rng.uniform() < slips.missing * timesAt(sites, (records[i] as Entry).site) ? Number.NaN : value)) }
  return { kind: 'category', values: column.values.map((value, i) => asTyped(value, slips, timesAt(sites, (records[i] as Entry).site), rng)) }
}

function timesAt(sites: RegistrySpec['sites'], site: string): number {
  return Object.hasOwn(sites, site) ? (sites[site]?.errors ?? 1) : 1
}

function metaOf(spec: RegistrySpec, columns: Readonly<Record<string, Column>>): ColumnMeta[] {
  const own = (name: string, label: string, role?: 'truth'): ColumnMeta => ({ name, label, kind: 'category', availableAt: '', ...(role ? { role } : {}) })
  return [
    ...describedMeta(Object.entries(columns)),
    ...(Object.keys(spec.sites).length > 0 ? [own(SITE, 'Where it was written')] : []),
    own(PERSON, 'Who it is', 'truth'), own(ALIKE, 'Has a double', 'truth'),
  ]
}

function columnsFor(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const made = read(written)
  if (!made.ok) return { ok: false, problems: made.problems }
  const { spec, plan } = made.plan
  return { ok: true, columns: metaOf(spec, Object.fromEntries(Object.entries(drawColumns({ ...plan, n: 0 }, '')).filter(([name]) => spec.columns[name]?.latent !== true))) }
}

export const registry: Generator = {
  id: 'registry.synthetic',
  about: 'records of invented people, some of whom stand there more than once and never quite alike: the parameters describe them column by column, and what goes wrong',
  makes: 'Table',
  params: RegistrySpec,
  schema: [],
  generate,
  asOf: tableAsOf,
  columnsFor,
  traps: [],
}
