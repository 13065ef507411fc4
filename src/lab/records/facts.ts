/** Facts of a record: several papers may speak of one thing, each with its own day, its own side, and how surely it was read. */
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { textOfField } from './field-text.ts'
import type { Shape } from './shape.ts'

/** What may be asked of a fact besides its value: "weeks.days". */
export const FACT_PARTS = ['date', 'days', 'side', 'sure', 'source'] as const
export type FactPart = (typeof FACT_PARTS)[number]

/** The paper that a fact stands in. */
export interface Paper {
  source: string
  /** "2025-03-01"; '' where it tells no day. */
  date: string
  /** Whole days before the record was written; null where either day is not known. */
  days: number | null
  side: string
  /** 0 to 1. */
  sure: number
}

export interface Fact extends Paper {
  kind: string
  value: string
}

/** By kind; papers that say nothing are not among them. */
export type Facts = ReadonlyMap<string, readonly Fact[]>

export const NO_FACTS: Facts = new Map()
const MS_PER_DAY = 86_400_000

export function factsOf({ facts, asked }: Pick<Shape, 'facts' | 'asked'>, table: Table, row: number): Facts {
  if (!facts) return NO_FACTS
  const text = (name: string | undefined) => (name === undefined ? '' : textOfField(table, name, row))
  const now = asked === undefined ? '' : text(asked)
  return new Map(Object.entries(facts).map(([kind, { papers }]) => [kind, papers.flatMap(({ source, value, date, side, sure }): Fact[] => {
    const says = text(value)
    if (says === '') return []
    const day = text(date)
    return [{ kind, value: says, source, date: day, days: daysBetween(day, now), side: text(side), sure: sure === undefined ? 1 : sureness(table, sure, row) }]
  })]))
}

/** @returns 0 where nothing is said of it: nobody has read it */
function sureness(table: Table, name: string, row: number): number {
  const value = columnOf(table, name)?.values[row]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

export function daysBetween(from: string, to: string): number | null {
  const days = (dayOf(to) - dayOf(from)) / MS_PER_DAY
  return Number.isFinite(days) ? Math.round(days) : null
}

/** The time of day does not count. */
function dayOf(text: string): number {
  return text === '' ? Number.NaN : Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
}

export function partOf(paper: Paper, part: FactPart): string {
  const value = paper[part]
  return value === null ? '' : String(value)
}

/** The newest first; of the same day, and of no day, in the order in which papers are described. */
export function newestFirst(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1))
}
