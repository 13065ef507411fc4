/** The cases of a quest: its generator, its seeds, its words on the columns. */
import { mergePatch } from '../../core/merge-patch.ts'
import type { Json, Quest } from '../../core/quest/schema.ts'
import { type ColumnMeta, isTable, type PortValue, type Table } from '../graph/ports.ts'
import { NodeProblem } from '../graph/problem.ts'
import { changedDrawn, isDrawn } from '../imaging/drawn/pictures.ts'
import { frozen, Kept } from '../kept.ts'
import { type AnyGenerator, generatorOf } from './generators.ts'

export interface HiddenCases {
  label: string
  seed: string
  weight: number
  viewAt: string
  /** As everybody knew it long after. Never shown to a solution. */
  whole: PortValue
  /** As it looked at the moment of decision. */
  seen: PortValue
}

/** @throws NodeProblem for a name the quest does not have */
export function visibleCases(quest: Quest, name: string): PortValue {
  const set = Object.hasOwn(quest.data.sets, name) ? quest.data.sets[name] : undefined
  if (!set) throw new NodeProblem(`There is no data set "${name}". Choose one of: ${Object.keys(quest.data.sets).join(', ')}.`, 'no-set')
  return wholeSet(quest, set.seed, paramsFor(quest, set))
}

/** The hidden sets, or the same with other seeds. Made one at a time, as asked for. */
export function* hiddenCases(quest: Quest, seeds?: readonly string[]): Iterable<HiddenCases> {
  const generator = generatorFor(quest)
  for (const { label, seed, weight, viewAt, params } of hiddenSets(quest, seeds)) {
    const whole = wholeSet(quest, seed, params)
    yield { label, seed, weight, viewAt, whole, seen: generator.asOf(whole, viewAt) }
  }
}

interface HiddenSet {
  label: string
  seed: string
  weight: number
  viewAt: string
  params: Record<string, unknown>
}

export function hiddenSets(quest: Quest, seeds?: readonly string[]): HiddenSet[] {
  const own = quest.data.hidden
  const named = own.map((set, i) => ({
    label: set.label ?? `Hidden set ${i + 1}`, seed: set.seed, weight: set.weight, viewAt: set.viewAt ?? decisionMoment(quest), params: paramsFor(quest, set),
  }))
  if (!seeds) return named
  return seeds.flatMap((seed, i) => {
    const like = named[i % named.length]
    return like ? [{ ...like, seed, label: seed, weight: 1 }] : []
  })
}

/** What the generator is told for one set: what all sets share, and the set's own words over it (JSON Merge Patch). */
export function paramsFor({ data }: Quest, { params }: { params: Record<string, Json> }): Record<string, Json> {
  return mergePatch(data.params, params) as Record<string, Json>
}

/** When the list is made. */
export function decisionMoment(quest: Quest): string {
  return quest.data.hidden[0]?.viewAt ?? quest.data.defaultAvailableAt ?? 'discharge'
}

/** @throws Error for a quest that was not checked */
export function generatorFor(quest: Quest): AnyGenerator {
  const generator = generatorOf(quest.data.generator)
  if (!generator) throw new Error(`quest "${quest.id}" wants data from "${quest.data.generator}", and there is no such generator`)
  return generator
}

/** Two visible sets and the hidden ones of a draw, with room for some of the quest before. */
const MOST_KEPT = 8
const made = new Kept<PortValue>(MOST_KEPT)

/** The same cases are asked for by every verdict and every run, and some take long to make: the last few are kept. */
function wholeSet(quest: Quest, seed: string, params: Record<string, unknown>): PortValue {
  const generator = generatorFor(quest)
  return worded(made.get(JSON.stringify([generator.id, seed, params]), () => frozen(generator.generate(seed, params))), quest)
}

/** The quest's own words on a column go before the generator's, and its rows get the quest's own noun. */
function worded(cases: PortValue, quest: Quest): PortValue {
  if (isTable(cases)) return wordedTable(cases, quest)
  if (cases.type === 'Stream') return { ...cases, table: wordedTable(cases.table, quest), meta: cases.meta.map((meta) => wordedColumn(meta, quest, momentElse(quest))) }
  if (cases.type === 'Images' && isDrawn(cases)) return changedDrawn(cases, { table: wordedTable(cases.table, quest) })
  return cases.type === 'Signal' || cases.type === 'Records' || cases.type === 'Pool' ? { ...cases, table: wordedTable(cases.table, quest) } : cases
}

function wordedTable(table: Table, quest: Quest): Table {
  const { noun } = quest.data
  return { ...table, meta: table.meta.map((meta) => wordedColumn(meta, quest, momentElse(quest))), ...(noun ? { noun } : {}) }
}

/** When a column is written that says nothing of it. */
function momentElse(quest: Quest): string {
  return quest.data.defaultAvailableAt ?? decisionMoment(quest)
}

function wordedColumn(meta: ColumnMeta, { data }: Quest, whenElse: string): ColumnMeta {
  const words = Object.hasOwn(data.columns, meta.name) ? data.columns[meta.name] : undefined
  const { label = meta.label, unit, availableAt, role, range, values } = words ?? {}
  // A generator that leaves the moment to the quest says ''.
  return { ...meta, label, ...(unit ? { unit } : {}), availableAt: availableAt ?? (meta.availableAt || whenElse), ...(role ? { role } : {}), ...(range ? { range } : {}), ...(values ? { values } : {}) }
}
