import { describe, expect, it } from 'vitest'
import { evened, makeBank } from './conv-bank.ts'

const bank = makeBank({ size: 16, kernels: 4, grid: 2 })
const flat = new Float32Array(256)
const edge = Float32Array.from({ length: 256 }, (_, at) => (at % 16 < 8 ? -1 : 1))

describe('a bank of patterns', () => {
  it('gives one number for each pattern and part, and one brightness for each part, all named', () => {
    expect(bank.names).toHaveLength(4 * 4 + 4)
    expect(new Set(bank.names).size).toBe(20)
    expect(bank.features(flat)).toHaveLength(20)
    expect(bank.names[0]).toBe('pattern 1, row 1 column 1')
  })

  it('is the same bank for the same measures', () => {
    expect([...makeBank({ size: 16, kernels: 4, grid: 2 }).features(edge)]).toEqual([...bank.features(edge)])
  })

  it('answers to shape, not to a picture that is bright all over', () => {
    const bright = flat.map(() => 3)
    const shapes = (picture: Float32Array) => [...bank.features(picture).subarray(0, 16)].map((value) => Math.round(value * 1e4))
    expect(shapes(bright)).toEqual(shapes(flat))
    expect(shapes(edge)).not.toEqual(shapes(flat))
  })

  it('knows how bright each part is', () => {
    expect([...bank.features(edge).subarray(16)]).toEqual([-1, 1, -1, 1])
  })

  it('refuses a picture of another size', () => {
    expect(() => bank.features(new Float32Array(9))).toThrow(/16 by 16/)
  })
})

it('evening out brings every film to mean 0 and spread 1', () => {
  expect([...evened(Uint8ClampedArray.of(10, 20, 10, 20))]).toEqual([-1, 1, -1, 1])
  expect([...evened(Uint8ClampedArray.of(7, 7, 7))]).toEqual([0, 0, 0])
})
