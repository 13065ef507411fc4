import { describe, expect, it } from 'vitest'
import type { MapTable } from '../../core/artefacts/map-table.ts'
import { isUntrueApproval, joinRequests } from '../harness/payer-requests-join.ts'
import { requestFigures } from '../harness/payer-requests-figures.ts'
import { calendarWords } from './office.ts'
import { isInClock } from './requests.ts'
import { LINE, mappedBy, requestsOf } from './requests.fixture.ts'
import type { Desk } from './spec.ts'

type Row = Partial<MapTable['rows'][number]>
const GOOD: Row = { when: 'weeks.side = @side and weeks.days <= 180 and weeks.sure >= 0.85', link: true }
const OLD: Row = { when: 'weeks.source = old form', link: true }
const FAST: Row = { from: '"fast"', to: 'Request.lane' }
const send = (rows: readonly Row[], { lines = [LINE], payer = {}, desk = {} }: { lines?: readonly (typeof LINE)[]; payer?: object; desk?: Partial<Desk> } = {}) => {
  const records = requestsOf(lines, payer)
  return joinRequests(mappedBy(records, rows, desk), records, 'luck')
}
const steps = (...args: Parameters<typeof send>) => send(...args).requests[0]?.request.steps.map(({ at, what }) => `${calendarWords(at)} ${what}`)
const last = (...args: Parameters<typeof send>) => send(...args).requests[0]?.request.steps.at(-1)?.say

describe('a request on its way', () => {
  it('is approved at once when the form is true and its paper is there', () => {
    expect(steps([GOOD])).toEqual(['Mon 10:00 written', 'Mon 10:04 sent', 'Mon 10:14 approved'])
  })

  it('comes back for an item without a paper, and is approved once somebody has looked', () => {
    expect(steps([{ ...GOOD, link: false }])).toEqual(['Mon 10:00 written', 'Mon 10:04 sent', 'Mon 10:14 pended', 'Mon 10:34 sent', 'Mon 10:44 approved'])
  })

  it('comes back when an item went out empty, or is looked for first where the desk works so', () => {
    expect(steps([])?.[2]).toMatch(/pended/)
    expect(steps([], { desk: { blanks: 'person' } })).toEqual(['Mon 10:00 written', 'Mon 10:20 sent', 'Mon 10:30 approved'])
  })

  it('is refused by a person, with the reason, on a paper that is old', () => {
    expect(steps([OLD])).toEqual(['Mon 10:00 written', 'Mon 10:04 sent', 'Mon 11:14 denied'])
    expect(last([OLD])).toBe('Refused: The paper is old.')
  })

  it('is refused on the other knee by a reader who notices, and approved, untrue, by one who does not look', () => {
    const lately = [{ ...LINE, oldOn: '2026-03-01' }]
    expect(last([OLD], { lines: lately, payer: { reading: { share: 1, minutes: 60 } } })).toBe('Refused: The paper speaks of the other knee.')
    const unread = send([OLD], { lines: lately })
    expect(unread.requests.map(isUntrueApproval)).toEqual([true])
  })

  it('waits for the clinic where no paper says it, and is refused after two questions where the clinic does not know either', () => {
    const none = { ...LINE, chart: null, right: null }
    expect(steps([GOOD], { lines: [{ ...none, later: 9 }], desk: { blanks: 'person' } })?.map((step) => step.split(' ').at(-1))).toEqual(['written', 'rang', 'sent', 'approved'])
    expect(last([GOOD], { lines: [none], payer: { desk: { rings: 0 } } })).toBe('Refused after 2 questions: How many weeks?')
  })

  it('lapses when the clock runs out over an open question', () => {
    const friday = [{ ...LINE, arrives: 4 * 24 + 16.5 }]
    expect(steps([FAST], { lines: friday, payer: { clocks: { standard: 168, expedited: 48 } } })).toEqual(['Fri 16:30 written', 'Fri 16:34 sent', 'Fri 16:44 pended', 'Sun 16:34 lapsed'])
  })

  it('goes on on Monday when it comes on Friday evening', () => {
    expect(steps([GOOD], { lines: [{ ...LINE, arrives: 4 * 24 + 18 }] })?.[1]).toBe('Mon 08:04, week 2 sent')
  })

  it('is read before others when it is expedited', () => {
    const lines = [LINE, LINE, { ...LINE, side: 'right', chartSide: 'right' }]
    const rows = [GOOD, { ...FAST, when: 'side = right' }]
    const [first = 0, second = 0, third = 0] = send(rows, { lines, payer: { reading: { share: 1, minutes: 120 } } }).requests.map(({ request }) => request.answeredAt ?? 0)
    expect([third - first, second - third]).toEqual([120, 120])
  })

  it('is the same each time it is sent', () => expect(steps([OLD])).toEqual(steps([OLD])))
})

it('counts the clock that the need calls for, whatever the lane was', () => {
  const request = { urgent: true, answer: 'approved' as const, answeredAt: 80 * 60, sentAt: 0, writtenAt: 0 }
  const clocks = { clocks: { standard: 168, expedited: 72 } }
  expect(isInClock(clocks, request as never, 'sent')).toBe(false)
  expect(isInClock(clocks, { ...request, urgent: false } as never, 'sent')).toBe(true)
})

describe('figures of requests, known by heart', () => {
  const figure = (fn: string, ...args: Parameters<typeof send>) => requestFigures(send(...args), [{ id: fn, label: fn, fn, params: {}, aggregate: 'mean', format: 'number' }], null)[fn]
  const lines = [LINE, { ...LINE, urgent: 1, lane: 'fast' }]

  it('count what is approved at once, of those who meet the criteria', () => {
    expect([figure('firstPass', [GOOD], { lines }), figure('firstPass', [{ ...GOOD, link: false }], { lines }), figure('sentBack', [{ ...GOOD, link: false }], { lines })]).toEqual([1, 0, 1])
  })
  it('count who is expedited without need, and who is not in spite of it', () => {
    expect([figure('misused', [GOOD, FAST], { lines }), figure('misused', [GOOD], { lines }), figure('missedUrgent', [GOOD], { lines })]).toEqual([0.5, 0, 1])
  })
  it('count an approval as untrue when the person does not meet the criteria', () => {
    expect(figure('untrue', [GOOD], { lines: [LINE, { ...LINE, eligible: 0 }] })).toBe(0.5)
  })
  it('count minutes at the desk', () => expect(figure('deskMinutes', [GOOD])).toBe(4))
})
