import { expect, test } from 'vitest'
import { SKY_BOTTOM, SKY_TOP, skyBands } from './sky.ts'

test.each([900, 1, 844, 17])('the sky covers %i pixels without gap or overlap', (height) => {
  const bands = skyBands(height)
  expect(bands[0]!.bottom).toBe(0)
  for (let i = 1; i < bands.length; i++) expect(bands[i]!.bottom).toBe(bands[i - 1]!.bottom + bands[i - 1]!.height)
  expect(bands.at(-1)!.bottom + bands.at(-1)!.height).toBe(height)
})

test('it is warm below and cool above, in steps too small to see', () => {
  const bands = skyBands(900)
  expect(bands[0]!.color.map((value) => Math.round(value * 255))).toEqual([...SKY_BOTTOM])
  expect(bands.at(-1)!.color.map((value) => Math.round(value * 255))).toEqual([...SKY_TOP])
  for (let i = 1; i < bands.length; i++) {
    for (const k of [0, 1, 2] as const) expect(Math.abs(bands[i]!.color[k] - bands[i - 1]!.color[k]) * 255).toBeLessThan(2)
  }
})
