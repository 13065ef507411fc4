import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromUtf8, utf8 } from './utf8.ts'

it('writes and reads what everybody else writes and reads', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
    expect(fromUtf8(utf8(text))).toBe(text)
  }))
  expect(fromUtf8(utf8('Þóra van der Meer, Đỗ, 你好 🩻'))).toBe('Þóra van der Meer, Đỗ, 你好 🩻')
})

it('says of bytes that are no UTF-8 that they cannot be read, and goes on', () => {
  expect(fromUtf8(Uint8Array.of(0x41, 0xff, 0x42))).toBe('A\uFFFDB')
  expect(fromUtf8(Uint8Array.of(0xc3))).toBe('\uFFFD')
})
