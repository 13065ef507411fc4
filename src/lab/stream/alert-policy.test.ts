import { describe, expect, it } from 'vitest'
import { alarmsPerBedHour, firstAfter, inTime, medianLead, ppvPerStay, sensitivityWithin } from './alert-figures.ts'
import { type AlertPolicy, ringsOf } from './alert-policy.ts'

const PLAIN: AlertPolicy = { from: 5, persist: 1, holdsOver: false, lockoutHours: 0, resetAfter: 0, urgentFrom: null }
const rings = (scores: readonly number[], policy: Partial<AlertPolicy>, hour = scores.map((_, i) => i)) =>
  [...ringsOf({ stay: scores.map(() => 'a'), hour: Float64Array.from(hour), scores: Float64Array.from(scores) }, { ...PLAIN, ...policy })]

describe('an alarm', () => {
  it('rings at the score that is set, and above', () => expect(rings([4, 5, 6, 1], {})).toEqual([0, 1, 1, 0]))
  it('waits until it has lasted', () => expect(rings([5, 1, 5, 5, 5], { persist: 2 })).toEqual([0, 0, 0, 1, 1]))
  it('keeps silent after it has rung, and not an hour longer', () => expect(rings([5, 5, 5, 5, 5], { lockoutHours: 3 })).toEqual([1, 0, 0, 1, 0]))
  it('is heard again once so many quiet moments have ended the silence', () => {
    expect(rings([5, 1, 1, 5, 5], { lockoutHours: 9 })).toEqual([1, 0, 0, 0, 0])
    expect(rings([5, 1, 1, 5, 5], { lockoutHours: 9, resetAfter: 2 })).toEqual([1, 0, 0, 1, 0])
    expect(rings([5, 1, Number.NaN, 5, 5], { lockoutHours: 9, resetAfter: 2 })).toEqual([1, 0, 0, 0, 0])
  })
  it('can hold over a moment that nobody could read, and else begins anew', () => {
    expect(rings([5, Number.NaN, 5, 5], { persist: 3 })).toEqual([0, 0, 0, 0])
    expect(rings([5, Number.NaN, 5, 5], { persist: 3, holdsOver: true })).toEqual([0, 0, 0, 1])
  })
  it('breaks the silence once when it gets urgent', () => expect(rings([5, 8, 8, 5], { lockoutHours: 9, urgentFrom: 7 })).toEqual([1, 2, 0, 0]))
  it('does not know one stay from the order of its rows', () => expect(rings([5, 5, 5], { lockoutHours: 2 }, [2, 1, 0])).toEqual([1, 0, 1]))
  it('never mixes stays', () => {
    expect([...ringsOf({ stay: ['a', 'b', 'a'], hour: Float64Array.of(0, 0, 1), scores: Float64Array.of(5, 5, 5) }, { ...PLAIN, persist: 2 })]).toEqual([0, 0, 1])
  })
})

describe('figures of a policy', () => {
  const story = (onset: number, ...hours: number[]) => ({ stay: 0, hours: 100, onset, alarms: hours.map((hour) => ({ hour, tier: 1 })) })
  const [early, long, late, needless, quiet] = [story(40, 30, 38), story(40, 10), story(40, 41), story(Number.NaN, 5), story(Number.NaN)] as const

  it('count an alarm in the day before, and none after', () => {
    expect([inTime(early, 24), inTime(long, 24), inTime(late, 24)]).toEqual([30, Number.NaN, Number.NaN])
    expect(inTime(story(40, 16), 24)).toBe(16)
    expect(inTime(story(40, 40), 24)).toBe(40)
    expect(sensitivityWithin([early, long, late, quiet], 24)).toBe(1 / 3)
    expect(ppvPerStay([early, long, late, needless, quiet], 24)).toBe(1 / 4)
    expect(medianLead([early, late], 24)).toBe(10)
  })

  it('hold alarms against the hours of the beds', () => expect(alarmsPerBedHour([early, quiet])).toBe(2 / 200))
  it('say nothing where there is nothing to measure', () => expect([sensitivityWithin([quiet], 24), ppvPerStay([quiet], 24), medianLead([late], 24)]).toEqual([null, null, null]))
  it('tell an alarm that rang when somebody was at work already', () => {
    expect(firstAfter([early], Float64Array.of(30))).toBe(1)
    expect(firstAfter([early], Float64Array.of(31))).toBe(0)
    expect(firstAfter([early], Float64Array.of(Number.NaN))).toBeNull()
  })
})
