/** What a verdict on requests shows: what became of them, where they lay day by day, why they came back, and what the map did. */
import type { Tone, View } from '../../core/verdict.ts'
import { HOUR, type Place } from '../payer/requests.ts'
import { recordViews } from './map-records-views.ts'
import { type Fate, fateOf, type RequestSet } from './payer-requests-join.ts'

const FATES: Readonly<Record<Fate, Tone>> = {
  'approved at once': 'right', 'rightly refused': 'right', 'sent back first': 'missed', 'refused, though eligible': 'wrong', 'lapsed': 'wrong', 'approved on something untrue': 'wrong',
}
const STEP = 6 * HOUR
const MOST = 12
const HEAPS: readonly (readonly [string, readonly Place[]])[] = [['At the desk, new', ['desk', 'clinic']], ['At the desk, sent back', ['returned']], ['At the payer', ['payer']]]

export function requestViews(sets: readonly RequestSet[]): View[] {
  return [fatesView(sets), ...heapsView(sets), ...reasonsView(sets), ...recordViews(sets)]
}

function fatesView(sets: readonly RequestSet[]): View {
  const fates = sets.flatMap(({ requests }) => requests.map(fateOf))
  return {
    view: 'bars', title: 'What became of every request', say: 'Of all hidden requests, in percent.', unit: '%',
    rows: (Object.keys(FATES) as Fate[]).map((fate) => ({ label: fate, value: Math.round((1000 * fates.filter((one) => one === fate).length) / Math.max(1, fates.length)) / 10, tone: FATES[fate] })),
  }
}

/** The first hidden set, every six hours until the last is answered. */
function heapsView([first]: readonly RequestSet[]): View[] {
  if (!first || first.requests.length === 0) return []
  const moves = first.requests.map(({ request }) => request.moves)
  const end = Math.max(...moves.flatMap((of) => of.map(({ at }) => at)))
  const times = Array.from({ length: Math.ceil(end / STEP) + 1 }, (_, i) => i * STEP)
  const placeAt = (of: (typeof moves)[number], at: number): Place => of.findLast((move) => move.at <= at)?.place ?? 'coming'
  return [{
    view: 'lines', title: 'Where requests lay, day by day', say: `${first.label}: how many lay where. The calendar starts on a Monday; nights and weekends are quiet.`, x: 'day', y: 'requests',
    series: HEAPS.map(([name, places]) => ({ name, points: times.map((at): [number, number] => [at / (24 * HOUR), moves.filter((of) => places.includes(placeAt(of, at))).length]) })),
  }]
}

function reasonsView(sets: readonly RequestSet[]): View[] {
  const counts = new Map<string, number>()
  for (const { requests } of sets) for (const { request } of requests) for (const { what, say } of request.steps) {
    if (what === 'pended' || what === 'denied' || what === 'lapsed') counts.set(say, (counts.get(say) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  return [{ view: 'rows', title: 'What the payer said', columns: ['Answer and reason', 'Times'], rows: [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([say, n]) => [say, n]), marked: [] }]
}
