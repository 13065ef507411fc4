/**
 * The ground floor of St Turing: an atrium that opens on one wide corridor, rooms on both sides of it, the wards at its end
 * with their revolving door to the street, a garden in front.
 */
import type { DepartmentId, Plan, Point, Rect } from '../kit/plan.ts'
import { turnedSize } from './floor/footprints.ts'
import { FURNITURE_ON_FLOOR } from './floor/furniture.ts'
import { WALLS } from './floor/walls.ts'
import { PEOPLE } from './people.ts'

const ISLAND: Rect = [0, 0, 30, 23]

export const MAP: Plan = {
  size: [25, 19],
  rooms: [
    { id: 'corridor', department: 'corridor', rect: [0, 8, 25, 3], pattern: 'tile', label: [5.4, 8.7] },
    { id: 'integration-room', department: 'integration-room', rect: [0, 0, 6, 8], pattern: 'raised', label: [2.5, 0] },
    { id: 'eye-clinic', department: 'eye-clinic', rect: [6, 0, 5, 8], pattern: 'small', label: [8.5, 0] },
    { id: 'radiology', department: 'radiology', rect: [11, 0, 5, 8], pattern: 'tile', label: [13.5, 0] },
    { id: 'medical-wards', department: 'medical-wards', rect: [16, 0, 9, 8], pattern: 'vinyl', label: [18.5, 0] },
    { id: 'board-room', department: 'board-room', rect: [0, 11, 8, 4], pattern: 'carpet', label: [3.5, 11] },
    { id: 'outpatients', department: 'outpatients', rect: [0, 15, 8, 4], pattern: 'tile', label: [4, 15] },
    { id: 'reception', department: 'reception', rect: [8, 11, 7, 8], pattern: 'plank', label: [11, 12] },
    { id: 'orders-desk', department: 'orders-desk', rect: [15, 11, 5, 4], pattern: 'small', label: [17.5, 11] },
    { id: 'privacy-office', department: 'privacy-office', rect: [15, 15, 5, 4], pattern: 'carpet', label: [17.5, 15] },
    { id: 'library', department: 'library', rect: [20, 11, 5, 8], pattern: 'plank', label: [22.5, 11] },
  ],
  walls: WALLS,
  furniture: FURNITURE_ON_FLOOR,
  lines: [
    { path: [[12.7, 19], [12.7, 14.7], [13.6, 14.7], [13.6, 9.9], [17.2, 9.9], [17.2, 8]], color: '#5aa98c' },
    { path: [[12.4, 19], [12.4, 14.4], [13.3, 14.4], [13.3, 9.6], [14, 9.6], [14, 8]], color: '#4d6fc4' },
    { path: [[12.1, 19], [12.1, 14.1], [13, 14.1], [13, 9.3], [9, 9.3], [9, 8]], color: '#8060a9' },
    { path: [[11, 17], [8, 17]], color: '#d9a11f' },
  ],
  rugs: [
    { rect: [9.4, 14.8, 2.4, 2.4], color: '#22a197' },
    { rect: [22.2, 12.8, 2.6, 3.2], color: '#ee7c5e' },
  ],
  ground: {
    island: ISLAND,
    patches: [
      { kind: 'grass', rect: ISLAND },
      { kind: 'path', rect: [0, 19, 25, 1] },
      { kind: 'path', rect: [10, 20, 3, 3] },
      { kind: 'pavement', rect: [25, 0, 2, 23] },
      { kind: 'road', rect: [27, 0, 3, 23] },
      { kind: 'crossing', rect: [27, 19, 3, 2] },
      { kind: 'bay', rect: [27, 8, 2, 4] },
    ],
  },
  near: ['reception', 'corridor', 'medical-wards', 'garden'],
  people: PEOPLE.map(({ id, at, facing }) => ({ id, at, facing })),
}

/** Where the player starts: just inside the main entrance, looking in. */
export const START: Point = [11.5, 17.5]

export interface Place {
  id: DepartmentId
  name: string
  /** Parts of the floor that belong to it. */
  areas: readonly Rect[]
  /** Where one stands when one goes there. */
  spot: Point
  /** Where its name floats, and how high above the floor. */
  label: readonly [x: number, y: number, z: number]
}

/** Height in metres of a name over a full wall, and over rooms that one looks into. */
const HIGH = 2.45
const LOW = 1.35

/** Departments in the order in which a visitor meets them. */
export const PLACES: readonly Place[] = [
  { id: 'reception', name: 'Reception', areas: [[8, 11, 7, 8]], spot: [11.5, 15.5], label: [11, 12, 2] },
  { id: 'medical-wards', name: 'Medical wards', areas: [[16, 0, 9, 8]], spot: [19.5, 6.5], label: [19.3, 0, HIGH] },
  { id: 'eye-clinic', name: 'Eye clinic', areas: [[6, 0, 5, 8]], spot: [9.5, 7.5], label: [9.3, 0, HIGH] },
  { id: 'radiology', name: 'Radiology', areas: [[11, 0, 5, 8]], spot: [14.5, 7.5], label: [14.2, 0, HIGH] },
  { id: 'outpatients', name: 'Outpatients', areas: [[0, 15, 8, 4]], spot: [4.5, 17.5], label: [3.5, 15, LOW] },
  { id: 'orders-desk', name: 'Orders desk', areas: [[15, 11, 5, 4]], spot: [17.5, 13.5], label: [18.6, 11, LOW] },
  { id: 'library', name: 'Library', areas: [[20, 11, 5, 8]], spot: [22.5, 17.5], label: [22.5, 11, 2] },
  { id: 'integration-room', name: 'Integration room', areas: [[0, 0, 6, 8]], spot: [3.5, 7.5], label: [2.5, 0, HIGH] },
  { id: 'privacy-office', name: 'Privacy office', areas: [[15, 15, 5, 4]], spot: [16.5, 17.5], label: [18.7, 15, LOW] },
  { id: 'board-room', name: 'Board room', areas: [[0, 11, 8, 4]], spot: [6.5, 12.5], label: [3.5, 11, LOW] },
  { id: 'corridor', name: 'Corridor', areas: [[0, 8, 25, 3]], spot: [13.5, 9.5], label: [5.4, 8.7, 0.3] },
  { id: 'garden', name: 'Garden', areas: [[0, 19, 25, 4]], spot: [11.5, 21.5], label: [4, 22, 1.9] },
  { id: 'street', name: 'Street', areas: [[25, 0, 5, 23]], spot: [25.5, 12.5], label: [28.5, 15, 0.2] },
]

/** The department a point of the floor lies in; `null` off the island. */
export function placeAt(x: number, y: number): Place | null {
  return PLACES.find((place) => place.areas.some((area) => isInside(area, x, y))) ?? null
}

const DOORS: readonly Rect[] = MAP.furniture.filter(({ name }) => name === 'revolvingDoor').map((piece) => [...piece.at, ...turnedSize(piece)])

/** Whoever stands here turns the wings of a revolving door. */
export function isInRevolvingDoor(x: number, y: number): boolean {
  return DOORS.some((door) => isInside(door, x, y))
}

function isInside([left, top, w, d]: Rect, x: number, y: number): boolean {
  return x >= left && x < left + w && y >= top && y < top + d
}
