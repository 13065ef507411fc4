/** What lived futures of a service came to: everything that a metric of `flow-sim` may ask for. */
import { rowsWhere } from '../../graph/bind-expr.ts'
import type { Table } from '../../graph/ports.ts'
import { coverage, pinball } from '../../ml/quantiles.ts'
import { columnOf } from '../../graph/table.ts'
import type { Lived, Visit } from './lived.ts'
import { DAY } from './spec.ts'
import { isStaffed, type Place } from './units.ts'

/** A future with its cases as formulas may read them. */
export interface Future { lived: Lived; table: Table }

export interface Asked {
  /** Station, or several as one. */
  at: readonly string[]
  /** Formula over cases; all when left out. */
  where?: string | undefined
  /** Column of groups. */
  by?: string | undefined
  /** Share of the waits that are no longer, e.g. 0.9. */
  quantile?: number | undefined
  /** Minutes. */
  within?: number | undefined
  /** A forecast, and the column that says what came of it. */
  forecast?: string | undefined
  actual?: string | undefined
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length
}

function counted({ table }: Future, where: string | undefined): (row: number) => boolean {
  if (where === undefined) return () => true
  const rows = new Set(rowsWhere(where, table))
  return (row) => rows.has(row)
}

/** Minutes from asking until somebody or something was there. Who still waits at the end has waited until then. */
export function waitsAt(future: Future, { at, where }: Pick<Asked, 'at' | 'where'>): { row: number; minutes: number }[] {
  const { visits, waiting, minutes } = future.lived
  const counts = counted(future, where)
  const from = (visit: Visit) => Math.max(visit.asked, future.lived.fates[visit.row]?.place?.due ?? 0)
  return [
    ...visits.filter(({ station, row }) => at.includes(station) && counts(row)).map((visit) => ({ row: visit.row, minutes: Math.max(0, visit.there - from(visit)) })),
    ...waiting.filter(({ station, row }) => at.includes(station) && counts(row)).map(({ row, asked }) => ({ row, minutes: minutes - asked })),
  ]
}

/** Nearest rank: the smallest value that so large a share does not exceed. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1))] as number
}

/** Mean wait of each group over all futures, the longest first. */
export function groupWaits(futures: readonly Future[], asked: Asked): { group: string; n: number; minutes: number }[] {
  const groups = new Map<string, number[]>()
  for (const future of futures) {
    const column = columnOf(future.table, asked.by ?? '')
    for (const { row, minutes } of waitsAt(future, asked)) {
      const group = String(column?.values[row] ?? '')
      const others = groups.get(group)
      if (others) others.push(minutes)
      else groups.set(group, [minutes])
    }
  }
  return [...groups].map(([group, waits]) => ({ group, n: waits.length, minutes: mean(waits) ?? 0 })).sort((a, b) => b.minutes - a.minutes)
}

/** What was foretold of each case of the list beside what came of it, over all futures, and the group that it belongs to. */
function foretoldPairs(futures: readonly Future[], { forecast = '', actual = '', where, by = '' }: Asked): { said: number; was: number; group: string }[] {
  return futures.flatMap((future) => {
    const [said, was, groups] = [forecast, actual, by].map((name) => columnOf(future.table, name))
    const counts = counted(future, where)
    if (said?.kind !== 'number' || was?.kind !== 'number') return []
    return Array.from({ length: future.lived.cases.listed }, (_, row) => row).filter(counts).map((row) => ({ said: said.values[row] as number, was: was.values[row] as number, group: String(groups?.values[row] ?? '') }))
  })
}

/** Share of each group that came out at or below the forecast, the least first. */
export function coveredBy(futures: readonly Future[], asked: Asked): { group: string; n: number; share: number }[] {
  const pairs = foretoldPairs(futures, asked)
  return [...new Set(pairs.map(({ group }) => group))].map((group) => {
    const own = pairs.filter((pair) => pair.group === group)
    return { group, n: own.length, share: coverage(own.map(({ was }) => was), own.map(({ said }) => said)) ?? 0 }
  }).sort((a, b) => a.share - b.share || (a.group < b.group ? -1 : 1))
}

/** Fewer than this are no group to compare. */
const LEAST_OF_GROUP = 10

export const FLOW_FIGURES = {
  wait: (futures, asked) => mean(futures.flatMap((future) => waitsAt(future, asked)).map(({ minutes }) => minutes)),
  waitQuantile: (futures, asked) => quantile(futures.flatMap((future) => waitsAt(future, asked)).map(({ minutes }) => minutes), asked.quantile ?? 0.9),
  waitWithin: (futures, asked) => mean(futures.flatMap((future) => waitsAt(future, asked)).map(({ minutes }) => Number(minutes <= (asked.within ?? 0) + 1e-9))),
  groupWorst: (futures, asked) => groupWaits(futures, asked).find(({ n }) => n >= LEAST_OF_GROUP)?.minutes ?? null,
  groupRatio: (futures, asked) => {
    const groups = groupWaits(futures, asked).filter(({ n }) => n >= LEAST_OF_GROUP)
    const [worst, best] = [groups[0], groups.at(-1)]
    return groups.length < 2 || !worst || !best || best.minutes <= 0 ? null : worst.minutes / best.minutes
  },
  cancelled: (futures, { where }) => perFuture(futures, (future) => future.lived.fates.filter(({ cancelled, row }) => cancelled && counted(future, where)(row)).length),
  noBed: (futures) => perFuture(futures, ({ lived }) => lived.fates.filter(({ cancelled }) => cancelled?.why === 'no bed').length),
  unplanned: (futures) => perFuture(futures, ({ lived }) => lived.laid.left.length),
  seen: (futures, { at, where }) => perFuture(futures, (future) => {
    const counts = counted(future, where)
    return new Set(future.lived.visits.filter(({ station, row }) => at.includes(station) && counts(row)).map(({ row }) => row)).size
  }),
  overtime: (futures, { at }) => perFuture(futures, ({ lived }) => overtimeOf(lived, at)),
  use: (futures, { at }) => perFuture(futures, ({ lived }) => usedShare(lived, at)),
  occupancy: (futures, { at }) => perFuture(futures, ({ lived }) => {
    const units = unitsAt(lived, at)
    return units === 0 ? 0 : takenMinutes(lived, at, () => true) / (units * lived.minutes)
  }),
  fullHours: (futures, { at }) => perFuture(futures, ({ lived }) => fullMinutes(lived, at) / 60),
  blockedHours: (futures, { at }) => perFuture(futures, ({ lived }) => takenMinutes(lived, at, (state) => state === 'blocked') / 60),
  coverage: (futures, asked) => coveredBy(futures, { ...asked, by: undefined })[0]?.share ?? null,
  coverageWorst: (futures, asked) => coveredBy(futures, asked).find(({ n }) => n >= LEAST_OF_GROUP)?.share ?? null,
  pinball: (futures, asked) => {
    const pairs = foretoldPairs(futures, asked)
    return pinball(pairs.map(({ was }) => was), pairs.map(({ said }) => said), asked.quantile ?? 0.85)
  },
} as const satisfies Readonly<Record<string, (futures: readonly Future[], asked: Asked) => number | null>>

export type FlowFigure = keyof typeof FLOW_FIGURES

function perFuture(futures: readonly Future[], of: (future: Future) => number): number | null {
  return mean(futures.map(of))
}

function unitsAt({ places }: Lived, at: readonly string[]): number {
  return at.reduce((sum, id) => sum + (places.get(id)?.units.length ?? 0), 0)
}

function takenMinutes({ stays }: Lived, at: readonly string[], counts: (state: Lived['stays'][number]['state']) => boolean): number {
  return stays.reduce((sum, { station, state, from, to }) => (at.includes(station) && counts(state) ? sum + to - from : sum), 0)
}

/** Minutes by which planned cases ran past closing, the last of each unit and day. */
function overtimeOf({ visits, fates, places, minutes }: Lived, at: readonly string[]): number {
  const last = new Map<string, number>()
  for (const { row, station, unit, ends } of visits) {
    const place = places.get(station)
    const day = fates[row]?.place?.day
    if (!at.includes(station) || !place || day === undefined) continue
    const key = `${station}/${unit}/${day}`
    last.set(key, Math.max(last.get(key) ?? 0, (ends ?? minutes) - (day * DAY + place.to)))
  }
  return [...last.values()].reduce((sum, over) => sum + Math.max(0, over), 0)
}

/** Share of the staffed minutes in which a case was being seen to. What the plan closed is not staffed. */
function usedShare(lived: Lived, at: readonly string[]): number {
  let [open, used] = [0, 0]
  for (const id of at) {
    const place = lived.places.get(id)
    if (!place) continue
    for (const [i, windows] of place.units.map((_, unit) => windowsOf(lived, place, unit)).entries()) {
      open += windows.reduce((sum, [from, to]) => sum + to - from, 0)
      for (const { station, unit, there, ends } of lived.visits) {
        if (station !== id || unit !== i) continue
        for (const [from, to] of windows) used += Math.max(0, Math.min(to, ends ?? lived.minutes) - Math.max(from, there))
      }
    }
  }
  return open === 0 ? 0 : used / open
}

function windowsOf({ laid, minutes }: Lived, place: Place, unit: number): [number, number][] {
  return Array.from({ length: Math.ceil(minutes / DAY) }, (_, day) => day)
    .filter((day) => isStaffed(place, day * DAY + place.from) && !laid.closed.has(`${unit}/${day}`))
    .map((day): [number, number] => [day * DAY + place.from, day * DAY + place.to])
}

/** Minutes in which no unit of the stations was free. */
function fullMinutes(lived: Lived, at: readonly string[]): number {
  const units = unitsAt(lived, at)
  const turns = lived.stays.flatMap(({ station, from, to }) => (at.includes(station) ? [[from, 1], [to, -1]] as [number, number][] : [])).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  let [taken, since, full] = [0, 0, 0]
  for (const [minute, turn] of turns) {
    if (taken >= units) full += minute - since
    taken += turn
    since = minute
  }
  return units === 0 ? lived.minutes : full
}
