import { describe, expect, it } from 'vitest'
import { drawFundus, troublesFor } from './fundus.ts'

const size = 96
const eye = (more: Partial<Parameters<typeof drawFundus>[0]> = {}) => drawFundus({ seed: 'one', side: 'right', grade: 0, size, ...more })
const count = (mask: Uint8Array) => mask.reduce((sum, value) => sum + (value ? 1 : 0), 0)
const light = ({ pixels }: { pixels: Uint8ClampedArray }) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length

/** How much patches of the eye differ from those beside them: little in a hazy or blurred picture. Patches, so that grain does not count. */
function detail({ pixels }: { pixels: Uint8ClampedArray }): number {
  const patch = (x: number, y: number) => {
    let sum = 0
    for (let j = 0; j < 16; j++) sum += pixels[((y + (j >> 2)) * size + x + (j & 3)) * 3 + 1] ?? 0
    return sum / 16
  }
  let sum = 0
  for (let y = 24; y < 72; y += 4) for (let x = 24; x < 68; x += 4) sum += Math.abs(patch(x, y) - patch(x + 4, y))
  return sum
}

/** Pixels one by one take a test runner seconds to compare. */
const bytes = ({ pixels }: { pixels: Uint8ClampedArray }) => Buffer.from(pixels).toString('base64')

describe('a drawn photograph of the back of an eye', () => {
  it('is the same for the same seed, pixel by pixel, and another for another', () => {
    expect(bytes(eye()) === bytes(eye())).toBe(true)
    expect(bytes(eye({ seed: 'two' })) === bytes(eye())).toBe(false)
  })

  it('is round and orange on black', () => {
    const { pixels } = eye()
    expect(pixels.slice(0, 3).every((value) => value < 10)).toBe(true)
    const middle = (size / 2 * size + size / 2) * 3
    expect(pixels[middle]).toBeGreaterThan(pixels[middle + 1] ?? 255)
    expect(pixels[middle + 1]).toBeGreaterThan(pixels[middle + 2] ?? 255)
  })

  it('has its disc towards the nose: right in a right eye, left in a left eye', () => {
    const place = (mask: Uint8Array) => mask.reduce((sum, value, i) => sum + (value ? i % size : 0), 0) / count(mask)
    expect(place(eye().masks.disc)).toBeGreaterThan(size / 2)
    expect(place(eye({ side: 'left' }).masks.disc)).toBeLessThan(size / 2)
  })

  it('shows nothing at grade 0, bulges at 1, bleeding from 2, new vessels at 4, and says where', () => {
    const [none, mild, moderate, severe, worst] = ([0, 1, 2, 3, 4] as const).map((grade) => eye({ grade }))
    expect(none?.marks).toEqual([])
    expect(count(mild?.masks.microaneurysm ?? new Uint8Array())).toBeGreaterThan(0)
    expect(count(mild?.masks.haemorrhage ?? new Uint8Array(1))).toBe(0)
    expect(count(moderate?.masks.haemorrhage ?? new Uint8Array())).toBeGreaterThan(0)
    expect(count(severe?.masks.haemorrhage ?? new Uint8Array())).toBeGreaterThan(count(moderate?.masks.haemorrhage ?? new Uint8Array()))
    expect(worst?.marks[0]?.label).toBe('new vessels')
    expect(count(severe?.masks['new vessels'] ?? new Uint8Array(1))).toBe(0)
  })

  it('keeps the eye when it is photographed again, and only the grain differs', () => {
    const [first, second] = [eye({ grade: 3 }), eye({ grade: 3, take: 1 })]
    expect(second.marks).toEqual(first.marks)
    expect(Buffer.compare(second.masks.vessel, first.masks.vessel)).toBe(0)
    expect(bytes(second) === bytes(first)).toBe(false)
  })

  it('hides more the worse its quality is, whatever stands in the way', () => {
    const at = (quality: number, what: { smallPupil?: boolean; cataract?: boolean; dim?: boolean }) =>
      eye({ grade: 3, camera: troublesFor(quality, { smallPupil: false, cataract: false, dim: false, ...what }) })
    expect(detail(at(0.2, { cataract: true }))).toBeLessThan(detail(at(0.8, { cataract: true })) * 0.6)
    expect(detail(at(0.2, {}))).toBeLessThan(detail(at(0.8, {})) * 0.7)
    expect(light(at(0.2, { smallPupil: true }))).toBeLessThan(light(at(0.8, { smallPupil: true })) * 0.8)
    expect(light(at(0.2, { dim: true }))).toBeLessThan(light(at(0.8, { dim: true })) * 0.75)
  })
})
