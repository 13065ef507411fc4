/** The camera as it is used: dragged, pinched, stepped, or following the player until somebody drags. */
import { clampView, firstView, follow, pan, restOn, toMap, zoomAt, zoomStep, type Bounds, type Size, type View } from '../kit/camera.ts'
import type { Gesture } from '../kit/gestures.ts'

interface MapPoint {
  x: number
  y: number
}

export class Viewpoint {
  view: View
  following = false
  private readonly bounds: Bounds
  private size: Size
  /** Until somebody moves the view, a new size of the screen chooses it anew. */
  private untouched = true

  constructor(bounds: Bounds, size: Size, at: MapPoint) {
    this.bounds = bounds
    this.size = size
    this.view = firstView(bounds, size, at)
  }

  resize(size: Size, at: MapPoint): void {
    this.size = size
    this.view = this.untouched ? firstView(this.bounds, size, at) : clampView(this.view, this.bounds, size)
  }

  /** A drag or a pinch; dragging ends following. */
  move(gesture: Exclude<Gesture, { type: 'tap' }>): void {
    this.untouched = false
    const moved = pan(this.view, gesture.dx, gesture.dy)
    if (gesture.type === 'drag') this.following = false
    const zoomed = gesture.type === 'pinch' ? zoomAt(moved, this.size, gesture.factor, gesture, this.bounds) : moved
    this.view = clampView(zoomed, this.bounds, this.size)
  }

  step(step: 1 | -1 | 0): void {
    this.untouched = step === 0
    this.view = zoomStep(this.view, this.size, step, this.bounds)
  }

  /** Eases towards a point while following; true when the view has moved. */
  follow(target: MapPoint, deltaMs: number): boolean {
    if (!this.following) return false
    const next = follow(this.view, target, deltaMs, this.bounds, this.size)
    const moved = next.x !== this.view.x || next.y !== this.view.y
    this.view = next
    return moved
  }

  /** Without motion the view is simply there. */
  centre(target: MapPoint): void {
    this.view = restOn(target, this.view.zoom, this.bounds, this.size)
  }

  mapPoint(x: number, y: number): MapPoint {
    return toMap(this.view, this.size, { x, y })
  }
}
