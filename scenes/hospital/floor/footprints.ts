/**
 * Tiles that each piece of furniture takes in turn a, and whether one may step over it. The art folder keeps the same table for
 * everything it can draw; a test holds the two together.
 */
import type { Furniture } from '../../kit/plan.ts'

export interface Footprint {
  size: readonly [w: number, d: number]
  /** Hung on a wall, lying flat, or a door: in nobody's way. */
  walkable?: boolean
}

const ONE: Footprint = { size: [1, 1] }
const TWO: Footprint = { size: [2, 1] }
const THREE: Footprint = { size: [3, 1] }
const HUNG: Footprint = { size: [2, 1], walkable: true }

export const FOOTPRINTS: Record<string, Footprint> = {
  chair: ONE, chairs3: THREE, sofa: TWO, coffeeTable: ONE, cooler: ONE, vending: ONE, plant: ONE, plantTall: ONE, bin: ONE,
  kiosk: ONE, totem: ONE, robot: ONE, reception: { size: [4, 1] }, desk: TWO, officeChair: ONE, stool: ONE, faxMachine: ONE,
  fileCabinet: ONE, shredder: ONE, server: ONE, printer: ONE, meeting: { size: [4, 2] }, podium: ONE, bookshelf: TWO,
  libraryTable: TWO, globe: ONE, dischargeDesk: THREE, bed: TWO, curtain: TWO, couch: TWO, wheelchair: ONE, iv: ONE, vitals: ONE,
  trolley: ONE, crashCart: ONE, shelf: TWO, locker: ONE, ct: { size: [2, 3] }, xrayStand: ONE, slitLamp: TWO, fundusCamera: TWO,
  examChair: ONE, eyeModel: ONE, figureBoard: HUNG, eyeChart: { size: [1, 1], walkable: true }, lightbox: HUNG, wallSign: HUNG,
  wallScreen: HUNG, revolvingDoor: { size: [2, 2], walkable: true }, ambulance: { size: [4, 2] }, busShelter: THREE, tree: ONE,
  bush: ONE, flowerBed: TWO, lamp: ONE, bench: TWO,
}

/** Tiles covered once turned: [along x, along y]. Throws for a piece that nobody drew. */
export function turnedSize(piece: Pick<Furniture, 'name' | 'rot'>): readonly [w: number, d: number] {
  const footprint = FOOTPRINTS[piece.name]
  if (!footprint) throw new Error(`no footprint for "${piece.name}": add it to scenes/hospital/floor/footprints.ts`)
  const [w, d] = footprint.size
  return piece.rot === 'a' || piece.rot === 'c' ? [w, d] : [d, w]
}
