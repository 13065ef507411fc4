/**
 * Fingers and mice as meanings: a tap, a drag of the map, a pinch. Values in CSS pixels of the viewport. One finger that stays
 * within a few pixels is a tap; the second finger turns a drag into a pinch; a lifted finger turns it back.
 */
export type Gesture =
  | { type: 'tap'; x: number; y: number }
  | { type: 'drag'; dx: number; dy: number }
  | { type: 'pinch'; factor: number; x: number; y: number; dx: number; dy: number }

interface Finger {
  x: number
  y: number
}

/** A shaking hand moves this far within a tap. */
const TAP_SLACK_PX = 8

export class Gestures {
  private readonly fingers = new Map<number, Finger>()
  private start: Finger | null = null
  /** The fingers that are down have already dragged or pinched: lifting them is no tap. */
  private moved = false

  get active(): boolean {
    return this.fingers.size > 0
  }

  down(id: number, x: number, y: number): void {
    if (this.fingers.size === 0) {
      this.start = { x, y }
      this.moved = false
    } else {
      this.moved = true
    }
    this.fingers.set(id, { x, y })
  }

  move(id: number, x: number, y: number): Gesture | null {
    const finger = this.fingers.get(id)
    if (!finger) return null
    if (!this.moved && this.start && Math.hypot(x - this.start.x, y - this.start.y) <= TAP_SLACK_PX) return null
    this.moved = true
    const before = this.spread()
    const dx = x - finger.x
    const dy = y - finger.y
    finger.x = x
    finger.y = y
    if (this.fingers.size === 1) return { type: 'drag', dx, dy }
    const after = this.spread()
    return {
      type: 'pinch',
      factor: before.size > 0 ? after.size / before.size : 1,
      x: after.x,
      y: after.y,
      dx: after.x - before.x,
      dy: after.y - before.y,
    }
  }

  up(id: number): Gesture | null {
    const finger = this.fingers.get(id)
    this.fingers.delete(id)
    return finger && !this.moved && this.fingers.size === 0 ? { type: 'tap', x: finger.x, y: finger.y } : null
  }

  /** The system took the finger away: never a tap. */
  cancel(id: number): void {
    this.moved = true
    this.fingers.delete(id)
  }

  /** Middle of the first two fingers and their distance. */
  private spread(): Finger & { size: number } {
    const [a, b] = [...this.fingers.values()]
    if (!a || !b) return { x: a?.x ?? 0, y: a?.y ?? 0, size: 0 }
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, size: Math.hypot(a.x - b.x, a.y - b.y) }
  }
}
