/** What a verdict on mapped records shows. */
import type { Tone, View } from '../../core/verdict.ts'
import { type Outcome, OUTCOMES } from '../records/compare-record.ts'
import { textOfField } from '../records/field-text.ts'
import { groupedBy, type JudgedElement, type MapSet } from './map-records-join.ts'

const WORDS: Readonly<Record<Outcome, readonly [string, Tone]>> = {
  right: ['right', 'right'], wrong: ['wrong', 'wrong'], dangerous: ['off by many times', 'wrong'], missing: ['missing', 'missed'], asked: ['left to a person, with an answer to be had', 'missed'],
  honest: ['honestly left to a person', 'right'], forced: ['forced, where nothing fits', 'wrong'], silent: ['dropped in silence', 'missed'],
}
const GOOD: ReadonlySet<Outcome> = new Set(['right', 'honest'])
const MOST = 14

export function recordViews(sets: readonly MapSet[]): View[] {
  const elements = sets.flatMap((set) => set.elements)
  return [outcomesView(elements), elementsView(elements), slipsView(sets), ...byView(sets)]
}

function percent(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((1000 * part) / of) / 10
}

function outcomesView(elements: readonly JudgedElement[]): View {
  return {
    view: 'bars', title: 'What became of every value', say: 'Of all elements of all hidden records, in percent.', unit: '%',
    rows: OUTCOMES.flatMap((outcome) => {
      const n = elements.filter((one) => one.outcome === outcome).length
      return n === 0 ? [] : [{ label: WORDS[outcome][0], value: percent(n, elements.length), tone: WORDS[outcome][1] }]
    }),
  }
}

function elementsView(elements: readonly JudgedElement[]): View {
  const groups = groupedBy(elements, ({ element }) => element.label)
  return {
    view: 'bars', title: 'Right, element by element', say: 'Right, or honestly left to a person, in percent of all records.', unit: '%', limit: 100,
    rows: [...groups].map(([label, own]) => {
      const value = percent(own.filter(({ outcome }) => GOOD.has(outcome)).length, own.length)
      return { label, value, tone: value >= 95 ? 'right' as const : 'wrong' as const }
    }),
  }
}

/** Slips that come again and again, the commonest first. */
function slipsView(sets: readonly MapSet[]): View {
  const counts = new Map<string, { row: (string | number)[]; n: number }>()
  for (const { elements, table, shape } of sets) {
    for (const { row, element, outcome, got, wanted, by } of elements) {
      if (GOOD.has(outcome)) continue
      const from = shape.by === undefined ? '' : textOfField(table, shape.by, row)
      const isNumber = element.type === 'number'
      const cells = [from, element.label, isNumber ? WORDS[outcome][0] : got === '' ? 'nothing' : got, isNumber ? 'another number' : wanted ?? 'a person', by ?? 'no row']
      const key = JSON.stringify(cells)
      counts.set(key, { row: cells, n: (counts.get(key)?.n ?? 0) + 1 })
    }
  }
  const rows = [...counts.values()].sort((a, b) => b.n - a.n).slice(0, MOST).map(({ row, n }) => [...row, n])
  return { view: 'rows', title: 'Slips that come again', columns: ['From', 'Element', 'What stands there', 'What should', 'Row of the map', 'Times'], rows, marked: [] }
}

function byView(sets: readonly MapSet[]): View[] {
  const by = sets[0]?.shape.by
  if (by === undefined) return []
  const counts = new Map<string, { good: number; all: number }>()
  for (const { elements, table } of sets) for (const { row, outcome } of elements) {
    const from = textOfField(table, by, row)
    const { good, all } = counts.get(from) ?? { good: 0, all: 0 }
    counts.set(from, { good: good + Number(GOOD.has(outcome)), all: all + 1 })
  }
  return [{
    view: 'bars', title: 'Right, sender by sender', say: 'Each sender has habits of its own. Right, or honestly left to a person, in percent of all elements.', unit: '%', limit: 100,
    rows: [...counts].sort((a, b) => a[0].localeCompare(b[0], 'en')).map(([label, { good, all }]) => ({ label, value: percent(good, all), tone: good / all >= 0.95 ? 'right' as const : 'wrong' as const })),
  }]
}
