/**
 * Membership inference without shadow models: was this person among those whom the generator read? The attacker knows a few columns
 * of somebody, the release, and other people of the same town. Somebody to whom the release comes nearer
 * than the town does was probably read (a ratio of densities, as in DOMIAS, van Breugel et al. 2023, each told by the nearest neighbour).
 */
import type { View } from '../../core/verdict.ts'
import type { Table } from '../graph/ports.ts'
import { auc, curves, thin } from '../ml/metrics.ts'
import { evenly, nearestTo, type Points, pointsOf, type Space, spaceOf } from './space.ts'

export interface Attack {
  /** 0.5: the attacker might as well toss a coin. */
  auc: number
  /** 1: was read. */
  y: Float64Array
  /** Higher: the attacker is surer of it. */
  scores: Float64Array
  /** By the same index: row of `people` or of `outsiders`. */
  rows: readonly number[]
}

/** Targets of each kind; more would be surer, and slower. */
const MOST_TARGETS = 700
/** Nearer than this is the same person anyway, in standard deviations; it keeps the ratio finite. */
const AT_LEAST = 0.1

/** Null without somebody of either kind, or without a column that is known and released. */
export function membershipAttack(people: Table, outsiders: Table, released: Table, knows: readonly string[]): Attack | null {
  const space = spaceOf(outsiders, knows.filter((name) => Object.hasOwn(released.columns, name)))
  const everyOther = outsiders.ids.map((_, row) => row)
  const [strangers, town] = [everyOther.filter((row) => row % 2 === 0), everyOther.filter((row) => row % 2 === 1)]
  if (space.names.length === 0 || released.ids.length === 0 || people.ids.length === 0 || strangers.length === 0) return null
  const members = evenly(people.ids.length, MOST_TARGETS)
  const others = evenly(strangers.length, MOST_TARGETS).map((i) => strangers[i] as number)
  const targets = [pointsOf(space, people, members), pointsOf(space, outsiders, others)]
  const [invented, known] = [pointsOf(space, released), pointsOf(space, outsiders, town)]
  const scores = Float64Array.from(targets.flatMap((points) => Array.from({ length: points.rows }, (_, i) => logDistance(space, points, i, known) - logDistance(space, points, i, invented))))
  const y = Float64Array.from([...members.map(() => 1), ...others.map(() => 0)])
  const area = auc(y, scores)
  return area === null ? null : { auc: area, y, scores, rows: [...members, ...others] }
}

function logDistance(space: Space, points: Points, i: number, among: Points): number {
  return Math.log(nearestTo(space, points, i, among).distance + AT_LEAST)
}

/** The attacker's curve against a coin: of a hundred who were not read, named all the same; of a hundred who were, named. Null without both. */
export function attackCurve(title: string, y: Float64Array, scores: Float64Array): View | null {
  const [drawn, area] = [curves(y, scores), auc(y, scores)]
  if (!drawn || area === null) return null
  const hundred = ([x, share]: readonly [number, number]): [number, number] => [Math.round(1000 * x) / 10, Math.round(1000 * share) / 10]
  return {
    view: 'lines', title, say: `Of two people, one of whom was in, the attacker names the right one ${Math.round(100 * area)} times in a hundred (AUROC). A coin does it 50 times.`,
    x: 'Of 100 who were not in, named', y: 'Of 100 who were in, named',
    series: [{ name: 'The attacker', points: thin(drawn.roc, 60).map(hundred) }, { name: 'A coin', points: [[0, 0], [100, 100]] }],
  }
}

export interface Closest {
  /** Distance of invented people from the nearest real one, and of real people whom the generator never saw; the closest of twenty, and the middle. */
  invented: { low: number; middle: number }
  strangers: { low: number; middle: number }
  /** Invented people who are somebody, in every column. */
  same: number
  distances: Float64Array
}

const MOST_MEASURED = 400

/** Distance to the closest record: the test that is in common use, and no test of privacy (Yao et al. 2025). Null without anybody. */
export function closestRecords(people: Table, outsiders: Table, released: Table): Closest | null {
  const space = spaceOf(people, released.meta.map(({ name }) => name))
  const real = pointsOf(space, people)
  const distancesOf = (table: Table) => {
    const points = pointsOf(space, table, evenly(table.ids.length, MOST_MEASURED))
    return Float64Array.from({ length: points.rows }, (_, i) => nearestTo(space, points, i, real).distance).sort()
  }
  const [invented, strangers] = [distancesOf(released), distancesOf(outsiders)]
  if (real.rows === 0 || invented.length === 0 || strangers.length === 0) return null
  const at = (sorted: Float64Array, share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number
  return {
    invented: { low: at(invented, 0.05), middle: at(invented, 0.5) }, strangers: { low: at(strangers, 0.05), middle: at(strangers, 0.5) },
    same: invented.filter((distance) => distance === 0).length, distances: invented,
  }
}
