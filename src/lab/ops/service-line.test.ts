import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventQueue } from './event-queue.ts'
import { type Arrival, serve } from './service-line.ts'
import { Streams } from './streams.ts'

const byArrival = ({ at }: Arrival) => at
const jobs = fc.array(fc.record({ at: fc.integer({ min: 0, max: 300 }), minutes: fc.integer({ min: 1, max: 60 }), urgency: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 })
  .map((list) => list.map((job, i) => ({ id: `J${i}`, ...job })))
const servers = fc.integer({ min: 1, max: 4 }).map((n) => Array.from({ length: n }, (_, i) => ({ id: `R${i}`, from: i * 7 })))

describe('events', () => {
  it('come by time, and those of one minute in the order they were put in', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
      const queue = new EventQueue<number>()
      times.forEach((at, i) => queue.push(at, i))
      const out = Array.from({ length: times.length }, () => queue.pop())
      expect(queue.pop()).toBeNull()
      const wanted = times.map((at, event) => ({ at, event })).sort((a, b) => a.at - b.at || a.event - b.event)
      expect(out).toEqual(wanted)
    }))
  })

  it('need a time', () => {
    expect(() => new EventQueue().push(Number.NaN, 0)).toThrow(RangeError)
  })
})

describe('a line', () => {
  it('worked by hand: one room, three people', () => {
    const seen = serve([{ id: 'Ann', at: 0, minutes: 20 }, { id: 'Bo', at: 5, minutes: 10 }, { id: 'Cy', at: 50, minutes: 5 }], [{ id: 'room', from: 0 }], byArrival)
    expect(seen.map(({ id, starts, ends }) => [id, starts, ends])).toEqual([['Ann', 0, 20], ['Bo', 20, 30], ['Cy', 50, 55]])
  })

  it('lets the more urgent go first, even one who came later', () => {
    const line = [{ id: 'now', at: 0, minutes: 30, place: 1 }, { id: 'routine', at: 1, minutes: 5, place: 1 }, { id: 'urgent', at: 20, minutes: 5, place: 0 }]
    expect(serve(line, [{ id: 'reader', from: 0 }], ({ place }) => place).map(({ id }) => id)).toEqual(['now', 'urgent', 'routine'])
  })

  it('loses nobody, invents nobody, and nobody is seen twice or before coming', () => {
    fc.assert(fc.property(jobs, servers, (line, rooms) => {
      const seen = serve(line, rooms, ({ urgency }) => urgency)
      expect(seen.map(({ id }) => id).sort()).toEqual(line.map(({ id }) => id).sort())
      for (const { arrives, starts, ends } of seen) expect(arrives <= starts && starts < ends).toBe(true)
    }))
  })

  it('never has one room with two people in it, and no room idle while somebody waits', () => {
    fc.assert(fc.property(jobs, servers, (line, rooms) => {
      const seen = serve(line, rooms, byArrival)
      for (const { id, from } of rooms) {
        const own = seen.filter(({ server }) => server === id).sort((a, b) => a.starts - b.starts)
        own.forEach((visit, i) => expect(visit.starts).toBeGreaterThanOrEqual(own[i - 1]?.ends ?? from))
      }
      for (const { arrives, starts } of seen) {
        if (starts === arrives) continue
        const busy = rooms.filter(({ id, from }) => starts <= from || seen.some((other) => other.server === id && other.starts < starts && other.ends >= starts))
        expect(busy).toHaveLength(rooms.length)
      }
    }))
  })

  it('does the same work in any order: the last one home does not depend on who is taken first', () => {
    fc.assert(fc.property(jobs, (line) => {
      const lastEnd = (seen: { ends: number }[]) => Math.max(0, ...seen.map(({ ends }) => ends))
      const room = [{ id: 'R', from: 0 }]
      expect(lastEnd(serve(line, room, ({ urgency }) => -urgency))).toBe(lastEnd(serve(line, room, byArrival)))
    }))
  })

  it('needs somebody to see them', () => {
    expect(() => serve([], [], byArrival)).toThrow(RangeError)
  })
})

describe('streams of chance', () => {
  it('are the same for the same purpose and person, and differ between them', () => {
    const draw = (purpose: string, who: string, seed = 's') => new Streams(seed).of(purpose, who).uniform()
    expect(draw('visit', 'P1')).toBe(draw('visit', 'P1'))
    expect(new Set([draw('visit', 'P1'), draw('arrival', 'P1'), draw('visit', 'P2'), draw('visit', 'P1', 't')]).size).toBe(4)
  })
})
