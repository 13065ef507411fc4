/** Walking keys. They are heard on the whole page, yet never taken from a control that has the focus. */
export type Direction = 'up' | 'down' | 'left' | 'right'
export type KeyMap = Record<Direction, string>

export const FIRST_KEYS: KeyMap = { up: 'w', down: 's', left: 'a', right: 'd' }

const ARROWS: Record<string, Direction> = { arrowup: 'up', arrowdown: 'down', arrowleft: 'left', arrowright: 'right' }

/** The direction a key means: arrows always, letters as chosen. */
export function directionOf(key: string, keys: KeyMap): Direction | null {
  const pressed = key.toLowerCase()
  const chosen = (Object.keys(keys) as Direction[]).find((direction) => keys[direction].toLowerCase() === pressed)
  return ARROWS[pressed] ?? chosen ?? null
}

/**
 * A step over the floor for the keys that are held: up on the keyboard is up on the screen, so straight keys walk the floor's
 * diagonals and two keys together walk along its tiles. Length 1, or [0, 0].
 */
export function stepFor(held: ReadonlySet<Direction>): [dx: number, dy: number] {
  const right = Number(held.has('right')) - Number(held.has('left'))
  const down = Number(held.has('down')) - Number(held.has('up'))
  // On screen a metre along a tile's side goes two right for each one down: two keys together mean exactly that side.
  const dx = right + down
  const dy = down - right
  const length = Math.hypot(dx, dy)
  return length === 0 ? [0, 0] : [dx / length, dy / length]
}

export interface KeyHandlers {
  keys(): KeyMap
  /** Whether walking is possible now (not covered). */
  listening(): boolean
  changed(held: ReadonlySet<Direction>, pressed: Direction | null): void
}

/** True when keys belong to the page itself or to the stage, not to a field, button or list that has the focus. */
export function keysAreFree(active: Element | null, stage: Element): boolean {
  if (!active || active === stage.ownerDocument.body || active === stage.ownerDocument.documentElement) return true
  return stage.contains(active)
}

/** Returns what stops listening. */
export function listenToKeys(stage: HTMLElement, handlers: KeyHandlers): () => void {
  const held = new Set<Direction>()
  const stop = new AbortController()
  const page = stage.ownerDocument
  const letGo = (): void => {
    if (held.size === 0) return
    held.clear()
    handlers.changed(held, null)
  }
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directionOf(event.key, handlers.keys())
    if (!direction || !handlers.listening() || !keysAreFree(page.activeElement, stage)) return
    event.preventDefault()
    held.add(direction)
    handlers.changed(held, direction)
  }, { signal: stop.signal })
  page.addEventListener('keyup', (event) => {
    const direction = directionOf(event.key, handlers.keys())
    if (direction && held.delete(direction)) handlers.changed(held, null)
  }, { signal: stop.signal })
  page.defaultView?.addEventListener('blur', letGo, { signal: stop.signal })
  page.addEventListener('focusin', () => {
    if (!keysAreFree(page.activeElement, stage)) letGo()
  }, { signal: stop.signal })
  return () => stop.abort()
}
