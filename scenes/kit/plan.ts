/**
 * A floor as plain data, as the scenes read it. `src/art/plan.ts` describes the same shape for the pictures; neither folder may
 * import the other, so the two meet by structure and `tests/budgets` holds them together.
 *
 * One unit is one tile is one metre. x runs right and down on the screen, y left and down, z up.
 */
export type Point = readonly [x: number, y: number]
/** Back corner, then width along x and depth along y. */
export type Rect = readonly [x: number, y: number, w: number, d: number]
/** Which way a piece is turned: a faces down left, d down right, b and c show their backs. b and d cover d x w tiles. */
export type Rotation = 'a' | 'b' | 'c' | 'd'
/** The four ways a person can look on the screen; se and sw look at the viewer. */
export type Facing = 'se' | 'sw' | 'ne' | 'nw'
export type WallKind = 'full' | 'window' | 'door' | 'half' | 'glass' | 'low'
export type DepartmentId =
  | 'reception' | 'medical-wards' | 'eye-clinic' | 'radiology' | 'outpatients' | 'orders-desk' | 'library'
  | 'integration-room' | 'privacy-office' | 'board-room' | 'corridor' | 'garden' | 'street'

export interface Room {
  id: string
  department: DepartmentId
  rect: Rect
  pattern: 'tile' | 'small' | 'plank' | 'raised' | 'vinyl' | 'carpet' | 'plain'
  /** Where the name of the department floats. */
  label: Point
}

export interface Wall {
  kind: WallKind
  axis: 'x' | 'y'
  at: Point
  /** Whole tiles. */
  length: number
  department: DepartmentId
}

export interface Furniture {
  name: string
  /** Back corner of the tiles it stands on. */
  at: Point
  rot: Rotation
  variant?: string
  z?: number
}

export interface Ground {
  island: Rect
  patches: readonly { kind: 'grass' | 'path' | 'pavement' | 'road' | 'crossing' | 'bay'; rect: Rect }[]
}

export interface Plan {
  /** Tiles under the building. */
  size: Point
  rooms: readonly Room[]
  walls: readonly Wall[]
  furniture: readonly Furniture[]
  lines: readonly { path: readonly Point[]; color: string }[]
  rugs?: readonly { rect: Rect; color: string; round?: boolean }[]
  ground: Ground
  /** Departments whose art is loaded first. */
  near: readonly DepartmentId[]
  people?: readonly { id: string; at: Point; facing: Facing; pose?: 'idle' | 'sit' | number }[]
}
