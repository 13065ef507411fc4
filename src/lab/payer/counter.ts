/** People at one kind of desk with one heap before them. Work that closing time breaks off goes on the next day. */
import type { EventQueue } from '../ops/event-queue.ts'
import { doneAt, opensAt } from './office.ts'
import type { Office } from './spec.ts'

export interface Job {
  row: number
  minutes: number
  /** Since when it waits. */
  since: number
  /** What is to be done. */
  task: string
}

export type CounterEvent = { kind: 'done'; at: string; job: Job } | { kind: 'opens'; at: string }

export class Counter {
  private readonly waiting: Job[] = []
  private free: number
  private knocks = false

  private readonly name: string
  private readonly office: Office
  private readonly queue: EventQueue<CounterEvent>
  private readonly before: (a: Job, b: Job) => number

  /** @param before below 0 when the first is taken before the second; of two alike, whoever waits longer */
  constructor(name: string, office: Office, queue: EventQueue<CounterEvent>, before: (a: Job, b: Job) => number) {
    this.name = name
    this.office = office
    this.queue = queue
    this.before = before
    this.free = office.people
  }

  add(job: Job, now: number): void {
    this.waiting.push(job)
    this.work(now)
  }

  opened(now: number): void {
    this.knocks = false
    this.work(now)
  }

  finished(now: number): void {
    this.free++
    this.work(now)
  }

  /** Nobody needs it any more: it leaves the heap. */
  drop(row: number): void {
    const at = this.waiting.findIndex((job) => job.row === row)
    if (at >= 0) this.waiting.splice(at, 1)
  }

  private work(now: number): void {
    const opens = opensAt(now, this.office)
    if (opens > now) {
      if (this.waiting.length === 0 || this.knocks) return
      this.knocks = true
      this.queue.push(opens, { kind: 'opens', at: this.name })
      return
    }
    while (this.free > 0 && this.waiting.length > 0) {
      const job = this.waiting.reduce((best, one) => ((this.before(one, best) || one.since - best.since) < 0 ? one : best))
      this.waiting.splice(this.waiting.indexOf(job), 1)
      this.free--
      this.queue.push(doneAt(now, job.minutes, this.office), { kind: 'done', at: this.name, job })
    }
  }
}
