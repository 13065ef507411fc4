import { describe, expect, it } from 'vitest'
import { lookWithin, type PictureData, rgbaOf, zoomAt } from './picture-pixels.ts'

const grey = (...pixels: number[]): PictureData => ({ kind: 'picture', caption: '', width: pixels.length, height: 1, channels: 1, pixels: Uint8ClampedArray.from(pixels) })

describe('a picture under other light', () => {
  it('shows grey and colour as they are through the whole range', () => {
    expect([...rgbaOf(grey(0, 100, 255))]).toEqual([0, 0, 0, 255, 100, 100, 100, 255, 255, 255, 255, 255])
    const rgb: PictureData = { kind: 'picture', caption: '', width: 1, height: 1, channels: 3, pixels: Uint8ClampedArray.of(10, 20, 30) }
    expect([...rgbaOf(rgb)]).toEqual([10, 20, 30, 255])
  })

  it('spreads a narrow window over all light, and cuts what lies outside', () => {
    // The middle half: 63.75 to 191.25.
    const reds = [...rgbaOf(grey(40, 127.5, 160, 250), { level: 0.5, width: 0.5 })].filter((_, i) => i % 4 === 0)
    expect(reds).toEqual([0, 128, 192, 255])
  })

  it('gets brighter when the level goes down', () => {
    const [dark, bright] = [0.6, 0.3].map((level) => rgbaOf(grey(100), { level, width: 1 })[0] ?? 0)
    expect(bright).toBeGreaterThan(dark ?? 255)
  })
})

describe('looking closer', () => {
  it('never shows what lies beside the picture', () => {
    expect(lookWithin({ x: 0, y: 1, zoom: 2 })).toEqual({ x: 0.25, y: 0.75, zoom: 2 })
    expect(lookWithin({ x: 0.9, y: 0.9, zoom: 0.2 })).toEqual({ x: 0.5, y: 0.5, zoom: 1 })
    expect(lookWithin({ x: 0.5, y: 0.5, zoom: 99 }).zoom).toBe(8)
  })

  it('keeps the point under the hand in its place', () => {
    const before = { x: 0.5, y: 0.5, zoom: 2 }
    const after = zoomAt(before, 4, { x: 0.75, y: 0.5 })
    const point = (look: typeof before) => look.x + (0.75 - 0.5) / look.zoom
    expect(point(after)).toBeCloseTo(point(before), 10)
    expect(after.zoom).toBe(4)
  })
})
