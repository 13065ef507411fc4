import { describe, expect, test } from 'vitest'
import { bandsOf } from './floor-bands.ts'

/** A diamond as wide as the picture, solid inside, with a veil of one pixel around it. */
function diamond(size: number) {
  const alpha = new Uint8Array(size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const distance = Math.abs(x - size / 2 + 0.5) + Math.abs(y - size / 2 + 0.5)
      alpha[y * size + x] = distance < size / 2 - 1 ? 255 : distance < size / 2 ? 90 : 0
    }
  }
  return { width: size, height: size, alpha }
}

describe('a floor as bands', () => {
  const picture = diamond(64)
  const bands = bandsOf(picture, 4)

  test('paints every pixel that shows', () => {
    for (let y = 0; y < 64; y++) {
      for (let x = 0; x < 64; x++) {
        if (picture.alpha[y * 64 + x]! === 0) continue
        expect(bands.some((band) => y >= band.top && y < band.top + band.height && x >= band.left && x < band.right)).toBe(true)
      }
    }
  })

  test('leaves most of the empty half out', () => {
    const painted = bands.reduce((sum, band) => sum + band.height * (band.right - band.left), 0)
    expect(painted).toBeLessThan(0.6 * 64 * 64)
  })

  test('calls solid only what hides everything below', () => {
    for (const band of bands) {
      for (let x = band.solidLeft; x < band.solidRight; x++) {
        for (let y = band.top; y < band.top + band.height; y++) expect(picture.alpha[y * 64 + x]).toBe(255)
      }
    }
    expect(bands.some((band) => band.solidRight > band.solidLeft)).toBe(true)
  })
})

test('an empty picture has no bands', () => {
  expect(bandsOf({ width: 4, height: 4, alpha: new Uint8Array(16) }, 2)).toEqual([])
})
