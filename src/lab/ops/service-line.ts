/** A line of people or things and those who see to them: discrete-event simulation with an event queue. */
import { EventQueue } from './event-queue.ts'

export interface Arrival {
  id: string
  /** Minute of coming. */
  at: number
  /** How long seeing to it takes. */
  minutes: number
}

export interface Server {
  id: string
  /** Minute from which it takes anybody. It goes on until nobody is left. */
  from: number
}

export interface Served {
  id: string
  server: string
  arrives: number
  starts: number
  ends: number
}

/** Place in the pile at a moment: the smallest is taken next; equal places go by arrival. It may change while somebody waits. */
export type Order<Job extends Arrival> = (job: Job, now: number) => number

type Event<Job> = { kind: 'comes'; job: Job } | { kind: 'free'; server: Server }

/**
 * Everybody who comes is seen to, once. A free server takes the one whose place is smallest at that moment.
 * @throws RangeError without a server: nobody would ever be seen
 */
export function serve<Job extends Arrival>(jobs: readonly Job[], servers: readonly Server[], order: Order<Job>): Served[] {
  if (servers.length === 0) throw new RangeError('a line needs at least one server')
  const queue = new EventQueue<Event<Job>>()
  for (const job of [...jobs].sort((a, b) => a.at - b.at)) queue.push(job.at, { kind: 'comes', job })
  for (const server of servers) queue.push(server.from, { kind: 'free', server })
  const waiting: Job[] = []
  const idle: Server[] = []
  const served: Served[] = []
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { at: now, event } = next
    if (event.kind === 'comes') waiting.push(event.job)
    else idle.push(event.server)
    while (idle.length > 0 && waiting.length > 0) {
      const server = idle.shift() as Server
      const [job] = waiting.splice(firstOf(waiting, order, now), 1) as [Job]
      served.push({ id: job.id, server: server.id, arrives: job.at, starts: now, ends: now + job.minutes })
      queue.push(now + job.minutes, { kind: 'free', server })
    }
  }
  return served
}

/** Those who wait stand in order of arrival, so the first of equal places came first. */
function firstOf<Job extends Arrival>(waiting: readonly Job[], order: Order<Job>, now: number): number {
  let first = 0
  let least = Number.POSITIVE_INFINITY
  waiting.forEach((job, i) => {
    const place = order(job, now)
    if (place < least) [first, least] = [i, place]
  })
  return first
}
