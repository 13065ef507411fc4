import { expect, it } from 'vitest'
import { isKnownAt, isMoment } from './moment.ts'

it.each([
  ['admission', 'discharge', true],
  ['discharge', 'discharge', true],
  ['discharge+21d', 'discharge', false],
  ['discharge+21d', 'discharge+3w', true],
  ['discharge+30d', 'discharge+3w', false],
  ['discharge+48h', 'discharge+2d', true],
  ['admission+9d', 'discharge', true],
  ['discharge', 'admission', false],
  ['discharge', 'decision', true],
  ['decision+6h', 'decision', false],
  ['', 'discharge', false],
  ['whenever', 'discharge', false],
  ['constructor', 'discharge', false],
  ['discharge+21', 'discharge+90d', false],
])('what is written at %s, read at %s, is known: %s', (writtenAt, readAt, known) => {
  expect(isKnownAt(writtenAt, readAt)).toBe(known)
})

it('knows a moment from other words', () => {
  expect(['discharge', 'arrival+4h', 'soon', 'discharge+-3d'].map(isMoment)).toEqual([true, true, false, false])
})
