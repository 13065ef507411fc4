import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationWords, confusionWords, groupsWords, prWords, rocWords, timelineWords } from './chart-words.ts'
import type { OutcomeWords } from './outcome-words.ts'
import { alarmInWords, countsInWords, countsOf, fatesOf, randomSensitivity } from './icon-array-counts.ts'
import { linear, ticks } from './scale.ts'

describe('the hundred people', () => {
  test('fourteen come back, twenty are called, a list with sensitivity 0.43 finds six', () => {
    const counts = countsOf(100, 0.14, 20, 0.43)
    expect(counts).toEqual({ n: 100, back: 14, called: 20, caught: 6, missed: 8, needless: 14 })
    expect(countsInWords(counts)).toBe('14 people of 100 come back. 20 people are called, and 6 of those are ones who come back. '
      + '8 people come back with nobody looking. 14 people get a call they would not have needed.')
  })

  test('the same picture speaks of an alarm', () => {
    expect(alarmInWords(countsOf(100, 0.04, 15, 0.43))).toBe('4 of 100 are ill. The alarm rings for 15, and 2 of those are ill. For 2 who are ill it stays silent. It rings for 13 who are well.')
  })

  test('called at random, the same share is found as is called', () => {
    expect(countsOf(100, 0.14, 20, randomSensitivity(100, 20)).caught).toBe(3)
  })

  test('nobody is counted twice and the picture agrees with the words', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200), fc.double({ min: 0, max: 1, noNaN: true }), (n, rate, capacity, sensitivity) => {
      const counts = countsOf(n, rate, capacity, sensitivity)
      const fates = fatesOf(counts)
      const number = (fate: string) => fates.filter((f) => f === fate).length
      expect([number('caught'), number('missed'), number('needless')]).toEqual([counts.caught, counts.missed, counts.needless])
      expect(fates).toHaveLength(n)
      expect(Math.min(counts.caught, counts.missed, counts.needless)).toBeGreaterThanOrEqual(0)
    }))
  })
})

const RETURNS: OutcomeWords = { yes: 'came back', no: 'were fine', listed: 'called' }

describe('charts say in words what they draw', () => {
  test('a curve too good to be true says so', () => {
    const roc = { view: 'roc', prevalence: 0.14, roc: [], pr: [] } as const
    expect(rocWords({ ...roc, auc: 0.7, roc: [], pr: [] }, RETURNS)).toBe('AUROC 0.70: of one person who came back and one who did not, the higher score is the right one 70 times in 100.')
    expect(rocWords({ ...roc, auc: 0.95, roc: [], pr: [] })).toContain('ask when each column becomes known')
  })

  test('the timeline names the columns that are written too late', () => {
    const column = (label: string, known: boolean, used: boolean) => ({ name: label, label, availableAt: known ? 'discharge' : 'discharge+21d', known, used })
    expect(timelineWords({ view: 'timeline', decision: 'discharge', columns: [column('Age', true, true), column('Form', false, true), column('Calls', false, false)] }))
      .toBe('1 of 2 columns in use is written only after discharge: Form.')
  })

  test('calibration says in which direction it errs', () => {
    expect(calibrationWords({ view: 'calibration', ece: 0.3, bins: [{ predicted: 0.5, observed: 0.2, n: 100 }] })).toContain('promises more than happens, by 30%')
  })

  test('the confusion is counted in people', () => {
    expect(confusionWords({ view: 'confusion', threshold: 0.2, tp: 60, fp: 140, fn: 80, tn: 1220 }, RETURNS))
      .toBe('200 people are on the list. It holds 60 of the 140 who came back; 80 came back and were not on it, and 140 on the list were fine.')
  })

  test('without words of their own they speak of the outcome', () => {
    const at = { fpr: 0.1, tpr: 0.4, ppv: 0.3 }
    expect(prWords({ view: 'roc', auc: 0.7, prevalence: 0.14, roc: [], pr: [], at }))
      .toBe('Of people chosen at random, 14% had the outcome. At this cut-off 30% of those listed had the outcome, and 40% of all who had the outcome were listed.')
    expect(prWords({ view: 'roc', auc: 0.7, prevalence: 0.14, roc: [], pr: [], at }, RETURNS))
      .toBe('Of people chosen at random, 14% came back. At this cut-off 30% of those called came back, and 40% of all who came back were called.')
  })

  test('groups without enough people are not compared', () => {
    const row = { group: 'A', n: 3, positives: 0, flagged: 1, sensitivity: null, ppv: null, calibration: null }
    expect(groupsWords({ view: 'groups', by: 'group', rows: [row, { ...row, group: 'B' }] })).toBe('There are too few people to compare groups.')
  })
})

test('axis marks are round and inside the domain', () => {
  expect(ticks([0, 1])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(ticks([0, 0.3])).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticks([5, 5])).toEqual([5])
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75)
})
