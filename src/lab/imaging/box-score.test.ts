import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iou, matchBoxes } from './box-score.ts'

const box = (x: number, y: number, w: number, h: number) => ({ x, y, w, h })

describe('boxes', () => {
  it('share 1 with themselves, nothing when apart, and a third when half of each is shared', () => {
    expect(iou(box(0.1, 0.2, 0.3, 0.4), box(0.1, 0.2, 0.3, 0.4))).toBeCloseTo(1, 12)
    expect(iou(box(0, 0, 0.2, 0.2), box(0.2, 0, 0.2, 0.2))).toBe(0)
    expect(iou(box(0, 0, 0.2, 0.2), box(0.1, 0, 0.2, 0.2))).toBeCloseTo(1 / 3, 12)
  })

  it('are matched one to one, the best pair first; what is left over is extra', () => {
    const found = [box(0.02, 0, 0.2, 0.2), box(0, 0, 0.2, 0.2), box(0.7, 0.7, 0.1, 0.1)]
    const { wanted, extra } = matchBoxes([box(0, 0, 0.2, 0.2), box(0.4, 0.4, 0.2, 0.2)], found)
    expect(wanted).toEqual([{ by: 1, iou: 1 }, { by: null, iou: 0 }])
    expect(extra).toEqual([0, 2])
  })

  it('share the same whichever comes first, never less than 0 or more than 1', () => {
    const share = fc.double({ min: 0, max: 0.5, noNaN: true })
    const any = fc.record({ x: share, y: share, w: fc.double({ min: 0.01, max: 0.5, noNaN: true }), h: fc.double({ min: 0.01, max: 0.5, noNaN: true }) })
    fc.assert(fc.property(any, any, (a, b) => {
      expect(iou(a, b)).toBeCloseTo(iou(b, a), 12)
      expect(iou(a, b)).toBeGreaterThanOrEqual(0)
      expect(iou(a, b)).toBeLessThanOrEqual(1 + 1e-12)
    }))
  })
})
