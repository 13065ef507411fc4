/** One tile of wall, start at the origin: white above, the department's colours below. */
import { lighten, mix, type Hex } from './colour.ts'
import { rect, shape, type Decal } from './decals.ts'
import { DEPARTMENTS, type DepartmentColours } from './palette.ts'
import type { Department, Wall, WallKind } from './plan.ts'
import type { V3 } from './projection.ts'
import type { BoxOptions } from './solid/box.ts'
import { idsFrom, Solid } from './solid/solid.ts'

const THICK = 0.12
const GLASS = 0.72
const HEIGHT: Record<WallKind, number> = { full: 1.95, window: 1.95, door: 1.95, half: 0.78, glass: 0.55, low: 0.2 }
const PANE = '#cfeaf6'

const dado =
  (colours: DepartmentColours): Decal =>
  (w, h) => {
    const height = Math.min(52, h * 0.6)
    return (
      rect(0, h - height, w, height, mix(colours.alt, '#ffffff', 0.1)) +
      rect(0, h - height - 5, w, 6, colours.accent, 0, 'opacity=".85"') +
      rect(0, h - 6, w, 6, mix(colours.accent, '#22334d', 0.45), 0, 'opacity=".55"')
    )
  }

const window: Decal = (w) =>
  rect(14, 26, w - 28, 76, '#fff', 3) +
  rect(19, 31, w - 38, 66, PANE) +
  shape('M19 76q14 -12 26 -4t36 -6v31h-62z', '#8cc79a', 'opacity=".75"') +
  shape(`M${w * 0.3} 31h16l-22 66h-16z`, '#fff', 'opacity=".3"') +
  rect(w / 2 - 1.5, 31, 3, 66, '#fff') +
  rect(10, 101, w - 20, 5, '#fff')

const doors =
  (accent: Hex): Decal =>
  (_w, h) =>
    rect(8, 34, 84, h - 34, accent, 3) +
    rect(13, 39, 74, h - 39, lighten(accent, 0.09), 2) +
    rect(24, 54, 20, 52, PANE, 3) +
    rect(56, 54, 20, 52, PANE, 3) +
    rect(49, 39, 2, h - 39, accent) +
    rect(13, h - 30, 74, 14, '#fff', 0, 'opacity=".35"')

export function drawWall(kind: WallKind, axis: Wall['axis'], department: Department): Solid {
  const colours = DEPARTMENTS[department]
  const k = new Solid(1, 1, 0, idsFrom(`wall${kind}${axis}${department}`))
  const paint = mix(colours.floor, '#fbfdfd', 0.5)
  const slab = (z: number, height: number, colour: Hex, thick: number, options: BoxOptions): void => {
    if (axis === 'x') k.box(0, -thick / 2, z, 1, thick, height, colour, options)
    else k.box(-thick / 2, 0, z, thick, 1, height, colour, options)
  }
  const opening = kind === 'window' ? window : kind === 'door' ? doors(colours.accent) : undefined
  const face: Decal = (w, h) => dado(colours)(w, h) + (opening?.(w, h) ?? '')
  const low = kind === 'low'
  const body: BoxOptions = {
    top: '#f4f8f9',
    rightRaw: mix(lighten(paint, -0.035), '#b9cdea', 0.22),
    edge: low ? 0.5 : 0.35,
    occlusion: 0.08,
  }
  if (!low) body[axis === 'x' ? 'front' : 'right'] = face
  slab(0, HEIGHT[kind], low ? '#e6edf0' : paint, THICK, body)
  if (kind === 'glass') glaze(k, axis, slab)
  return k
}

function glaze(
  k: Solid,
  axis: Wall['axis'],
  slab: (z: number, height: number, colour: Hex, thick: number, options: BoxOptions) => void,
): void {
  const [low, high] = [HEIGHT.glass, HEIGHT.glass + GLASS]
  slab(low, GLASS, '#bfe3f0', 0.03, { opacity: 0.22, edge: 0.9, occlusion: 0, shadow: false })
  const at = (along: number, z: number): V3 => (axis === 'x' ? [along, 0, z] : [0, along, z])
  k.rod(at(0, high), at(1, high), 1.8, '#dce8ed', { shadow: false })
  k.rod(at(0, low), at(0, high), 1.4, '#dce8ed', { shadow: false })
}

export const wallFrame = (wall: Pick<Wall, 'kind' | 'axis' | 'department'>): string =>
  `wall/${wall.kind}/${wall.axis}/${wall.department}`

/** A full wall stands at the back: its shadow would fall outside. */
export const castsShadow = (kind: WallKind): boolean => kind === 'half' || kind === 'low' || kind === 'glass'
