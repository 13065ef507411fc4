/** A hidden night: what the reports said afterwards, and how the night went with the solution's order and without any. */
import { filmsOf, playBoth } from '../blocks/operate/night-report.ts'
import type { ChestCase } from '../data/chest-case.ts'
import { asChest } from '../data/chest-films.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import type { PortValue, Worklist } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import type { JudgedSet } from './harness.ts'
import type { PlayedNight } from '../ops/night-log.ts'

export interface QueueNight {
  yours: PlayedNight
  before: PlayedNight
}

export interface QueueSet extends JudgedSet, QueueNight {
  caseOf(id: string): ChestCase | undefined
}

/** @throws TypeError when the graph ends in something else than a worklist */
export function worklistIn(result: PortValue): Worklist {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Worklist') throw new TypeError(`image-queue judges a Worklist, not ${from.type}`)
  return from
}

/** The learner's own past night. Null where its reports are not known. */
export function playedTest(list: Worklist): QueueNight | null {
  const films = filmsOf(list)
  return films && films.length > 0 ? playBoth(films, list.rule) : null
}

/** Every film of the night is read, whether the solution gave it a risk or lost it on the way: lost ones count as no risk at all. */
export function joinNight({ label, seed, weight, whole }: HiddenCases, list: Worklist): Omit<QueueSet, 'figures'> {
  if (whole.type !== 'Images') throw new TypeError(`image-queue reads films, not ${whole.type}`)
  const { cases, table } = asChest(whole)
  const riskOf = new Map(list.test.ids.map((id, row) => [id, list.test.scores[row] as number]))
  const rows = [...cases.keys()].filter((row) => cases[row]?.tonight)
  const night = takeRows(table, rows)
  const films = filmsOf({ test: { ids: night.ids, scores: Float64Array.from(night.ids, (id) => riskOf.get(id) ?? 0), y: night.label?.values ?? new Float64Array(), table: night } })
  if (!films) throw new TypeError('image-queue needs to know what the reports said')
  const byId = new Map(cases.map((film) => [film.id, film]))
  return { label, seed, weight, n: films.length, ...playBoth(films, list.rule), caseOf: (id) => byId.get(id) }
}
