import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clampView, firstView, fitZoom, follow, pan, restOn, toMap, toViewport, zoomAt, zoomLimits, zoomStep, type Bounds } from './camera.ts'

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

test('whatever is asked for, the middle of the screen lies on the map and the zoom within its limits', () => {
  fc.assert(fc.property(anyView, fc.constantFrom(desk, phone), (asked, viewport) => {
    const view = clampView(asked, bounds, viewport)
    const { min, max } = zoomLimits(bounds, viewport)
    expect(view.zoom).toBeGreaterThanOrEqual(min)
    expect(view.zoom).toBeLessThanOrEqual(max)
    expect(view.x).toBeGreaterThanOrEqual(bounds.left)
    expect(view.x).toBeLessThanOrEqual(bounds.right)
    expect(view.y).toBeGreaterThanOrEqual(bounds.top)
    expect(view.y).toBeLessThanOrEqual(bounds.bottom)
  }))
})

test('a corner that a card covers can be dragged out from under it, also where the whole floor is in sight', () => {
  const first = firstView(bounds, desk, { x: 0, y: 400 })
  const corner = { x: bounds.right - 40, y: bounds.top + 300 }
  const before = toViewport(first, desk, corner)
  const after = toViewport(clampView(pan(first, -500, 0), bounds, desk), desk, corner)
  expect(before.x - after.x).toBeCloseTo(500)
})

test.each([1, 2, 3])('at %d real pixels for one, drawings are enlarged so little that nobody sees them blur', (density) => {
  const near = zoomAt(firstView(bounds, { ...phone, density }, { x: 0, y: 400 }), { ...phone, density }, 100, { x: 195, y: 422 }, bounds)
  expect(near.zoom * density).toBeLessThanOrEqual(3.2 + 1e-9)
  expect(near.zoom).toBeGreaterThan(1)
})

test('whoever is followed is never under a card, wherever they walk', () => {
  const anywhere = fc.record({ x: fc.integer({ min: bounds.left, max: bounds.right }), y: fc.integer({ min: bounds.top, max: bounds.bottom }) })
  fc.assert(fc.property(anywhere, fc.constantFrom(desk, phone, { width: 1280, height: 720 }), fc.double({ min: 0.7, max: 2, noNaN: true }), (person, viewport, zoom) => {
    const { x, y } = toViewport(restOn(person, zoom, bounds, viewport), viewport, person)
    expect(x / viewport.width).toBeGreaterThanOrEqual(0.299)
    expect(x / viewport.width).toBeLessThanOrEqual(0.701)
    expect(y / viewport.height).toBeGreaterThanOrEqual(0.299)
    expect(y / viewport.height).toBeLessThanOrEqual(0.601)
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
