/** Walls of the ground floor. Full height only on the two outer back sides, so that one always sees into the rooms. */
import type { DepartmentId, Wall, WallKind } from '../../kit/plan.ts'

type Run = readonly [kind: WallKind, at: number, length: number]

function runs(axis: 'x' | 'y', line: number, department: DepartmentId, list: readonly Run[]): Wall[] {
  return list.map(([kind, at, length]) => ({ kind, axis, at: axis === 'x' ? [at, line] : [line, at], length, department }))
}

/** Back right side: y = 0. */
const backRight = [
  ...runs('x', 0, 'integration-room', [['full', 0, 6]]),
  ...runs('x', 0, 'eye-clinic', [['full', 6, 2], ['window', 8, 1], ['full', 9, 1], ['window', 10, 1]]),
  ...runs('x', 0, 'radiology', [['full', 11, 1], ['window', 12, 1], ['full', 13, 3]]),
  ...runs('x', 0, 'medical-wards', [['full', 16, 2], ['window', 18, 1], ['full', 19, 3], ['window', 22, 1], ['full', 23, 1], ['window', 24, 1]]),
]

/** Back left side: x = 0. */
const backLeft = [
  ...runs('y', 0, 'integration-room', [['full', 0, 1], ['window', 1, 1], ['full', 2, 4], ['window', 6, 1], ['full', 7, 1]]),
  ...runs('y', 0, 'corridor', [['full', 8, 1], ['window', 9, 1], ['full', 10, 1]]),
  ...runs('y', 0, 'board-room', [['window', 11, 1], ['full', 12, 2], ['window', 14, 1]]),
  ...runs('y', 0, 'outpatients', [['full', 15, 1], ['window', 16, 1], ['full', 17, 1], ['window', 18, 1]]),
]

/** Between the back rooms, and from them to the corridor: the gaps are the doors. */
const backRooms = [
  ...runs('y', 6, 'integration-room', [['glass', 0, 8]]),
  ...runs('y', 11, 'radiology', [['half', 0, 8]]),
  ...runs('y', 16, 'medical-wards', [['half', 0, 8]]),
  ...runs('x', 8, 'integration-room', [['low', 0, 2], ['low', 4, 2]]),
  ...runs('x', 8, 'eye-clinic', [['low', 6, 2], ['low', 10, 1]]),
  ...runs('x', 8, 'radiology', [['low', 11, 2], ['low', 15, 1]]),
  ...runs('x', 8, 'medical-wards', [['low', 18, 4], ['low', 24, 1]]),
]

/** Front rooms. */
const frontRooms = [
  ...runs('x', 11, 'board-room', [['half', 0, 5], ['half', 7, 1]]),
  ...runs('y', 8, 'board-room', [['glass', 11, 4]]),
  ...runs('x', 15, 'outpatients', [['low', 0, 8]]),
  ...runs('y', 8, 'outpatients', [['low', 15, 1], ['low', 18, 1]]),
  ...runs('x', 11, 'orders-desk', [['half', 15, 5]]),
  ...runs('y', 15, 'orders-desk', [['low', 11, 1], ['low', 14, 1]]),
  ...runs('x', 15, 'privacy-office', [['low', 15, 5]]),
  ...runs('y', 15, 'privacy-office', [['low', 15, 1], ['low', 18, 1]]),
  ...runs('y', 20, 'library', [['half', 11, 8]]),
  ...runs('x', 11, 'library', [['half', 20, 1], ['half', 23, 2]]),
]

/** Outer front sides: kerbs, with the main entrance, the ward's revolving door and the corridor's way out to the street. */
const front = [
  ...runs('x', 19, 'outpatients', [['low', 0, 8]]),
  ...runs('x', 19, 'reception', [['low', 8, 2], ['low', 13, 2]]),
  ...runs('x', 19, 'privacy-office', [['low', 15, 5]]),
  ...runs('x', 19, 'library', [['low', 20, 5]]),
  ...runs('y', 25, 'medical-wards', [['low', 0, 6]]),
  ...runs('y', 25, 'library', [['low', 11, 8]]),
]

export const WALLS: readonly Wall[] = [...backRight, ...backLeft, ...backRooms, ...frontRooms, ...front]
