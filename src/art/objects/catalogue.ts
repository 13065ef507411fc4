/** Name to drawing: one entry for each name of `FURNITURE`. */
import type { Furniture, FurnitureEntry, FurnitureName, Rotation } from '../plan.ts'
import { FURNITURE } from '../plan.ts'
import { idsFrom, Solid } from '../solid/solid.ts'
import type { Draw } from './draw.ts'
import * as garden from './garden.ts'
import * as imaging from './imaging.ts'
import * as library from './library.ts'
import * as office from './office.ts'
import * as outside from './outside.ts'
import * as publicSpace from './public-space.ts'
import * as seating from './seating.ts'
import * as ward from './ward.ts'
import { wheelchair } from './wheelchair.ts'

const { leaf: _leaf, ...gardenPieces } = garden
const { DOOR_FRAMES: _frames, ...outsidePieces } = outside

const DRAWINGS: Record<FurnitureName, Draw> = {
  ...seating,
  ...ward,
  ...office,
  ...library,
  ...imaging,
  ...publicSpace,
  ...gardenPieces,
  ...outsidePieces,
  wheelchair,
}

const TURNS: Record<Rotation, number> = { a: 0, b: 1, c: 2, d: 3 }

export const isFurniture = (name: string): name is FurnitureName => Object.hasOwn(FURNITURE, name)

/**
 * A piece of furniture, turned, its back corner at the origin.
 * @throws RangeError when the name or the variant is unknown: the map asks for something nobody drew.
 */
export function drawFurniture(piece: Pick<Furniture, 'name' | 'rot' | 'variant'>): Solid {
  if (!isFurniture(piece.name)) throw new RangeError(`no furniture is called "${piece.name}": see FURNITURE in src/art/plan.ts`)
  const entry: FurnitureEntry = FURNITURE[piece.name]
  if (piece.variant !== undefined && !entry.variants?.includes(piece.variant)) {
    throw new RangeError(`"${piece.name}" has no variant "${piece.variant}"; it has: ${entry.variants?.join(', ') ?? 'none'}`)
  }
  const solid = new Solid(...entry.size, TURNS[piece.rot], idsFrom(`${piece.name}${piece.rot}${piece.variant ?? ''}`))
  DRAWINGS[piece.name](solid, piece.variant)
  return solid
}
