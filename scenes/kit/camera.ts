/**
 * What part of the map is seen. Map units are pixels at 1x (`src/core/iso.ts`); the viewport is in CSS pixels; `zoom` is CSS
 * pixels per map unit. Values only: the stage hands the result to the renderer.
 */
export interface View {
  /** Point of the map in the middle of the viewport. */
  x: number
  y: number
  zoom: number
}

export interface Size {
  width: number
  height: number
  /** Real pixels for one CSS pixel; 1 where it is not said. */
  density?: number
}

export interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

/** However plain the screen: nearer than this a person fills it. */
const MAX_ZOOM = 2.4
/** Drawings have two pixels for one of the map, the floor one and a half: more real pixels than this and they are seen to blur. */
const MAX_REAL_PX = 3.2
/** Share of the viewport, from each side, in which whoever is followed is never under a card or a conversation. */
const IN_SIGHT = { left: 0.3, right: 0.7, top: 0.3, bottom: 0.6 }
/** A person is then about 45 px tall: small, and still a person. */
const SMALLEST_FIRST_ZOOM = 0.72
const LARGEST_FIRST_ZOOM = 1.3
/** One press of the zoom button. */
const ZOOM_STEP = 1.3
/** Share of the way to the player that the camera makes in a second, as a rate. */
const FOLLOW_RATE = 3.2

/** Zoom at which the whole map is seen. */
export function fitZoom(bounds: Bounds, viewport: Size): number {
  return Math.min(viewport.width / (bounds.right - bounds.left), viewport.height / (bounds.bottom - bounds.top))
}

export function zoomLimits(bounds: Bounds, viewport: Size): { min: number; max: number } {
  return { min: Math.min(0.6, fitZoom(bounds, viewport)), max: Math.min(MAX_ZOOM, MAX_REAL_PX / (viewport.density ?? 1)) }
}

function limitZoom(zoom: number, bounds: Bounds, viewport: Size): number {
  const { min, max } = zoomLimits(bounds, viewport)
  return Math.min(max, Math.max(min, zoom))
}

/** The whole floor where there is room for it, else the surroundings of `at`. */
export function firstView(bounds: Bounds, viewport: Size, at: { x: number; y: number }): View {
  const zoom = Math.min(LARGEST_FIRST_ZOOM, Math.max(SMALLEST_FIRST_ZOOM, fitZoom(bounds, viewport)))
  return fillView({ ...at, zoom: limitZoom(zoom, bounds, viewport) }, bounds, viewport)
}

/**
 * Keeps the zoom within limits and the middle of the viewport on the map: whatever part of the map lies under a card can be
 * drawn out from under it.
 */
export function clampView(view: View, bounds: Bounds, viewport: Size): View {
  return {
    x: Math.min(bounds.right, Math.max(bounds.left, view.x)),
    y: Math.min(bounds.bottom, Math.max(bounds.top, view.y)),
    zoom: limitZoom(view.zoom, bounds, viewport),
  }
}

/** As much of the map as there is room for: it fills the viewport, and a smaller one stands in its middle. */
function fillView({ x, y, zoom }: View, bounds: Bounds, viewport: Size): View {
  return {
    x: fillAxis(x, bounds.left, bounds.right, viewport.width / zoom),
    y: fillAxis(y, bounds.top, bounds.bottom, viewport.height / zoom),
    zoom,
  }
}

function fillAxis(middle: number, from: number, to: number, seen: number): number {
  if (seen >= to - from) return (from + to) / 2
  return Math.min(to - seen / 2, Math.max(from + seen / 2, middle))
}

/** Where the camera comes to rest on somebody: the map fills the viewport as far as it can with that person in plain sight. */
export function restOn(target: { x: number; y: number }, zoom: number, bounds: Bounds, viewport: Size): View {
  const full = fillView({ ...target, zoom }, bounds, viewport)
  const at = toViewport(full, viewport, target)
  const x = Math.min(IN_SIGHT.right * viewport.width, Math.max(IN_SIGHT.left * viewport.width, at.x))
  const y = Math.min(IN_SIGHT.bottom * viewport.height, Math.max(IN_SIGHT.top * viewport.height, at.y))
  return clampView(pan(full, x - at.x, y - at.y), bounds, viewport)
}

/** Point of the map under a point of the viewport. */
export function toMap(view: View, viewport: Size, at: { x: number; y: number }): { x: number; y: number } {
  return { x: view.x + (at.x - viewport.width / 2) / view.zoom, y: view.y + (at.y - viewport.height / 2) / view.zoom }
}

/** Point of the viewport where a point of the map is seen. */
export function toViewport(view: View, viewport: Size, at: { x: number; y: number }): { x: number; y: number } {
  return { x: (at.x - view.x) * view.zoom + viewport.width / 2, y: (at.y - view.y) * view.zoom + viewport.height / 2 }
}

/** The map moves with the finger: by CSS pixels. */
export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom }
}

/** Zoom by a factor; what is under `at` stays under it. */
export function zoomAt(view: View, viewport: Size, factor: number, at: { x: number; y: number }, bounds: Bounds): View {
  const zoom = limitZoom(view.zoom * factor, bounds, viewport)
  const held = toMap(view, viewport, at)
  return {
    x: held.x - (at.x - viewport.width / 2) / zoom,
    y: held.y - (at.y - viewport.height / 2) / zoom,
    zoom,
  }
}

/** One press of a zoom button; 0 goes back to the first zoom, at the same place. */
export function zoomStep(view: View, viewport: Size, step: 1 | -1 | 0, bounds: Bounds): View {
  const middle = { x: viewport.width / 2, y: viewport.height / 2 }
  const factor = step === 0 ? firstView(bounds, viewport, view).zoom / view.zoom : ZOOM_STEP ** step
  return clampView(zoomAt(view, viewport, factor, middle, bounds), bounds, viewport)
}

/** One step of following: eases to where it rests on `target`, and ends there. */
export function follow(view: View, target: { x: number; y: number }, deltaMs: number, bounds: Bounds, viewport: Size): View {
  const goal = restOn(target, view.zoom, bounds, viewport)
  const dx = goal.x - view.x
  const dy = goal.y - view.y
  if (Math.hypot(dx, dy) < 0.4) return goal
  const share = 1 - Math.exp((-FOLLOW_RATE * deltaMs) / 1000)
  return { ...view, x: view.x + dx * share, y: view.y + dy * share }
}
