/** Where things are in a service, and how long the way is: places of the map, crews under way. */
import { DAY, type FlowSpec } from './spec.ts'
import { amount } from './amounts.ts'
import type { Table } from '../../graph/ports.ts'

export interface Spot { x: number; y: number }

/** A way in a straight line; somebody asked on the way turns off where they are. */
export interface Drive { from: Spot; to: Spot; leaves: number; arrives: number }

export class Ground {
  private readonly spec: FlowSpec
  private readonly perUnit: number
  private readonly least: number

  /** @param set constants and levers, one row */
  constructor(spec: FlowSpec, set: Table) {
    this.spec = spec
    this.perUnit = Math.max(0, amount(spec.travel?.minutesPerUnit ?? 0, set))
    this.least = Math.max(0, amount(spec.travel?.least ?? 0, set))
  }

  /** Null for a place the map does not have. */
  spotOf(place: string | undefined): Spot | null {
    return place !== undefined && Object.hasOwn(this.spec.places, place) ? this.spec.places[place] as Spot : null
  }

  drive(from: Spot, to: Spot, now: number): Drive {
    const factor = this.spec.travel?.byHour?.[Math.floor((now % DAY) / 60)] ?? 1
    const minutes = Math.hypot(to.x - from.x, to.y - from.y) * this.perUnit * factor
    return { from, to, leaves: now, arrives: now + Math.max(this.least, minutes) }
  }
}
