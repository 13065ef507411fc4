import { describe, expect, test } from 'vitest'
import { meets, outlineOf, overlap, StillIndex, type Outline } from './still-life.ts'

const box = (left: number, top: number, w: number, h: number): Outline => ({ left, top, right: left + w, bottom: top + h })

describe('what is painted again over somebody who walks', () => {
  const desk = { name: 'desk', outline: box(100, 100, 120, 80), depth: 10 }
  const bed = { name: 'bed', outline: box(150, 60, 100, 60), depth: 6 }
  const tree = { name: 'tree', outline: box(-300, -300, 60, 90), depth: 30 }
  const index = new StillIndex([desk, bed, tree])
  const covering = (outline: Outline, depth: number) => {
    const found: { name: string; part: Outline }[] = []
    index.covering(outline, depth, (piece, part) => found.push({ name: piece.name, part }))
    return found
  }

  test('the desk they walk behind, as far as it hides them, and once', () => {
    expect(covering(box(110, 50, 30, 70), 8)).toEqual([{ name: 'desk', part: box(110, 100, 30, 20) }])
  })

  test('nothing that they walk before', () => {
    expect(covering(box(110, 90, 30, 70), 12)).toEqual([])
  })

  test('everything in front, when several things are', () => {
    expect(covering(box(160, 70, 30, 70), 4).map(({ name }) => name).toSorted()).toEqual(['bed', 'desk'])
  })

  test('nothing far away, and places with negative coordinates are found too', () => {
    expect(covering(box(500, 500, 30, 70), 0)).toEqual([])
    expect(covering(box(-290, -290, 30, 70), 0).map(({ name }) => name)).toEqual(['tree'])
  })
})

test('outlines that only touch share nothing', () => {
  expect(overlap(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBeNull()
})

test('whoever is at all on the screen is painted, whoever has left it is not', () => {
  const seen = box(0, 0, 1280, 720)
  expect(meets(box(-20, 300, 34, 64), seen)).toBe(true)
  expect(meets(box(1279, 719, 34, 64), seen)).toBe(true)
  expect(meets(box(-34, 300, 34, 64), seen)).toBe(false)
  expect(meets(box(600, 720, 34, 64), seen)).toBe(false)
})

test('a mirrored person is mirrored about their feet', () => {
  const image = { x: 100, y: 200, displayOriginX: 10, displayOriginY: 60, scaleX: 0.5, scaleY: 0.5, width: 50, height: 70, flipX: false }
  expect(outlineOf(image)).toEqual({ left: 95, right: 120, top: 170, bottom: 205 })
  expect(outlineOf({ ...image, flipX: true })).toEqual({ left: 80, right: 105, top: 170, bottom: 205 })
})
