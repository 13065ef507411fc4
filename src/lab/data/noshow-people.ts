/** Who is booked at the clinic: people of the town, by the district their street lies in, and how likely each is to come. */
import { clamp, Rng, sigmoid } from '../../core/rng.ts'
import { STREETS } from './town-names.ts'
import { person, TOWN_SIZE } from './town.ts'

export const DISTRICTS = ['Hill Park', 'Old Town', 'Station', 'Market', 'Harbour', 'Mill Lane'] as const
export type District = (typeof DISTRICTS)[number]
export const SIDES = ['Hill side', 'Harbour side'] as const
export type Side = (typeof SIDES)[number]

/** The two districts beyond the river: far from the hospital, one bus line, few cars. */
export function sideOf(district: District): Side {
  return district === 'Harbour' || district === 'Mill Lane' ? 'Harbour side' : 'Hill side'
}

/** Streets of the town beyond the river. The others are dealt to the four districts of the hill in the order of `STREETS`. */
const BEYOND_THE_RIVER: Readonly<Record<string, District>> = {
  'Canal Side': 'Mill Lane', 'Cooper Street': 'Mill Lane', 'Foundry Street': 'Mill Lane', 'Kiln Lane': 'Mill Lane', 'Mill Race': 'Mill Lane', 'Tannery Lane': 'Mill Lane', 'Weavers Court': 'Mill Lane',
  'Ferry Road': 'Harbour', 'Harbour View': 'Harbour', 'North Quay': 'Harbour', Ropewalk: 'Harbour', 'Saltmarsh Road': 'Harbour', 'Wharf Road': 'Harbour', 'Heron Court': 'Harbour',
}

export function districtOf(address: string): District {
  const street = address.replace(/^\d+ /, '')
  return BEYOND_THE_RIVER[street] ?? (DISTRICTS[STREETS.indexOf(street) % 4] as District)
}

const DISTANCE: Readonly<Record<District, number>> = { 'Hill Park': 1.5, 'Old Town': 2, Station: 2.5, Market: 3, Harbour: 6.5, 'Mill Lane': 7.5 }
const NO_CAR: Readonly<Record<Side, number>> = { 'Hill side': 0.18, 'Harbour side': 0.6 }

export interface Townsperson {
  pid: string
  name: string
  age: number
  sex: string
  district: District
  noCar: 0 | 1
  noPhone: 0 | 1
  distanceKm: number
  /** What keeps this person from coming, beyond all that is written down; log-odds. */
  habit: number
}

/** An adult of the town. The same person has the same home, car and phone whenever they are booked. */
export function adult(rng: Rng): Townsperson {
  for (;;) {
    const one = townsperson(rng.int(0, TOWN_SIZE - 1))
    if (one.age >= 18) return one
  }
}

const known = new Map<number, Townsperson>()

function townsperson(i: number): Townsperson {
  const met = known.get(i)
  if (met) return met
  const { id, name, age, sex, address, household } = person(i)
  const district = districtOf(address)
  // A car stands before a house, and the way to us is as long for everybody in it.
  const home = new Rng(`clinic/home/${Math.min(i, ...household.map((one) => one.i))}`)
  const own = new Rng(`clinic/person/${i}`)
  const one: Townsperson = {
    pid: id, name, age, sex, district,
    noCar: home.bern(NO_CAR[sideOf(district)]),
    noPhone: own.bern(0.12),
    distanceKm: Math.round(clamp(DISTANCE[district] + home.normal(0, 0.6), 0.4, 9.5) * 10) / 10,
    habit: own.normal(0, 0.75),
  }
  known.set(i, one)
  return one
}

export interface Booking {
  leadDays: number
  missedBefore: number
  newPatient: 0 | 1
  monday: 0 | 1
}

/** How likely this person is not to come: as things are, after a reminder call, with a seat in the shuttle. */
export interface Chances {
  plain: number
  call: number
  ride: number
}

/**
 * Lead time and earlier misses weigh most (Dantas 2018, dantas); the way there weighs only on those without a car, and a seat
 * in the shuttle takes that weight away: with transport both sides of town are equally reliable.
 * `transportEffect` 0 to 1: how much of the weight the shuttle takes.
 */
export function chancesOf(who: Townsperson, booking: Booking, transportEffect: number): Chances {
  const way = who.noCar === 1 ? 0.3 + 0.15 * who.distanceKm : 0
  const rest = -2.45 + who.habit
    + 0.62 * (Math.log1p(booking.leadDays) - 2.8)
    + 0.75 * Math.log1p(booking.missedBefore)
    - 0.022 * (who.age - 58)
    + 0.45 * booking.newPatient + 0.5 * who.noPhone + 0.2 * booking.monday
  return {
    plain: sigmoid(rest + way),
    call: sigmoid(rest + way - (who.noPhone === 1 ? 0.1 : 0.7)),
    ride: sigmoid(rest + way * (1 - transportEffect) - 0.35),
  }
}
