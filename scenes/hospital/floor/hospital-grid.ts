/** The ground floor as one walks it. */
import { floorGrid, type FloorGrid } from '../../kit/floor-grid.ts'
import type { Rect } from '../../kit/plan.ts'
import { MAP } from '../map.ts'
import { PEOPLE } from '../people.ts'
import { FOOTPRINTS, turnedSize } from './footprints.ts'

/** Nobody walks on the road, except over the crossing. */
const ROAD: readonly Rect[] = [[27.5, 0, 2.5, 18.5], [27.5, 21.5, 2.5, 1.5]]

/** Built once; knows walls, furniture, the road and the people who stand. */
export function hospitalGrid(): FloorGrid {
  return floorGrid(MAP, {
    covers: (piece) => (FOOTPRINTS[piece.name]?.walkable ? null : turnedSize(piece)),
    closed: ROAD,
    standing: PEOPLE.map((person) => person.at),
  })
}
