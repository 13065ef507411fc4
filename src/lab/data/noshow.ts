/**
 * `clinic.appointments`: a register of booked appointments, twenty a day, with what then happened. Its column "missed" is as
 * such registers are: it holds people who did not come, visits the hospital cancelled itself, and days on which no bus ran.
 */
import { z } from 'zod'
import { clamp, Rng } from '../../core/rng.ts'
import { isKnownAt } from '../graph/moment.ts'
import type { Column, Table } from '../graph/ports.ts'
import { luckOf } from '../ops/clinic-luck.ts'
import { Streams } from '../ops/streams.ts'
import type { Generator } from './generator.ts'
import { noshowColumns } from './noshow-columns.ts'
import { adult, type Booking, type Chances, chancesOf, type District, sideOf, type Townsperson } from './noshow-people.ts'

export const PER_DAY = 20

export type Happened = 'came' | 'did not come' | 'hospital cancelled' | 'bus strike'

/** What nobody can see in the register: what a simulation needs to let other plans be lived. */
export interface ClinicTruth {
  seed: string
  /** By id of the appointment. */
  chances: ReadonlyMap<string, Chances & { cancelled: boolean; strike: boolean }>
  transportEffect: number
}

/** A table that knows what would have happened. `asOf` takes that away. */
export interface ClinicTable extends Table {
  clinic: ClinicTruth
}

export function isClinicTable(table: Table): table is ClinicTable {
  return 'clinic' in table
}

const Params = z.strictObject({
  n: z.int().min(100).max(12_000).default(1200).meta({ title: 'Appointments', description: 'How many; twenty make a day.' }),
  transportEffect: z.number().min(0).max(1).default(0.95).meta({ title: 'Shuttle', description: 'How much of the hindrance of having no car the shuttle takes away.' }),
  cancelled: z.number().min(0).max(0.5).default(0.2).meta({ title: 'Cancelled by us', description: 'Share of visits from Mill Lane that the hospital itself cancels; Harbour half, elsewhere a tenth of it.' }),
  strikeDays: z.number().min(0).max(0.3).default(0.04).meta({ title: 'Strike days', description: 'Share of days on which no bus runs.' }),
})

interface Row extends Booking {
  day: number
  slot: number
  who: Townsperson
  chances: Chances
  cancelled: boolean
  strike: boolean
  missedWhy: Happened
}

const CANCELLED: Readonly<Record<District, number>> = { 'Mill Lane': 1, Harbour: 0.5, 'Hill Park': 0.1, 'Old Town': 0.1, Station: 0.1, Market: 0.1 }

function drawRows(seed: string, params: z.infer<typeof Params>): Row[] {
  const rng = new Rng(seed)
  const streams = new Streams(seed)
  const strikes = new Map<number, boolean>()
  return Array.from({ length: params.n }, (_, row) => {
    const day = Math.floor(row / PER_DAY) + 1
    if (!strikes.has(day)) strikes.set(day, streams.of('strike', day).bern(params.strikeDays) === 1)
    const who = adult(rng)
    const booking = drawBooking(rng, who, day)
    const chances = chancesOf(who, booking, params.transportEffect)
    const cancelled = rng.bern(params.cancelled * CANCELLED[who.district]) === 1
    const strike = strikes.get(day) === true && who.noCar === 1 && who.distanceKm > 2
    const stayedAway = luckOf(streams, 0, idOf(row)).absence < chances.plain
    const missedWhy = cancelled ? 'hospital cancelled' : strike ? 'bus strike' : stayedAway ? 'did not come' : 'came'
    return { day, slot: (row % PER_DAY) + 1, who, chances, cancelled, strike, missedWhy, ...booking }
  })
}

/** Missed before: own doing only, more for those with a hard way and a habit. */
function drawBooking(rng: Rng, who: Townsperson, day: number): Booking {
  const tendency = Math.exp(-1.05 + 0.7 * who.habit + (who.noCar === 1 ? 0.08 * who.distanceKm : 0))
  const newPatient = rng.bern(0.24)
  return {
    leadDays: Math.round(clamp(rng.lognormal(18, 0.95), 1, 150)),
    missedBefore: newPatient === 1 ? 0 : Math.min(6, rng.poisson(tendency)),
    newPatient,
    monday: day % 5 === 1 ? 1 : 0,
  }
}

function idOf(row: number): string {
  return `B${String(row + 1).padStart(5, '0')}`
}

function valueOf(row: Row, name: string): number | string {
  switch (name) {
    case 'side': return sideOf(row.who.district)
    case 'missed': return row.missedWhy === 'came' ? 0 : 1
    default: return (name in row.who ? row.who[name as keyof Townsperson] : row[name as keyof Row]) as number | string
  }
}

function tableOf(rows: readonly Row[], seed: string, transportEffect: number): ClinicTable {
  const columns: Record<string, Column> = {}
  for (const { name, kind } of noshowColumns) {
    const values = rows.map((row) => valueOf(row, name))
    columns[name] = kind === 'number' ? { kind, values: Float64Array.from(values as number[]) } : { kind, values: values as string[] }
  }
  const ids = rows.map((_, row) => idOf(row))
  const chances = new Map(rows.map(({ chances: { plain, call, ride }, cancelled, strike }, row) => [idOf(row), { plain, call, ride, cancelled, strike }]))
  return { type: 'Table', ids, meta: noshowColumns, columns, clinic: { seed, chances, transportEffect } }
}

/** What is written after the appointment is blank before it, and nobody knows the chances. */
function asOf(table: Table, viewAt: string): Table {
  const columns = { ...table.columns }
  for (const { name, availableAt, kind } of table.meta) {
    if (isKnownAt(availableAt, viewAt)) continue
    columns[name] = kind === 'category' ? { kind, values: table.ids.map(() => '') } : { kind, values: new Float64Array(table.ids.length).fill(Number.NaN) }
  }
  return { type: 'Table', ids: table.ids, meta: table.meta, columns }
}

export const noshow: Generator & Required<Pick<Generator, 'truth'>> = {
  id: 'clinic.appointments',
  about: 'a register of booked appointments, twenty a day, with who came',
  makes: 'Table',
  params: Params,
  schema: noshowColumns,
  generate(seed, written) {
    const params = Params.parse(written)
    return tableOf(drawRows(seed, params), seed, params.transportEffect)
  },
  truth: (seed, written) => Float64Array.from(drawRows(seed, Params.parse(written)), ({ chances }) => chances.plain),
  asOf,
  traps: ['biased-label'],
}
