/** Everything in the house that a medal can change, and how it stands before anybody has mended anything. */
import { EFFECT_SOUNDS } from './sounds.ts'
import { DEPARTMENTS, STAFF } from './staff.ts'

export interface WallFigure {
  label: string
  value: number
  unit: string
}

/** 14.5% of medical discharges come back within 30 days: source donze. A permission by telephone and fax takes 20 minutes: source caqh. 23% of appointments are missed: source dantas. */
export const STATS_AT_FIRST: Readonly<Record<string, WallFigure>> = {
  readmissions: { label: 'Back within 30 days', value: 14.5, unit: '%' },
  'eyes-waiting': { label: 'Waiting for an eye answer', value: 600, unit: 'people' },
  'empty-chairs': { label: 'Chairs that stay empty', value: 23, unit: '%' },
  'permission-minutes': { label: 'Work on one permission', value: 20, unit: 'min' },
}

/** Things on the map with the states they can be drawn in, the first one at the beginning. */
export const SPRITE_STATES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'revolving-door': ['spinning', 'slow'],
}

/** What `target` of an effect may name, by what it does. An `unlock` names a department, a dot and a place of its own choosing. */
export const EFFECT_TARGETS = {
  people: STAFF.map(({ id }) => id),
  departments: DEPARTMENTS.map(({ id }) => id),
  stats: STATS_AT_FIRST,
  sprites: SPRITE_STATES,
  sounds: EFFECT_SOUNDS,
} as const
