import { describe, expect, it } from 'vitest'
import { cosen, heartRate, intervalsOf, pnn50, rmssd, turningPoints } from './intervals.ts'

const seconds = (...ms: number[]) => ms.map((value) => value / 1000)
const steady = seconds(800, 810, 800, 810, 800, 810, 800)
/** Every second beat early: 600, 1000, 600… */
const bigeminy = seconds(600, 1000, 600, 1000, 600, 1000, 600)

describe('times between beats, worked out by hand', () => {
  it('are the differences of the times of the beats', () => {
    expect([...intervalsOf([1, 1.5, 2.5])]).toEqual([0.5, 1])
    expect([...intervalsOf([3])]).toEqual([])
  })

  it('750 ms on the mean is 80 beats a minute', () => {
    expect(heartRate(seconds(700, 800))).toBeCloseTo(80, 10)
  })

  it('RMSSD: steps of 30 and −40 ms give √((900 + 1600) / 2) = 35.36 ms', () => {
    expect(rmssd(seconds(800, 830, 790))).toBeCloseTo(35.3553, 3)
  })

  it('pNN50: of steps of 50, 60, −20 and −51 ms two are more than 50', () => {
    expect(pnn50(seconds(800, 850, 910, 890, 839))).toBe(0.5)
  })

  it('turning points: up, up, down, up has two turns in three', () => {
    expect(turningPoints(seconds(800, 810, 830, 820, 840))).toBeCloseTo(2 / 3, 10)
    expect(turningPoints(seconds(800, 810, 820, 830))).toBe(0)
    expect(turningPoints(bigeminy)).toBe(1)
  })

  it('entropy of a steady heart: every pair of the six first is alike and stays so: −ln(15/15) + ln(0.06) − ln(0.80429) = −2.5956', () => {
    expect(cosen(steady)).toBeCloseTo(-2.5956, 3)
  })

  it('entropy of bigeminy: 3 + 3 pairs alike, all six stay so: −ln(6/6) + ln(0.06) − ln(0.77143) = −2.5539', () => {
    expect(cosen(bigeminy)).toBeCloseTo(-2.5539, 3)
  })

  it('entropy of disorder: the tolerance has to grow until five pairs stay alike', () => {
    // 30 ms leave one of two pairs, 100 ms four of eight, 200 ms nine of ten: −ln(9/10) + ln(0.4) − ln(0.71667) = −0.4778
    expect(cosen(seconds(600, 700, 800, 600, 700, 900))).toBeCloseTo(-0.4778, 3)
  })
})

describe('what pNN50 takes for fibrillation and entropy does not', () => {
  it('is a heart whose every second beat comes early', () => {
    expect(pnn50(bigeminy)).toBe(1)
    expect(cosen(bigeminy) - cosen(steady)).toBeLessThan(0.1)
  })
})

describe('too few beats', () => {
  it.each([[[]], [[0.8]], [[0.8, 0.9]]])('%o give no figure instead of a wrong one', (intervals) => {
    expect(cosen(intervals)).toBeNaN()
    expect(turningPoints(intervals)).toBeNaN()
    if (intervals.length < 2) expect([rmssd(intervals), pnn50(intervals)]).toEqual([Number.NaN, Number.NaN])
    if (intervals.length < 1) expect(heartRate(intervals)).toBeNaN()
  })
})
