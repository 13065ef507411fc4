/** Who can be found again: an invented person who has a rare thing, and points to exactly one real person who has it. */
import type { Table } from '../graph/ports.ts'
import { nearestTo, pointsOf, spaceOf } from './space.ts'

export interface FoundAgain {
  /** Row of `people`. */
  person: number
  /** Row of the release. */
  invented: number
  distance: number
}

/**
 * The attacker holds a register of the whole town with the columns of `knows`, and looks for whoever is nearest to each invented
 * person with the rare thing. If that is somebody who has it, and was read, that person is found. Each person once, nearest first.
 * By chance it happens to about (rare invented) x (rare real) / (people of the town).
 */
export function foundAgain(people: Table, outsiders: Table, released: Table, knows: readonly string[], isRare: (table: Table) => ReadonlySet<number>): FoundAgain[] {
  const space = spaceOf(people, knows.filter((name) => Object.hasOwn(released.columns, name)))
  const [rare, suspects] = [isRare(people), [...isRare(released)]]
  if (space.names.length === 0 || rare.size === 0) return []
  const [inside, outside] = [pointsOf(space, people), pointsOf(space, outsiders)]
  const invented = pointsOf(space, released, suspects)
  const found = new Map<number, FoundAgain>()
  suspects.forEach((row, i) => {
    const near = nearestTo(space, invented, i, inside)
    if (!rare.has(near.row) || near.distance >= nearestTo(space, invented, i, outside).distance) return
    const before = found.get(near.row)
    if (!before || near.distance < before.distance) found.set(near.row, { person: near.row, invented: row, distance: near.distance })
  })
  return [...found.values()].sort((a, b) => a.distance - b.distance)
}

/** Invented person nearest to a real one, in the columns of `knows`. Row -1 where there is nobody. */
export function nearestInvented(people: Table, person: number, released: Table, knows: readonly string[]): { row: number; distance: number } {
  const space = spaceOf(people, knows.filter((name) => Object.hasOwn(released.columns, name)))
  return nearestTo(space, pointsOf(space, people, [person]), 0, pointsOf(space, released))
}
