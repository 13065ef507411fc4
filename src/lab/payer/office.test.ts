import { describe, expect, it } from 'vitest'
import { calendarWords, doneAt, opensAt } from './office.ts'

const office = { people: 1, from: 8, to: 17, days: 5 }
const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute

describe('people who work from eight to five, Monday to Friday', () => {
  it.each([
    ['before they come', at(0, 6), at(0, 8)], ['while they are there', at(0, 9, 30), at(0, 9, 30)], ['at closing time', at(1, 17), at(2, 8)], ['on Friday evening', at(4, 18), at(7, 8)], ['on Sunday', at(6, 12), at(7, 8)],
  ])('begin %s', (_, now, opens) => expect(opensAt(now, office)).toBe(opens))

  it('finish the same day what fits into it', () => expect(doneAt(at(2, 9), 60, office)).toBe(at(2, 10)))
  it('go on the next working day with what does not', () => expect(doneAt(at(4, 16, 30), 60, office)).toBe(at(7, 8, 30)))
  it('need several days for a long piece', () => expect(doneAt(at(0, 8), 9 * 60 * 2 + 10, office)).toBe(at(2, 8, 10)))
})

it('says the day, and the week once there is a second', () => {
  expect([calendarWords(at(1, 14, 5)), calendarWords(at(8, 9))]).toEqual(['Tue 14:05', 'Tue 09:00, week 2'])
})
