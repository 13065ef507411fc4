/** How hard life is where somebody lives: the same for everybody in a street, in every quest. */
import { districtOf, sideOf } from './noshow-people.ts'
import { STREETS } from './town-names.ts'

const beyondTheRiver = (street: string): boolean => sideOf(districtOf(`1 ${street}`)) === 'Harbour side'
const OVER_THERE = STREETS.filter(beyondTheRiver)
const ON_THE_HILL = STREETS.filter((street) => !beyondTheRiver(street))

/**
 * Hardship of the neighbourhood in fifths, 1 the best off: eight of the forty streets in each. The two hardest fifths lie
 * beyond the river, but for two streets.
 */
export function hardshipOf(address: string): number {
  const street = address.replace(/^\d+ /, '')
  const over = OVER_THERE.indexOf(street)
  if (over >= 0) return over < 6 ? 4 : 5
  const hill = ON_THE_HILL.indexOf(street)
  return hill < 24 ? 1 + (hill % 3) : 4
}
