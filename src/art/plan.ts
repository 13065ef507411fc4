/**
 * A floor of the hospital as plain data. The map of a place (scenes/<place>/map.ts) is such a value; scenes may not import
 * this folder, so its types are met by shape and `tests/budgets/art.test.ts` holds them together.
 *
 * Units: one tile is one metre and one unit. x runs right and down on the screen, y left and down, z up.
 * Screen at 1x: sx = (x - y) * 32, sy = (x + y) * 16 - z * 40.
 *
 * Frames that the atlas then holds (only what a plan asks for is packed; pivot = the point `at` on the ground):
 * - `obj/<name>/<rot>` or `obj/<name>/<rot>-<variant>`; its shadow is baked into the floor, so that it costs nothing to draw
 * - `wall/<kind>/<axis>/<department>`: one tile of wall, pivot at its start; a wall of length n is n of them, a tile apart
 * - `npc/<id>/<se|ne>/<idle|sit|walk0..walk5>`; sw is se flipped, nw is ne flipped; pivot between the feet; `sh/person` under them
 * Files: assets/atlas/{near,far}-0.{webp,json} (Phaser JSON hash with pivots, 2x) and assets/floor/*.webp with floor.json:
 * { chunks: [{ file, x, y, w, h }] } where x, y, w, h are pixels of the world at 1x, to be drawn in this order under all else.
 */

export type Department =
  | 'reception' | 'medical-wards' | 'eye-clinic' | 'radiology' | 'outpatients' | 'orders-desk' | 'library'
  | 'integration-room' | 'privacy-office' | 'board-room' | 'corridor' | 'garden' | 'street'

/** x, y of the back corner, then width along x and depth along y. */
export type Rect = readonly [x: number, y: number, w: number, d: number]
export type Point = readonly [x: number, y: number]

/**
 * Which way a piece of furniture is turned. a: its front faces SW (down left); d: faces SE (down right); b and c show their
 * backs. A bed has its head on the back-left wall in a, on the back-right wall in b. A piece of w x d tiles covers d x w in b and d.
 */
export type Rotation = 'a' | 'b' | 'c' | 'd'

export type FloorPattern = 'tile' | 'small' | 'plank' | 'raised' | 'vinyl' | 'carpet' | 'plain'

export interface Room {
  id: string
  department: Department
  rect: Rect
  pattern: FloorPattern
  /** Where the name of the department floats. */
  label: Point
}

/** full, window and door stand 1.95 high and only on the two outer back sides; the others let one see over them. */
export type WallKind = 'full' | 'window' | 'door' | 'half' | 'glass' | 'low'

export interface Wall {
  kind: WallKind
  /** x: the wall runs along x from `at`; its face looks down left. y: it runs along y; its face looks down right. */
  axis: 'x' | 'y'
  at: Point
  /** Whole tiles. */
  length: number
  /** Whose colours its dado wears. */
  department: Department
}

export interface Furniture {
  /** A name of `FURNITURE`. */
  name: string
  /** Back corner of the tiles it stands on. */
  at: Point
  rot: Rotation
  /** A variant that `FURNITURE` lists for it; without one, its first look. */
  variant?: string
  /** Lifted off the floor: no shadow. */
  z?: number
}

/** A coloured line on the floor that leads to a department; its corners are rounded. */
export interface GuideLine {
  path: readonly Point[]
  color: string
}

export type GroundKind = 'grass' | 'path' | 'pavement' | 'road' | 'crossing' | 'bay'

export interface Ground {
  /** The island the hospital stands on: everything is painted inside it. */
  island: Rect
  /** Painted in order. road: dashed along its longer side. bay: where an ambulance stands. */
  patches: readonly { kind: GroundKind; rect: Rect }[]
}

export interface Rug {
  rect: Rect
  color: string
  round?: boolean
}

/** Who stands where: read only by the picture that artists look at. */
export interface Standing {
  id: string
  at: Point
  facing: 'se' | 'sw' | 'ne' | 'nw'
  pose?: 'idle' | 'sit' | number
}

export interface Plan {
  /** Tiles under the building: [width along x, depth along y]. */
  size: Point
  rooms: readonly Room[]
  walls: readonly Wall[]
  furniture: readonly Furniture[]
  lines: readonly GuideLine[]
  rugs?: readonly Rug[]
  ground: Ground
  /** Departments whose art is loaded first; the rest follows while the learner already walks. */
  near: readonly Department[]
  people?: readonly Standing[]
}

export interface FurnitureEntry {
  /** Tiles along x and y in turn a. */
  size: Point
  /** Steps over it are allowed: it hangs on a wall or lies flat. */
  walkable?: boolean
  variants?: readonly string[]
}

const signs = [
  'reception', 'medical-wards', 'eye-clinic', 'radiology', 'outpatients', 'orders-desk', 'library', 'integration-room',
  'privacy-office', 'board-room',
] as const

/** Everything that can be stood on a floor. `src/art/objects/` draws each of them in four turns. */
export const FURNITURE = {
  // rest and waiting
  chair: { size: [1, 1], variants: ['apricot', 'teal', 'plum'] },
  chairs3: { size: [3, 1], variants: ['blue', 'sun'] },
  sofa: { size: [2, 1], variants: ['blue', 'green'] },
  coffeeTable: { size: [1, 1] },
  cooler: { size: [1, 1] },
  vending: { size: [1, 1], variants: ['blue'] },
  plant: { size: [1, 1], variants: ['sun', 'teal'] },
  plantTall: { size: [1, 1], variants: ['teal', 'white'] },
  bin: { size: [1, 1], variants: ['grey'] },
  kiosk: { size: [1, 1] },
  totem: { size: [1, 1] },
  robot: { size: [1, 1] },
  // desks and offices
  reception: { size: [4, 1] },
  desk: { size: [2, 1], variants: ['white', 'code', 'xray', 'chart', 'vitals', 'plain'] },
  officeChair: { size: [1, 1], variants: ['teal', 'plum'] },
  stool: { size: [1, 1] },
  whiteboard: { size: [2, 1] },
  screenStand: { size: [2, 1] },
  faxMachine: { size: [1, 1] },
  fileCabinet: { size: [1, 1], variants: ['plum', 'open'] },
  shredder: { size: [1, 1] },
  server: { size: [1, 1], variants: ['2', '3', 'amber'] },
  printer: { size: [1, 1] },
  // the board room and the library
  meeting: { size: [4, 2] },
  podium: { size: [1, 1] },
  bookshelf: { size: [2, 1], variants: ['2', '3'] },
  libraryTable: { size: [2, 1] },
  globe: { size: [1, 1] },
  // wards
  dischargeDesk: { size: [3, 1] },
  bed: { size: [2, 1], variants: ['sky', 'apricot', 'patient1', 'patient2', 'patient3', 'patient4'] },
  curtain: { size: [2, 1], variants: ['mint', 'coral'] },
  stretcher: { size: [2, 1], variants: ['teal'] },
  couch: { size: [2, 1], variants: ['blue'] },
  wheelchair: { size: [1, 1] },
  iv: { size: [1, 1] },
  vitals: { size: [1, 1] },
  trolley: { size: [1, 1] },
  crashCart: { size: [1, 1] },
  sink: { size: [1, 1] },
  shelf: { size: [2, 1], variants: ['2'] },
  locker: { size: [1, 1] },
  // imaging and eyes
  ct: { size: [2, 3] },
  xrayStand: { size: [1, 1] },
  slitLamp: { size: [2, 1] },
  fundusCamera: { size: [2, 1] },
  examChair: { size: [1, 1] },
  eyeModel: { size: [1, 1] },
  // hung on a wall (stand them on the tile in front of it, a on walls along x, d on walls along y)
  figureBoard: { size: [2, 1], walkable: true },
  eyeChart: { size: [1, 1], walkable: true },
  lightbox: { size: [2, 1], walkable: true },
  wallSign: { size: [2, 1], walkable: true, variants: signs },
  wallClock: { size: [1, 1], walkable: true },
  poster: { size: [1, 1], walkable: true, variants: ['heart', 'people', 'plus', 'eye'] },
  wallScreen: { size: [2, 1], walkable: true },
  // doors and outside; a revolving door turns through its variants 0 to 5 and starts again
  revolvingDoor: { size: [2, 2], variants: ['0', '1', '2', '3', '4', '5'] },
  elevator: { size: [2, 1] },
  ambulance: { size: [4, 2] },
  busShelter: { size: [3, 1] },
  tree: { size: [1, 1], variants: ['2', '3'] },
  bush: { size: [1, 1] },
  flowerBed: { size: [2, 1] },
  lamp: { size: [1, 1] },
  bench: { size: [2, 1] },
} satisfies Record<string, FurnitureEntry>

export type FurnitureName = keyof typeof FURNITURE

/** Name of the frame that shows a piece of furniture. */
export function furnitureFrame(piece: Pick<Furniture, 'name' | 'rot' | 'variant'>): string {
  return `obj/${piece.name}/${piece.rot}${piece.variant ? `-${piece.variant}` : ''}`
}

/** Tiles that a piece covers once turned: [along x, along y]. */
export function turnedSize(name: FurnitureName, rot: Rotation): Point {
  const [w, d] = FURNITURE[name].size
  return rot === 'a' || rot === 'c' ? [w!, d!] : [d!, w!]
}
