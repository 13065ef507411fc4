import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clampView, firstView, fitZoom, follow, MAX_ZOOM, pan, toMap, toViewport, zoomAt, zoomStep, type Bounds } from './camera.ts'

const bounds: Bounds = { left: -800, top: -120, right: 1000, bottom: 900 }
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const anyView = fc.record({
  x: fc.double({ min: -3000, max: 3000, noNaN: true }),
  y: fc.double({ min: -3000, max: 3000, noNaN: true }),
  zoom: fc.double({ min: 0.01, max: 20, noNaN: true }),
})

describe('the first view', () => {
  test('shows the whole floor on a desk screen', () => {
    expect(firstView(bounds, desk, { x: 0, y: 0 }).zoom).toBeCloseTo(fitZoom(bounds, desk))
  })

  test('shows the surroundings of the player on a phone, people large enough to see', () => {
    const view = firstView(bounds, phone, { x: -192, y: 464 })
    expect(view.zoom).toBeGreaterThan(0.7)
    expect(view.x).toBeCloseTo(-192)
  })
})

test('whatever is asked for, the map stays in sight and the zoom within its limits', () => {
  fc.assert(fc.property(anyView, fc.constantFrom(desk, phone), (asked, viewport) => {
    const view = clampView(asked, bounds, viewport)
    expect(view.zoom).toBeLessThanOrEqual(MAX_ZOOM)
    expect(view.x).toBeGreaterThanOrEqual(bounds.left)
    expect(view.x).toBeLessThanOrEqual(bounds.right)
    const middle = toViewport(view, viewport, { x: (bounds.left + bounds.right) / 2, y: view.y })
    if (viewport.width / view.zoom >= bounds.right - bounds.left) expect(middle.x).toBeCloseTo(viewport.width / 2)
  }))
})

test('a point of the viewport and its point of the map are each other\'s mirror', () => {
  fc.assert(fc.property(anyView, fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 900 }), (view, x, y) => {
    const back = toViewport(view, desk, toMap(view, desk, { x, y }))
    expect(back.x).toBeCloseTo(x, 4)
    expect(back.y).toBeCloseTo(y, 4)
  }))
})

test('dragging moves the map with the finger', () => {
  const view = { x: 0, y: 0, zoom: 2 }
  expect(pan(view, 10, -20)).toEqual({ x: -5, y: 10, zoom: 2 })
})

test('zooming holds what is under the pointer', () => {
  const view = { x: 100, y: 200, zoom: 1 }
  const at = { x: 1200, y: 100 }
  const before = toMap(view, desk, at)
  const after = toMap(zoomAt(view, desk, 1.7, at, bounds), desk, at)
  expect(after.x).toBeCloseTo(before.x)
  expect(after.y).toBeCloseTo(before.y)
})

test('the buttons zoom in, out and back', () => {
  const first = firstView(bounds, phone, { x: 0, y: 400 })
  const near = zoomStep(first, phone, 1, bounds)
  expect(near.zoom).toBeGreaterThan(first.zoom)
  expect(zoomStep(near, phone, -1, bounds).zoom).toBeCloseTo(first.zoom)
  expect(zoomStep(near, phone, 0, bounds).zoom).toBeCloseTo(first.zoom)
})

test('the camera comes to rest on the player', () => {
  let view = { x: 0, y: 400, zoom: 1.5 }
  for (let i = 0; i < 300; i++) view = follow(view, { x: 120, y: 420 }, 16, bounds, phone)
  expect(view).toMatchObject({ x: 120, y: 420 })
  expect(follow(view, { x: 120, y: 420 }, 16, bounds, phone)).toEqual(view)
})
