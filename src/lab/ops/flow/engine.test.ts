import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServicePlan } from '../../../core/artefacts/service-plan.ts'
import { type Asked, FLOW_FIGURES, type FlowFigure } from './flow-figures.ts'
import { liveFutures } from './flow-run.ts'
import { flowOf } from './read-flow.ts'
import { DAY } from './spec.ts'

type Loose = Record<string, unknown>
const noPlan: ServicePlan = { levers: {} }
const lived = (written: Loose, plan = noPlan, seed = 'flow-test') => liveFutures({ flow: flowOf(written), seed }, plan)
const figure = (futures: ReturnType<typeof lived>, fn: FlowFigure, asked: Partial<Asked> = {}) => FLOW_FIGURES[fn](futures, { at: ['desk'], ...asked }) ?? Number.NaN

/** People come by chance to a desk at which so many serve. */
const desk = (perHour: number, minutes: string | number, units = 1, more: Loose = {}): Loose => ({
  cases: { columns: { luck: { draw: 'exponential', mean: 1 } } }, days: 14, futures: 10,
  arrivals: { walkIn: { label: 'Walks in', perHour } }, stations: { desk: { label: 'Desk', units } }, steps: [{ at: 'desk', minutes }], ...more,
})

/** Erlang C: chance of waiting with `servers` and `load` erlangs (Erlang 1917). */
function erlangC(servers: number, load: number): number {
  let blocked = 1
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked)
  return blocked / (1 - (load / servers) * (1 - blocked))
}

describe('queues that can be worked out', () => {
  it('one server, chance at both ends (M/M/1): waits rho / (mu - lambda)', () => {
    // 3 an hour, 12 minutes each: rho 0.6, 0.6 / (5 - 3) hours = 18 minutes.
    const futures = lived(desk(3, '12 * luck', 1, { futures: 25 }))
    expect(Math.abs(figure(futures, 'wait') - 18)).toBeLessThan(1.8)
    expect(Math.abs(figure(futures, 'occupancy') - 0.6)).toBeLessThan(0.02)
  })

  it('a fixed time of service waits half as long (M/D/1, Pollaczek and Khinchine)', () => {
    expect(Math.abs(figure(lived(desk(3, 12, 1, { futures: 25 })), 'wait') - 9)).toBeLessThan(0.9)
  })

  it('three servers (M/M/3): Erlang C over what they have to spare', () => {
    const [perHour, each] = [4.5, 24]
    const load = (perHour * each) / 60
    const expected = (erlangC(3, load) * each) / (3 - load)
    // One draw of 25,000 people strays by 8%: queues remember.
    const waits = ['a', 'b', 'c', 'd'].map((seed) => figure(lived(desk(perHour, `${each} * luck`, 3, { futures: 17 }), noPlan, seed), 'wait'))
    expect(Math.abs(waits.reduce((sum, wait) => sum + wait, 0) / 4 - expected)).toBeLessThan(expected * 0.08)
  })

  it('keeps Little\'s law: those who are there are those who come an hour, times the hours they stay', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 5, noNaN: true }), fc.double({ min: 3, max: 10, noNaN: true }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 99 }), (perHour, minutes, units, seed) => {
      for (const { lived: one } of lived(desk(perHour, `${minutes} * luck`, units, { days: 3, futures: 2 }), noPlan, `little-${seed}`)) {
        const stay = one.visits.reduce((sum, { asked, ends }) => sum + (ends ?? one.minutes) - asked, 0) + one.waiting.reduce((sum, { asked }) => sum + one.minutes - asked, 0)
        const queue = one.visits.reduce((sum, { asked, given }) => sum + given - asked, 0) + one.waiting.reduce((sum, { asked }) => sum + one.minutes - asked, 0)
        const busy = one.stays.reduce((sum, { from, to }) => sum + to - from, 0)
        expect(Math.abs(stay - queue - busy)).toBeLessThan(1e-6 * one.minutes + 1e-6)
      }
    }), { numRuns: 15 })
  })
})

const list = (columns: Loose, rows: Loose[], more: Loose): Loose => ({
  cases: { columns, rows, n: rows.length }, days: 1, futures: 1,
  arrivals: { list: { label: 'List', planned: true } },
  ...more,
})
const week = (takes: Loose): Loose => ({
  levers: { week: { kind: 'grid', label: 'Week', rows: { a: 'Theatre A' }, columns: { mon: 'Mon', tue: 'Tue' }, options: { on: 'List', off: 'Closed' } } },
  schedule: { lists: 'week', station: 'theatre', of: 'kind', takes, closed: 'off', minutes: 'expected', between: 10, order: 'expected' },
})
const operate = (rows: Loose[], beds: number, more: Loose = {}): Loose => list(
  { kind: { draw: 'category', weights: { hip: 1 } }, expected: { draw: 'uniform', from: 60, to: 60 }, takes: { draw: 'formula', expr: 'expected' }, nights: { draw: 'uniform', from: 1, to: 1 } },
  rows,
  {
    ...week({ on: ['hip'] }), days: 2,
    stations: { theatre: { label: 'Theatre', units: 1, open: { from: '08:00', to: '12:00' }, cleaning: 10 }, ward: { label: 'Ward', units: beds, board: 'ward' } },
    steps: [{ at: 'theatre', minutes: 'takes', needs: ['ward'] }, { at: 'ward', minutes: 'nights * 1440' }],
    ...more,
  },
)
const onMonday: ServicePlan = { levers: { week: { a: ['on', 'off'] } } }

describe('a list in a theatre, worked by hand', () => {
  it('one after the other, with cleaning between them, shortest first', () => {
    const [{ lived: one } = { lived: null }] = lived(operate([{ expected: 90 }, { expected: 50 }, { expected: 60 }], 5), onMonday)
    // 08:00 50, 08:50 + 10 60, 10:00 + 10 90 to 11:40.
    expect(one?.visits.filter(({ station }) => station === 'theatre').map(({ row, there, ends }) => [row, there, ends])).toEqual([[1, 480, 530], [2, 540, 600], [0, 610, 700]])
  })

  it('no bed, no surgery: with one bed the second is sent home for want of it', () => {
    const futures = lived(operate([{ expected: 60 }, { expected: 70 }], 1), onMonday)
    expect(futures[0]?.lived.fates.map(({ cancelled }) => cancelled?.why ?? null)).toEqual([null, 'no bed'])
    expect(figure(futures, 'noBed')).toBe(1)
    expect(futures[0]?.lived.stays.filter(({ station }) => station === 'ward')[0]).toMatchObject({ from: 480, to: 540, state: 'kept', row: 0 })
  })

  it('a case that runs long sends home who can no longer be over in time, and the overtime is counted', () => {
    const long = operate([{ expected: 60, takes: 300 }, { expected: 70 }], 5, { lived: [] })
    const futures = lived(long, onMonday)
    expect(futures[0]?.lived.fates.map(({ cancelled }) => cancelled?.why ?? null)).toEqual([null, 'no time'])
    expect(figure(futures, 'overtime', { at: ['theatre'] })).toBe(60)
    expect(figure(futures, 'use', { at: ['theatre'] })).toBe(1)
  })

  it('leaves out what does not fit the day, and all of a day that is closed', () => {
    expect(figure(lived(operate([{ expected: 120 }, { expected: 110 }, { expected: 20 }], 5), onMonday), 'unplanned')).toBe(1)
    expect(figure(lived(operate([{ expected: 20 }], 5), { levers: { week: { a: ['off', 'off'] } } }), 'unplanned')).toBe(1)
  })

  it('whoever cannot go on blocks the room: the ward is full, so the theatre stands still', () => {
    const [{ lived: one } = { lived: null }] = lived(operate([{ expected: 60, nights: 0.1 }, { expected: 60, nights: 0.1 }], 1, { steps: [{ at: 'theatre', minutes: 'takes' }, { at: 'ward', minutes: 'nights * 1440' }] }), onMonday)
    // The bed is taken from 09:00 to 11:24; the second is done at 10:10 and lies in the theatre until then.
    expect(one?.stays.find(({ station, state }) => station === 'theatre' && state === 'blocked')).toMatchObject({ from: 610, to: 684, row: 1 })
  })
})

const city = (more: Loose = {}): Loose => ({
  cases: { columns: { zone: { draw: 'category', weights: { West: 1, East: 1 } }, urgent: { draw: 'bernoulli', p: 0.3 } } },
  arrivals: { calls: { label: 'Calls', perHour: 4 } }, days: 2, futures: 4,
  places: { West: { x: 0, y: 0 }, East: { x: 40, y: 0 }, Middle: { x: 20, y: 0 } }, place: 'zone', travel: { minutesPerUnit: 0.5, least: 2 },
  levers: { posts: { kind: 'posts', label: 'Posts', places: ['West', 'East', 'Middle'], total: 3 }, weight: { kind: 'number', label: 'Weight', min: 0, max: 2, step: 0.1 } },
  stations: { crew: { label: 'Crew', units: 3, posts: 'posts' }, west: { label: 'West Hospital', units: 1, place: 'West' }, east: { label: 'East Hospital', units: 3, place: 'East' } },
  steps: [{ at: 'crew', minutes: 15, priority: 'urgent' }, { at: ['west', 'east'], by: { travel: 1, wait: 'weight' }, minutes: 25, keeps: true }],
  ...more,
})
const cityPlan = (posts: Record<string, number>, weight = 0): ServicePlan => ({ levers: { posts, weight } })

describe('crews in a city', () => {
  it('drive to the case from where they are: 20 units of the map are 10 minutes', () => {
    const [{ lived: one } = { lived: null }] = lived(city({ futures: 1 }), cityPlan({ Middle: 3 }))
    const first = one?.visits[0]
    expect((first?.there ?? 0) - (first?.given ?? 0)).toBe(10)
  })

  it('are kept at the door until the handover is over', () => {
    const [{ lived: one } = { lived: null }] = lived(city({ futures: 1 }), cityPlan({ Middle: 3 }))
    const atDoor = one?.stays.find(({ station, state }) => station === 'crew' && state === 'blocked')
    const handover = one?.visits.find(({ station, row }) => station !== 'crew' && row === atDoor?.row)
    expect(handover?.ends).toBe(atDoor?.to)
    expect((atDoor?.to ?? 0) - (atDoor?.from ?? 0)).toBeGreaterThanOrEqual(25)
  })

  it('take people past the nearest door when its queue counts', () => {
    const hours = (weight: number) => figure(lived(city(), cityPlan({ West: 1, East: 1, Middle: 1 }, weight)), 'blockedHours', { at: ['crew'] })
    expect(hours(1)).toBeLessThan(hours(0))
  })

  it('see the urgent first', () => {
    const futures = lived(city({ arrivals: { calls: { label: 'Calls', perHour: 4.2 } } }), cityPlan({ Middle: 3 }, 1))
    expect(figure(futures, 'wait', { at: ['crew'], where: 'urgent == 1' })).toBeLessThan(figure(futures, 'wait', { at: ['crew'], where: 'urgent == 0' }))
  })

  it('reach everybody alike from the middle, and one side sooner from one side', () => {
    const ratio = (posts: Record<string, number>) => figure(lived(city({ arrivals: { calls: { label: 'Calls', perHour: 1 } } }), cityPlan(posts)), 'groupRatio', { at: ['crew'], by: 'zone' })
    expect(ratio({ Middle: 3 })).toBeLessThan(1.3)
    expect(ratio({ West: 3 })).toBeGreaterThan(1.8)
  })
})

describe('common random numbers', () => {
  const luckOf = (plan: ServicePlan, written: Loose, seed = 'crn') => lived(written, plan, seed).map(({ lived: { cases } }) => [[...cases.at], Object.values(cases.table.columns).map(({ values }) => [...values])])

  it('two plans meet the same people at the same minutes, with the same needs', () => {
    expect(luckOf(cityPlan({ West: 3 }, 2), city())).toEqual(luckOf(cityPlan({ East: 2, Middle: 1 }), city()))
    expect(luckOf(onMonday, operate([{ expected: 60 }], 3))).toEqual(luckOf({ levers: { week: { a: ['off', 'on'] } } }, operate([{ expected: 60 }], 3)))
  })

  it('futures differ, and so do seeds', () => {
    const [first, second] = luckOf(cityPlan({ West: 3 }), city())
    expect(first).not.toEqual(second)
    expect(first).not.toEqual(luckOf(cityPlan({ West: 3 }), city(), 'other')[0])
  })

  it('only lived columns of the list are drawn anew, and a list with its own seed is the same in every set', () => {
    const written = (listSeed: string | undefined) => ({ ...operate([], 3), ...(listSeed ? { listSeed } : {}), lived: ['takes'], cases: { n: 5, columns: { kind: { draw: 'category', weights: { hip: 1 } }, expected: { draw: 'uniform', from: 30, to: 60 }, takes: { draw: 'lognormal', median: 'expected', sigma: 0.3 }, nights: { draw: 'uniform', from: 1, to: 3 } } } , futures: 2 })
    const column = (name: string, seed: string, future: number, listSeed?: string) => [...lived(written(listSeed), onMonday, seed)[future]?.lived.cases.table.columns[name]?.values ?? []]
    expect(column('expected', 'a', 0)).toEqual(column('expected', 'a', 1))
    expect(column('takes', 'a', 0)).not.toEqual(column('takes', 'a', 1))
    expect(column('expected', 'a', 0)).not.toEqual(column('expected', 'b', 0))
    expect(column('expected', 'a', 0, 'fixed')).toEqual(column('expected', 'b', 0, 'fixed'))
    expect(column('takes', 'a', 0, 'fixed')).not.toEqual(column('takes', 'b', 0, 'fixed'))
  })
})

describe('a service comes to an end', () => {
  it('whatever times are written: no unit is had by two, and nothing is over before it began', () => {
    fc.assert(fc.property(fc.constantFrom<string | number>('1e6 * luck', '-5', '1 / 0', 'log(0)', 0, '1e-6 * luck', '2000'), fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 30, noNaN: true }), (minutes, units, perHour) => {
      const written = desk(perHour, minutes, units, { days: 2, futures: 1, stations: { desk: { label: 'Desk', units }, bed: { label: 'Bed', units: 1, cleaning: minutes } }, steps: [{ at: 'desk', minutes }, { at: 'bed', minutes }] })
      for (const { lived: one } of lived(written)) {
        const ends = new Map<string, number>()
        for (const { station, unit, from, to } of [...one.stays].sort((a, b) => a.from - b.from)) {
          expect(from).toBeGreaterThanOrEqual(ends.get(`${station}/${unit}`) ?? 0)
          expect(to <= 2 * DAY && to > from).toBe(true)
          ends.set(`${station}/${unit}`, to)
        }
        for (const { asked, given, there, ends: over } of one.visits) expect(asked <= given && given <= there && there <= (over ?? Infinity)).toBe(true)
      }
    }), { numRuns: 25 })
  })
})
