import { describe, expect, it } from 'vitest'
import { drawChest } from './chest-film.ts'
import { CHEST_FINDINGS, type ChestSubject } from './chest-plan.ts'

const size = 128
const chest = (more: Partial<ChestSubject> = {}) =>
  drawChest({ seed: 'chest-test', sex: 'M', age: 58, emptied: 0, finding: null, severity: 0.6, side: 'left', devices: [], portable: false, ...more }, size)

/** Mean brightness where a mask is set. */
function brightness(pixels: Uint8ClampedArray, where: (at: number) => boolean): number {
  let [sum, n] = [0, 0]
  pixels.forEach((value, at) => {
    if (!where(at)) return
    sum += value
    n++
  })
  return sum / n
}

/** How much brightness jumps from pixel to pixel there: vessels make it jump. */
function grain(pixels: Uint8ClampedArray, where: (at: number) => boolean): number {
  let [sum, n] = [0, 0]
  for (let at = size; at < pixels.length - size; at++) {
    if (!where(at)) continue
    sum += Math.abs(4 * (pixels[at] as number) - (pixels[at - 1] as number) - (pixels[at + 1] as number) - (pixels[at - size] as number) - (pixels[at + size] as number))
    n++
  }
  return sum / n
}

const count = (mask: Uint8Array) => mask.reduce((sum, value) => sum + value, 0)

describe('a chest film', () => {
  it('is the same film for the same seed, and another for another', () => {
    const bytes = (film: ReturnType<typeof chest>) => Buffer.from(film.pixels)
    expect(bytes(chest()).equals(bytes(chest()))).toBe(true)
    expect(bytes(chest({ seed: 'somebody else' })).equals(bytes(chest()))).toBe(false)
  })

  it('is grey, black at its border, dark in the lungs and bright over the heart', () => {
    const { pixels, lung, heart, channels } = chest()
    expect(channels).toBe(1)
    expect([0, size - 1, pixels.length - 1].map((at) => pixels[at])).toEqual([6, 6, 6])
    const dark = brightness(pixels, (at) => lung[at] === 1 && heart[at] === 0)
    expect(dark).toBeLessThan(115)
    expect(brightness(pixels, (at) => heart[at] === 1)).toBeGreaterThan(dark + 25)
  })

  it('marks nothing on a well chest, and every finding where it is', () => {
    expect(chest().marks).toEqual([])
    for (const finding of CHEST_FINDINGS) {
      const { marks, found } = chest({ finding })
      expect(marks.length, finding).toBe(finding === 'oedema' ? 2 : 1)
      expect(count(found), finding).toBeGreaterThan(10)
      for (const { x, y, w, h } of marks) expect(x >= 0 && y >= 0 && x + w <= size && y + h <= size, finding).toBe(true)
    }
  })

  it('has its heart on the patient\'s left, which is the right of the film', () => {
    const { heart } = chest()
    const middle = heart.reduce((sum, value, at) => sum + value * (at % size), 0) / count(heart)
    expect(middle).toBeGreaterThan(size / 2)
  })

  it('shows a collapse on the side that has it, larger the worse it is, and without vessels beyond the line', () => {
    const [left, right, small] = [chest({ finding: 'pneumothorax' }), chest({ finding: 'pneumothorax', side: 'right' }), chest({ finding: 'pneumothorax', severity: 0.1 })]
    expect(left.marks[0]?.x).toBeGreaterThan(size * 0.45)
    expect(right.marks[0]?.x).toBeLessThan(size * 0.4)
    expect(count(small.found)).toBeLessThan(count(left.found) * 0.5)
    const large = drawChest({ seed: 'line', sex: 'M', age: 40, emptied: 0, finding: 'pneumothorax', severity: 1, side: 'left', devices: [], portable: false }, size)
    const beyond = (at: number) => large.found[at] === 1 && large.found[at - 3] === 1 && large.found[at + 3] === 1
    const within = (at: number) => large.lung[at] === 1 && large.found[at] === 0 && large.heart[at] === 0 && (at % size) > size * 0.55
    expect(grain(large.pixels, beyond)).toBeLessThan(grain(large.pixels, within))
  })

  it('turns white with pneumonia and with water in the lungs', () => {
    for (const finding of ['consolidation', 'oedema'] as const) {
      const ill = chest({ finding, severity: 1 })
      const where = (at: number) => ill.found[at] === 1
      expect(brightness(ill.pixels, where)).toBeGreaterThan(brightness(chest().pixels, where) + 15)
    }
  })

  it('shows devices, and grain on a film taken in bed', () => {
    const [wired, plain] = [chest({ devices: ['pacemaker'] }).pixels, chest().pixels]
    expect(wired.filter((value, at) => value - (plain[at] as number) > 60).length).toBeGreaterThan(20)
    const flat = (film: ReturnType<typeof chest>) => grain(film.pixels, (at) => film.heart[at] === 1)
    expect(flat(chest({ portable: true }))).toBeGreaterThan(flat(chest()))
  })
})
