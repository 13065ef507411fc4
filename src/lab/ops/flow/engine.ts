/**
 * One future of a service, lived under a plan: discrete events, one after the other. A case goes forward through the steps and
 * uses each station once, so nobody can wait for somebody who waits for them, and every case costs a few events at most: it ends.
 */
import type { ServicePlan } from '../../../core/artefacts/service-plan.ts'
import { spotAt } from '../../../core/event-log.ts'
import { columnOf } from '../../graph/table.ts'
import { EventQueue } from '../event-queue.ts'
import { amounts, constantColumns, leverColumns, tableOf, valueOf } from './amounts.ts'
import { caseTable, isYes, type StepNumbers, stepNumbersOf } from './case-numbers.ts'
import type { FlowCases } from './cases.ts'
import type { Foretold } from './forecasts.ts'
import { type Drive, Ground, type Spot } from './ground.ts'
import type { Fate, Lived, Visit } from './lived.ts'
import { type Laid, layOut, type Place as ListPlace } from './schedule.ts'
import { DAY, type FlowSpec, stationsOf } from './spec.ts'
import { isShut, isStaffed, momentsOf, type Place, placesOf, type Stay, type Unit, type UnitState } from './units.ts'

interface Ask { row: number; step: number; asked: number; rank: number; pinned: ListPlace | null; lacked: boolean }
type Event = { kind: 'comes'; row: number } | { kind: 'asks'; row: number; step: number; station: string } | { kind: 'served'; visit: Visit } | { kind: 'clean'; unit: Unit } | { kind: 'look' }

export function live(spec: FlowSpec, plan: ServicePlan, cases: FlowCases, foretold: Foretold = {}): Lived {
  return new Service(spec, plan, cases, foretold).run()
}

class Service {
  private readonly spec: FlowSpec
  private readonly cases: FlowCases
  private readonly events = new EventQueue<Event>()
  private readonly ground: Ground
  private readonly places: ReadonlyMap<string, Place>
  private readonly steps: readonly StepNumbers[]
  private readonly cleaning: ReadonlyMap<string, Float64Array>
  private readonly laid: Laid
  private readonly fates: Fate[]
  private readonly queues = new Map<string, Ask[]>()
  private readonly heading = new Map<string, number>()
  /** Units that a case has, besides the one it is being served at. */
  private readonly held = new Map<number, Unit[]>()
  private readonly promised = new Map<string, Unit>()
  private readonly where: readonly (Spot | null)[]
  private readonly visits: Visit[] = []
  private readonly stays: Stay[] = []
  private readonly drives: (Drive & { station: string; unit: number })[] = []
  private readonly minutes: number
  private now = 0

  constructor(spec: FlowSpec, plan: ServicePlan, cases: FlowCases, foretold: Foretold) {
    this.spec = spec
    this.cases = cases
    this.minutes = spec.days * DAY
    const set = tableOf({ ...constantColumns(spec), ...leverColumns(spec, plan) }, 1)
    const table = caseTable(spec, plan, cases.table, foretold)
    this.ground = new Ground(spec, set)
    this.places = placesOf(spec, set, (station) => this.postsOf(station, plan))
    this.steps = stepNumbersOf(spec, table)
    this.cleaning = new Map(Object.entries(spec.stations).map(([id, station]) => [id, amounts(station.cleaning, table)]))
    this.laid = layOut(spec, plan, table, cases.listed)
    const place = spec.place === undefined ? undefined : columnOf(cases.table, spec.place)
    this.where = Array.from({ length: cases.at.length }, (_, row) => this.ground.spotOf(place === undefined ? undefined : String(place.values[row])))
    const byRow = new Map(this.laid.places.map((one) => [one.row, one]))
    this.fates = Array.from(cases.at, (at, row) => {
      const found = byRow.get(row) ?? null
      return { row, place: found, comes: found ? found.day * DAY + (this.places.get(spec.schedule?.station ?? '')?.from ?? 0) : at, cancelled: null, done: null }
    })
    for (const id of Object.keys(spec.stations)) this.queues.set(id, [])
  }

  run(): Lived {
    for (const { row, place, comes } of this.fates) if (row >= this.cases.listed || place) this.events.push(comes, { kind: 'comes', row })
    for (const place of this.places.values()) for (const at of momentsOf(place, this.spec.days)) this.events.push(at, { kind: 'look' })
    for (let next = this.events.pop(); next && next.at < this.minutes; next = this.events.pop()) {
      this.now = next.at
      this.happen(next.event)
      // Whoever comes in the same minute is there before anybody is chosen.
      if (this.events.nextAt > this.now) this.serveAll()
    }
    this.now = this.minutes
    for (const { units } of this.places.values()) for (const unit of units) this.turn(unit, 'free', null)
    const waiting = [...this.queues].flatMap(([station, queue]) => queue.map(({ row, asked }) => ({ row, station, asked })))
    return { cases: this.cases, laid: this.laid, fates: this.fates, visits: this.visits, stays: this.stays, drives: this.drives, waiting, places: this.places, minutes: this.minutes }
  }

  private happen(event: Event): void {
    if (event.kind === 'comes') this.goOn(event.row, this.cases.enters[event.row] as number)
    else if (event.kind === 'asks') this.ask(event)
    else if (event.kind === 'served') this.served(event.visit)
    else if (event.kind === 'clean') this.turn(event.unit, 'free', null)
  }

  /** To the first step from here on that the case takes; gone when there is none. */
  private goOn(row: number, from: number): void {
    const step = this.steps.findIndex(({ when }, i) => i >= from && isYes(when[row]))
    if (step < 0) {
      this.letGo(row)
      if (this.fates[row]) this.fates[row].done = this.now
      return
    }
    const carrier = this.held.get(row)?.find(({ post }) => post !== null)
    const station = this.choose(row, step, carrier)
    const to = this.ground.spotOf(this.spec.stations[station]?.place)
    const drive = carrier && to ? this.send(carrier, to) : null
    this.heading.set(station, (this.heading.get(station) ?? 0) + 1)
    this.events.push(drive?.arrives ?? this.now, { kind: 'asks', row, step, station })
  }

  private choose(row: number, step: number, carrier: Unit | undefined): string {
    const stations = stationsOf(this.spec.steps[step] as FlowSpec['steps'][number])
    const { by: [travel, queue, wait], mean } = this.steps[step] as StepNumbers
    const from = carrier ? this.spotOf(carrier) : this.where[row]
    let best = { station: stations[0] as string, sum: Number.POSITIVE_INFINITY }
    for (const station of stations.length > 1 ? stations : []) {
      const { units, spec } = this.places.get(station) as Place
      const to = this.ground.spotOf(spec.place)
      const minutes = from && to ? this.ground.drive(from, to, this.now).arrives - this.now : 0
      const waiting = (this.queues.get(station)?.length ?? 0) + (this.heading.get(station) ?? 0)
      const open = units.filter((unit) => !isShut(this.places.get(station) as Place, unit, this.now, null))
      const busy = open.filter(({ state }) => state !== 'free').length
      const line = open.length === 0 ? 1e6 : (Math.max(0, waiting + busy - open.length + 1) * mean) / open.length
      const sum = (travel[row] || 0) * minutes + (queue[row] || 0) * waiting + (wait[row] || 0) * line
      if (sum < best.sum) best = { station, sum }
    }
    return best.station
  }

  private ask({ row, step, station }: Extract<Event, { kind: 'asks' }>): void {
    this.heading.set(station, (this.heading.get(station) ?? 1) - 1)
    for (const unit of this.held.get(row) ?? []) this.turn(unit, 'blocked', row)
    const pinned = station === this.spec.schedule?.station ? this.fates[row]?.place ?? null : null
    this.queues.get(station)?.push({ row, step, asked: this.now, rank: pinned?.rank ?? 0, pinned, lacked: false })
  }

  private serveAll(): void {
    for (let begun = true; begun;) {
      begun = false
      for (const place of this.places.values()) while (this.serveOne(place)) begun = true
    }
  }

  private serveOne(place: Place): boolean {
    const queue = this.queues.get(place.id) as Ask[]
    if (queue.length === 0) return false
    this.giveUp(place, queue)
    if (!place.units.some(({ state }) => state === 'free' || state === 'kept')) return false
    const weight = ({ row, step, asked }: Ask) => {
      const { priority, ageing } = this.steps[step] as StepNumbers
      return (priority[row] || 0) + ((ageing[row] || 0) * (this.now - asked)) / 60
    }
    for (const ask of queue.sort((a, b) => weight(b) - weight(a) || a.rank - b.rank || a.asked - b.asked || a.row - b.row)) {
      const unit = this.unitFor(ask, place)
      if (!unit) continue
      queue.splice(queue.indexOf(ask), 1)
      this.begin(ask, unit)
      return true
    }
    return false
  }

  /** Planned cases that could no longer be over in time are sent home. */
  private giveUp(place: Place, queue: Ask[]): void {
    for (const ask of queue.filter(({ pinned }) => pinned && this.now + pinned.longest > pinned.day * DAY + place.to + place.late)) {
      queue.splice(queue.indexOf(ask), 1)
      this.letGo(ask.row)
      const fate = this.fates[ask.row]
      if (fate) fate.cancelled = { at: this.now, why: ask.lacked ? 'no bed' : 'no time' }
    }
  }

  private unitFor(ask: Ask, place: Place): Unit | null {
    const promised = this.promised.get(`${ask.row}/${place.id}`)
    if (promised) return promised
    const closed = place.id === this.spec.schedule?.station ? this.laid.closed : null
    const staffed = isStaffed(place, this.now)
    if (!staffed && (ask.pinned || place.units.filter(({ state }) => state !== 'free').length >= place.night)) return null
    const free = place.units.filter((unit) => unit.state === 'free' && !isShut(place, unit, this.now, staffed ? closed : null) && (!ask.pinned || ask.pinned.unit === unit.i))
    const keepFree = (this.steps[ask.step] as StepNumbers).keepFree[ask.row] || 0
    if (free.length === 0 || free.length <= keepFree) return null
    const { needs = [] } = this.spec.steps[ask.step] ?? {}
    if (needs.some((station) => this.wanted(ask, station) && !this.spare(station))) {
      ask.lacked = true
      return null
    }
    return this.nearest(free, ask, place)
  }

  /** A crew that is there first; else the unit with the fewest planned cases still to come. */
  private nearest(free: readonly Unit[], { row }: Ask, { id }: Place): Unit | null {
    const to = this.where[row]
    const lists = (unit: Unit) => this.queues.get(id)?.filter(({ pinned }) => pinned?.unit === unit.i).length ?? 0
    const away = (unit: Unit) => (unit.post && to ? this.ground.drive(this.spotOf(unit), to, this.now).arrives : lists(unit))
    return free.reduce<{ unit: Unit; away: number } | null>((best, unit) => (best && best.away <= away(unit) ? best : { unit, away: away(unit) }), null)?.unit ?? null
  }

  /** Whether the case will come to that station at all. */
  private wanted({ row, step }: Ask, station: string): boolean {
    return this.spec.steps.some((one, i) => i > step && stationsOf(one).includes(station) && isYes(this.steps[i]?.when[row]))
  }

  private spare(station: string): Unit | undefined {
    const place = this.places.get(station)
    return place?.units.find((unit) => unit.state === 'free' && !isShut(place, unit, this.now, null))
  }

  private begin(ask: Ask, unit: Unit): void {
    const { row, step, asked } = ask
    const { keeps, needs } = this.spec.steps[step] as FlowSpec['steps'][number]
    if (!keeps) this.letGo(row)
    this.promised.delete(`${row}/${unit.station}`)
    for (const station of needs) {
      const spare = this.wanted(ask, station) ? this.spare(station) : undefined
      if (!spare) continue
      this.turn(spare, 'kept', row)
      this.promised.set(`${row}/${station}`, spare)
    }
    this.turn(unit, 'busy', row)
    const to = this.where[row]
    const there = unit.post && to ? this.send(unit, to).arrives : this.now
    const visit: Visit = { row, step, station: unit.station, unit: unit.i, asked, given: this.now, there, ends: null }
    this.visits.push(visit)
    this.events.push(there + ((this.steps[step] as StepNumbers).minutes[row] as number), { kind: 'served', visit })
  }

  private served(visit: Visit): void {
    const { row, step, station, unit } = visit
    visit.ends = this.now
    this.letGo(row)
    const used = this.places.get(station)?.units[unit] as Unit
    if (this.spec.steps[step]?.holds && this.steps.some(({ when }, i) => i > step && isYes(when[row]))) this.held.set(row, [used])
    else this.release(used, row)
    this.goOn(row, step + 1)
  }

  /** Whatever the case still has is free again. */
  private letGo(row: number): void {
    for (const unit of this.held.get(row) ?? []) this.release(unit, row)
    this.held.delete(row)
  }

  private release(unit: Unit, row: number): void {
    const minutes = this.cleaning.get(unit.station)?.[row] || 0
    this.turn(unit, minutes > 0 ? 'cleaning' : 'free', null)
    if (minutes > 0) this.events.push(this.now + minutes, { kind: 'clean', unit })
    if (unit.post) this.send(unit, unit.post)
  }

  private turn(unit: Unit, state: UnitState, row: number | null): void {
    if (unit.state !== 'free' && this.now > unit.since) this.stays.push({ station: unit.station, unit: unit.i, from: unit.since, to: this.now, row: unit.row, state: unit.state })
    unit.state = state
    unit.row = row
    unit.since = this.now
  }

  private send(unit: Unit, to: Spot): Drive {
    const drive = this.ground.drive(this.spotOf(unit), to, this.now)
    unit.drive = drive
    this.drives.push({ ...drive, station: unit.station, unit: unit.i })
    return drive
  }

  private spotOf({ drive, post }: Unit): Spot {
    return spotAt({ ...(post ? { post } : {}), drives: drive ? [drive] : [] }, this.now) ?? { x: 0, y: 0 }
  }

  private postsOf(station: string, plan: ServicePlan): Spot[] {
    const lever = this.spec.stations[station]?.posts
    const crews = lever === undefined ? undefined : valueOf(plan, lever)
    if (typeof crews !== 'object' || Array.isArray(crews)) return []
    return Object.entries(crews).flatMap(([place, n]) => Array.from({ length: Number(n) }, () => this.ground.spotOf(place)).filter((spot) => spot !== null))
  }
}
