/** Mouse, pen, touch and wheel on one element, as gestures in its CSS pixels. */
import { Gestures, type Gesture } from './gestures.ts'

export interface PointerHandlers {
  gesture(gesture: Gesture): void
  /** A mouse moves over the element; true when something there can be clicked. */
  hover(x: number, y: number): boolean
}

/** Wheel units that double or halve the zoom. */
const WHEEL_DOUBLING = 500
/** Two fingers on a trackpad come as a wheel with Ctrl held, in small units: as much as the fingers part, the map should grow. */
const PINCH_DOUBLING = 70
/** A wheel that counts in lines or pages, in pixels. */
const WHEEL_UNIT_PX = [1, 20, 400]

/** How much a turn of the wheel, or a pinch on a trackpad, enlarges: 1 for not at all. */
export function wheelFactor({ deltaY, deltaMode, ctrlKey }: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const units = deltaY * (WHEEL_UNIT_PX[deltaMode] ?? 1)
  return 2 ** (-units / (ctrlKey ? PINCH_DOUBLING : WHEEL_DOUBLING))
}

/** Returns what stops listening. */
export function listenToPointers(element: HTMLElement, handlers: PointerHandlers): () => void {
  const gestures = new Gestures()
  const stop = new AbortController()
  const at = (event: MouseEvent): [number, number] => {
    const box = element.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  const tell = (gesture: Gesture | null): void => {
    if (gesture) handlers.gesture(gesture)
  }
  const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void => {
    element.addEventListener(type, listener, { signal: stop.signal, passive: type !== 'wheel' })
  }

  element.style.touchAction = 'none'
  listen('pointerdown', (event) => {
    if (event.button > 1) return
    element.setPointerCapture(event.pointerId)
    gestures.down(event.pointerId, ...at(event))
  })
  listen('pointermove', (event) => {
    tell(gestures.move(event.pointerId, ...at(event)))
    if (event.pointerType === 'mouse' && !gestures.active) element.style.cursor = handlers.hover(...at(event)) ? 'pointer' : ''
    else if (gestures.active) element.style.cursor = 'grabbing'
  })
  listen('pointerup', (event) => {
    tell(gestures.up(event.pointerId))
    element.style.cursor = ''
  })
  listen('pointercancel', (event) => gestures.cancel(event.pointerId))
  listen('wheel', (event) => {
    event.preventDefault()
    const [x, y] = at(event)
    tell({ type: 'pinch', factor: wheelFactor(event), x, y, dx: 0, dy: 0 })
  })
  return () => stop.abort()
}
