/** Pictures of lived futures: lists as planned, units taken over time, who waits, who was sent home. */
import type { View } from '../../../core/verdict.ts'
import { cellAt, columnOf } from '../../graph/table.ts'
import { type Future, groupWaits, quantile } from './flow-figures.ts'
import { dayNames, flowLog, tellingFuture } from './flow-log.ts'
import type { Laid } from './schedule.ts'
import { DAY, type FlowSpec, stationsOf } from './spec.ts'

export function flowViews(spec: FlowSpec, futures: readonly Future[]): View[] {
  const which = tellingFuture(futures)
  if (which === null) return []
  return [
    { view: 'replay', title: 'One future to watch', log: flowLog(spec, futures, which) },
    ...(spec.schedule ? [sentHomeView(spec, futures)] : []),
    ...waitsViews(spec, futures),
    ...Object.entries(spec.stations).flatMap(([id, { board, posts }]) => (board === 'ward' || posts !== undefined ? [takenView(spec, futures, id)] : [])),
  ]
}

/** Lists of the plan with the minutes they are expected to take. */
export function listsView(spec: FlowSpec, { places, left }: Laid): View {
  const lever = spec.schedule ? spec.levers[spec.schedule.lists] : undefined
  const [rows, columns] = lever?.kind === 'grid' ? [Object.values(lever.rows), Object.values(lever.columns)] : [[], []]
  const cell = (unit: number, day: number) => {
    const here = places.filter((place) => place.unit === unit && place.day === day)
    return here.length === 0 ? '–' : `${here.length} in ${Math.round(here.reduce((sum, { expected }) => sum + expected, 0))} min`
  }
  return {
    view: 'rows', title: `The lists as planned; ${left.length} of ${places.length + left.length} found no room`, columns: ['', ...columns],
    rows: rows.map((label, unit) => [label, ...columns.map((_, day) => cell(unit, day))]),
  }
}

function sentHomeView(spec: FlowSpec, futures: readonly Future[]): View {
  const names = dayNames(spec)
  const count = (day: number, why: string) => futures.reduce((sum, { lived }) => sum + lived.fates.filter(({ cancelled, place }) => cancelled?.why === why && place?.day === day).length, 0) / futures.length
  const rows = names.flatMap((name, day) => [
    { label: `${name}, no bed`, value: count(day, 'no bed'), tone: 'missed' as const }, { label: `${name}, no time`, value: count(day, 'no time'), tone: 'wrong' as const },
  ]).filter(({ value }) => value > 0)
  return {
    view: 'bars', title: 'Sent home on the day', say: rows.length === 0 ? `Nobody, in any of ${futures.length} futures.` : `On average over ${futures.length} futures, by day and by what was missing.`, unit: spec.words.many,
    rows: rows.length === 0 ? [{ label: 'Nobody', value: 0, tone: 'right' }] : rows.map((row) => ({ ...row, value: Math.round(row.value * 100) / 100 })),
  }
}

/** Minutes until somebody was there, by place of the map or by kind of case, at the first step of the way. */
function waitsViews(spec: FlowSpec, futures: readonly Future[]): View[] {
  const by = spec.place ?? (spec.schedule ? undefined : 'stream')
  const [step] = spec.steps
  if (by === undefined || !step) return []
  const groups = groupWaits(futures, { at: stationsOf(step), by })
  return [{
    view: 'bars', title: 'Who waits', say: 'Minutes until somebody was there, on average; the longest first.', unit: 'minutes',
    rows: groups.map(({ group, minutes }, i) => ({ label: group, value: Math.round(minutes * 10) / 10, tone: i === 0 && groups.length > 1 ? 'missed' : 'note' })),
  }]
}

/** Beds or crews taken, every six hours of a long log and every hour of a short one: the middle future, and the one that nine in ten do not exceed. */
function takenView(spec: FlowSpec, futures: readonly Future[], id: string): View {
  const { label } = spec.stations[id] as FlowSpec['stations'][string]
  const each = spec.days > 2 ? 360 : 60
  const times = Array.from({ length: (spec.days * DAY) / each }, (_, i) => i * each + each / 2)
  const along = (at: number) => Math.round((spec.days > 2 ? at / DAY + 1 : at / 60) * 100) / 100
  const taken = (at: number) => futures.map(({ lived }) => lived.stays.filter(({ station, from, to }) => station === id && at >= from && at < to).length)
  const line = (share: number): [number, number][] => times.map((at) => [along(at), quantile(taken(at), share) ?? 0])
  const beds = futures[0]?.lived.places.get(id)?.units.length ?? 0
  return {
    view: 'lines', title: `${label}: how many are taken`, say: `Of ${beds}. One line for the middle of ${futures.length} futures, one that nine in ten do not exceed.`, x: spec.days > 2 ? 'day' : 'hour', y: 'taken',
    series: [{ name: 'Middle', points: line(0.5) }, { name: 'Nine in ten', points: line(0.9) }, { name: 'There are', points: times.map((at): [number, number] => [along(at), beds]) }],
  }
}

/** Name of a case, or its number. */
export function nameIn({ table }: Future, row: number): string {
  return String(cellAt(columnOf(table, 'name'), row) ?? table.ids[row])
}
