import { describe, expect, it } from 'vitest'
import { clockWords, type EventLog, figureAt, type LogJob, momentsOf, pileAt, stateAt, waitedBy } from './event-log.ts'

const job = (id: string, more: Partial<LogJob> = {}): LogJob => ({ id, label: id, kind: 'routine', lane: 'room', due: 540, arrives: 535, starts: 550, ends: 570, ...more })
const log = (jobs: LogJob[]): EventLog => ({
  title: 'A morning', say: '', from: 530, to: 600, boards: ['hall'], lanes: [{ id: 'room', label: 'Room 1' }], jobs,
  kinds: [{ id: 'routine', label: 'Routine', tone: 'note', sign: '·' }],
  words: { job: ['person', 'people'], due: 'to come', waiting: 'waiting', active: 'with the doctor', done: 'home', absent: 'not come' },
})

describe('a job of the log', () => {
  it('is due, waits, is seen and goes home', () => {
    expect([530, 535, 549.9, 550, 569, 570].map((now) => stateAt(job('Ann'), now))).toEqual(['due', 'waiting', 'waiting', 'active', 'active', 'done'])
  })

  it('is absent from the minute it was due, if nobody comes', () => {
    const gone = job('Bo', { arrives: null, starts: null, ends: null })
    expect([539, 540, 600].map((now) => stateAt(gone, now))).toEqual(['due', 'absent', 'absent'])
  })

  it('waits from the appointment, not from coming early; and from coming late, not from the appointment', () => {
    expect(waitedBy(job('early'), 600)).toBe(10)
    expect(waitedBy(job('late', { arrives: 547 }), 600)).toBe(3)
    expect(waitedBy(job('still'), 545)).toBe(5)
    expect(waitedBy(job('gone', { arrives: null, starts: null, ends: null }), 600)).toBe(0)
  })
})

describe('a log', () => {
  it('piles up those who wait by rank, then by arrival', () => {
    const jobs = [job('routine', { rank: 2 }), job('urgent', { rank: 1, arrives: 540 }), job('first', { rank: 2, arrives: 531 }), job('not yet', { arrives: 560 })]
    expect(pileAt(log(jobs), 545).map(({ id }) => id)).toEqual(['urgent', 'first', 'routine'])
  })

  it('stops at every moment once', () => {
    expect(momentsOf(log([job('Ann'), job('Bo', { arrives: 550, starts: 570, ends: 590 })]))).toEqual([530, 535, 550, 570, 590, 600])
  })

  it('reads a figure as its last point', () => {
    const waiting = { label: 'Waiting', points: [[530, 0], [535, 1], [550, 0]] as const }
    expect([529, 530, 540, 599].map((now) => figureAt(waiting, now))).toEqual([null, 0, 1, 0])
  })

  it('reads the clock past midnight', () => {
    expect([0, 545.9, 1439, 1450].map(clockWords)).toEqual(['00:00', '09:05', '23:59', '00:10'])
  })
})
