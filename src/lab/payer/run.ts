/**
 * Requests on their way through the desk and the payer, as a discrete-event simulation: each is written, looked over, sent, checked
 * by machine, perhaps read by a person, approved, refused, or sent back with a question. The same request has the same luck under
 * every solution: chance is drawn by seed, request and what it is for.
 */
import { Rng } from '../../core/rng.ts'
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { EventQueue } from '../ops/event-queue.ts'
import { elementsThatApply } from '../records/applies.ts'
import { textOfField } from '../records/field-text.ts'
import type { Filled, MappedRecord } from '../records/map-record.ts'
import { textOf } from '../records/map-record.ts'
import { type Element, elementsOf, type Shape } from '../records/shape.ts'
import { truthAt } from '../records/written.ts'
import { type ReadyRule, readyRules, ruleHolds } from './answer.ts'
import { Counter, type CounterEvent, type Job } from './counter.ts'
import { type Answer, clockOf, HOUR, type Place, type Request } from './requests.ts'
import type { Desk, Payer } from './spec.ts'

type Event = CounterEvent | { kind: 'arrives' | 'machine' | 'clinic' | 'clock'; row: number }

export interface PayerWorld {
  /** With the truth: what a person finds who looks. */
  table: Table
  shape: Shape
  payer: Payer
  desk: Desk
  seed: string
}

/** @param rows which of the table, with what the map made of each */
export function runRequests(world: PayerWorld, rows: readonly { row: number; record: MappedRecord }[]): Request[] {
  return new Run(world, rows).toTheEnd()
}

class Run {
  private readonly queue = new EventQueue<Event>()
  private readonly rules: readonly ReadyRule[]
  private readonly elements: readonly { path: string; element: Element }[]
  private readonly applies: ReturnType<typeof elementsThatApply>
  private readonly requests: ReadonlyMap<number, Request>
  private readonly desk: Counter
  private readonly reading: Counter
  private readonly world: PayerWorld
  private now = 0

  constructor(world: PayerWorld, rows: readonly { row: number; record: MappedRecord }[]) {
    const { payer, shape, desk } = world
    this.world = world
    this.rules = readyRules(payer, shape)
    this.elements = elementsOf(shape)
    this.applies = elementsThatApply(shape)
    this.requests = new Map(rows.map(({ row, record }) => [row, this.begun(row, record)]))
    const fast = ({ row }: Job) => Number(!this.at(row).expedited)
    const returned = ({ row }: Job) => Number(this.at(row).pends === 0)
    const counters = this.queue as EventQueue<CounterEvent>
    this.desk = new Counter('desk', payer.desk, counters, (a, b) => (desk.first === 'expedited' ? fast(a) - fast(b) : desk.first === 'returned' ? returned(a) - returned(b) : 0))
    this.reading = new Counter('reading', payer.reading, counters, (a, b) => fast(a) - fast(b))
    for (const { row, writtenAt } of this.requests.values()) this.queue.push(writtenAt, { kind: 'arrives', row })
  }

  toTheEnd(): Request[] {
    for (let next = this.queue.pop(); next; next = this.queue.pop()) {
      this.now = next.at
      this.on(next.event)
    }
    return [...this.requests.values()]
  }

  private on(event: Event): void {
    switch (event.kind) {
      case 'opens': return (event.at === 'desk' ? this.desk : this.reading).opened(this.now)
      case 'done': return event.at === 'desk' ? this.deskDone(event.job) : this.readingDone(event.job)
      case 'arrives': return this.arrived(this.at(event.row))
      case 'machine': return this.machine(this.at(event.row))
      case 'clinic': return this.clinicRang(this.at(event.row))
      case 'clock': return this.clockRanOut(this.at(event.row))
    }
  }

  private begun(row: number, { filled }: MappedRecord): Request {
    const { payer, desk } = this.world
    const has = this.has(row)
    const form = new Map([...filled].filter(([path]) => has(path)))
    const looks = this.elements.flatMap(({ path }) => {
      const one = form.get(path)
      return has(path) && (one ? 'ask' in one : desk.blanks === 'person') ? [path] : []
    })
    const number = (name: string) => Number(columnOf(this.world.table, name)?.values[row] ?? 0)
    return {
      row, form, looks, expedited: textOf(form.get(payer.lane)) === payer.expedited, urgent: number(payer.urgent) === 1, eligible: number(payer.eligible) === 1,
      writtenAt: Math.max(0, Math.round(number(payer.arrives) * HOUR) || 0), sentAt: null, answeredAt: null, answer: null, pends: 0, hands: 0, place: 'coming', moves: [], steps: [],
    }
  }

  private arrived(request: Request): void {
    this.step(request, 'written', 'The doctor asks for it.')
    this.toDesk(request, 'desk', this.world.payer.desk.send)
  }

  private toDesk(request: Request, place: Place, minutes: number): void {
    this.move(request, place)
    this.desk.add({ row: request.row, minutes: minutes + this.world.payer.desk.look * request.looks.length, since: this.now, task: 'look' }, this.now)
  }

  private deskDone(job: Job): void {
    const request = this.at(job.row)
    if (request.place !== 'closed') {
      request.hands += job.minutes
      const open = request.looks.filter((path) => !this.found(request, path, 'truth'))
      request.looks = open
      const rings = job.task === 'look' && open.some((path) => this.elementAt(path)?.later !== undefined)
      if (rings) this.ring(request)
      else this.send(request)
    }
    this.desk.finished(this.now)
  }

  private ring(request: Request): void {
    this.move(request, 'clinic')
    const wait = this.luck(request, `rings ${request.pends}`).exp(1) * this.world.payer.desk.rings * HOUR
    this.step(request, 'rang', `What is in no paper is asked of the clinic: ${this.labels(request.looks)}.`)
    this.queue.push(this.now + wait, { kind: 'clinic', row: request.row })
  }

  private clinicRang(request: Request): void {
    if (request.place === 'closed') return
    for (const path of request.looks) this.found(request, path, 'later')
    request.looks = []
    this.move(request, request.pends > 0 ? 'returned' : 'desk')
    this.desk.add({ row: request.row, minutes: this.world.payer.desk.send, since: this.now, task: 'send' }, this.now)
  }

  /** Somebody looked: what is right stands there with its paper; where nothing is right, nothing. */
  private found({ form, row }: Request, path: string, where: 'truth' | 'later'): boolean {
    const element = this.elementAt(path)
    const name = element?.[where]
    const right = name === undefined ? null : truthAt(this.world, name, row)
    if (right === null) form.delete(path)
    else form.set(path, byHand(right, element?.type === 'codes'))
    return right !== null
  }

  private send(request: Request): void {
    const { payer } = this.world
    request.looks = []
    request.expedited = textOf(request.form.get(payer.lane)) === payer.expedited
    this.step(request, 'sent', request.sentAt === null ? `Sent, ${request.expedited ? 'expedited' : 'standard'}: an answer is due in ${clockOf(payer, request.expedited) / HOUR} hours.` : 'Sent again, with what was asked for.')
    if (request.sentAt === null) {
      request.sentAt = this.now
      this.queue.push(this.now + clockOf(payer, request.expedited), { kind: 'clock', row: request.row })
    }
    this.move(request, 'payer')
    this.queue.push(this.now + payer.reading.machine, { kind: 'machine', row: request.row })
  }

  private machine(request: Request): void {
    const rule = this.rules.find(({ sees, ...one }) => sees === undefined && this.holds(one, request))
    // Only a person says no.
    if (rule?.answer === 'deny' || (!rule && this.luck(request, 'read').uniform() < this.world.payer.reading.share)) {
      this.reading.add({ row: request.row, minutes: this.world.payer.reading.minutes, since: this.now, task: 'read' }, this.now)
    } else this.answer(request, rule)
  }

  private readingDone(job: Job): void {
    const request = this.at(job.row)
    if (request.place !== 'closed') {
      this.answer(request, this.rules.find((rule) => this.holds(rule, request) && (rule.sees === undefined || this.luck(request, `sees ${rule.id}`).uniform() < rule.sees)))
    }
    this.reading.finished(this.now)
  }

  private answer(request: Request, rule: ReadyRule | undefined): void {
    if (!rule || rule.answer === 'approve') return this.close(request, 'approved', rule?.say ?? 'Approved: everything that is asked for is there.')
    if (rule.answer === 'deny') return this.close(request, 'denied', `Refused: ${rule.say}`)
    if (request.pends >= this.world.payer.rounds) return this.close(request, 'denied', `Refused after ${request.pends === 1 ? 'one question' : `${request.pends} questions`}: ${rule.say}`)
    request.pends++
    request.looks = (rule.ask.length > 0 ? rule.ask : rule.reads).filter(this.has(request.row))
    this.step(request, 'pended', `Sent back: ${rule.say}`)
    this.toDesk(request, 'returned', this.world.payer.desk.answer)
  }

  private clockRanOut(request: Request): void {
    if (request.place === 'returned' || request.place === 'clinic') {
      this.desk.drop(request.row)
      this.close(request, 'lapsed', 'The clock ran out while a question lay open: refused for want of an answer.')
    }
  }

  private close(request: Request, answer: Answer, say: string): void {
    request.answer = answer
    request.answeredAt = this.now
    this.step(request, answer, say)
    this.move(request, 'closed')
  }

  private holds(rule: ReadyRule | Omit<ReadyRule, 'sees'>, { form, row }: Request): boolean {
    return ruleHolds(rule as ReadyRule, form, (name) => textOfField(this.world.table, name, row), this.has(row))
  }

  private has(row: number): (path: string) => boolean {
    return this.applies((name) => textOfField(this.world.table, name, row))
  }

  private elementAt(path: string): Element | undefined {
    return this.elements.find((one) => one.path === path)?.element
  }

  private labels(paths: readonly string[]): string {
    return paths.map((path) => this.elementAt(path)?.label.toLowerCase() ?? path).join(', ')
  }

  private luck({ row }: Request, what: string): Rng {
    return new Rng(`${this.world.seed}/${this.world.table.ids[row]}/${what}`)
  }

  private step({ steps }: Request, what: Request['steps'][number]['what'], say: string): void {
    steps.push({ at: this.now, what, say })
  }

  private move(request: Request, place: Place): void {
    request.place = place
    request.moves.push({ at: this.now, place })
  }

  private at(row: number): Request {
    return this.requests.get(row) as Request
  }
}

const HAND = { source: 'looked up by hand', date: '', days: 0, side: '', sure: 1, linked: true } as const

function byHand(right: string | number, several: boolean): Filled {
  return several ? { values: String(right).split('; '), row: '' } : { value: right, row: '', paper: HAND }
}
