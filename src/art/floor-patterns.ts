/** What a room's floor is laid with. Centimetres: 100 to a tile. */
import { lighten } from './colour.ts'
import { rect } from './decals.ts'
import type { DepartmentColours } from './palette.ts'
import type { FloorPattern, Rect } from './plan.ts'

type Lay = (rect: Rect, colours: DepartmentColours) => string

function checks(step: number, strength: number): Lay {
  return ([x, y, w, d], colours) => {
    let path = ''
    for (let i = 0; i < (w * 100) / step; i++)
      for (let j = 0; j < (d * 100) / step; j++)
        if ((i + j) % 2) path += `M${x * 100 + i * step} ${y * 100 + j * step}h${step}v${step}h${-step}z`
    return `<path d="${path}" fill="${colours.alt}" opacity="${strength}"/>`
  }
}

const planks: Lay = ([x, y, w, d], { floor, alt }) => {
  const woods = [alt, lighten(alt, 0.012), lighten(floor, -0.005), lighten(alt, -0.012)]
  let svg = ''
  for (let j = 0; j < d * 4; j++) {
    for (let i = -1; i < w; i++) {
      const start = x * 100 + i * 160 + (j % 4) * 40
      const [from, to] = [Math.max(x * 100, start), Math.min((x + w) * 100, start + 160)]
      if (to > from) svg += rect(from, y * 100 + j * 25, to - from, 25, woods[(i * 3 + j * 7 + 30) % 4]!, 0, 'opacity=".85"')
    }
    svg += rect(x * 100, y * 100 + j * 25, w * 100, 1, '#8a5a2e', 0, 'opacity=".14"')
  }
  return svg
}

/** Panels that can be lifted, every fifth with slots for cool air. */
const raised: Lay = ([x, y, w, d], { alt }) => {
  let svg = ''
  for (let i = 0; i < w; i++) {
    for (let j = 0; j < d; j++) {
      const vent = (i * 7 + j * 3) % 5 === 0
      const [px, py] = [(x + i) * 100, (y + j) * 100]
      svg += rect(px + 2, py + 2, 96, 96, vent ? lighten(alt, -0.05) : alt, 0, 'opacity=".9"')
      if (vent)
        for (let slot = 0; slot < 6; slot++) svg += rect(px + 14, py + 16 + slot * 12, 72, 5, '#5a6d84', 0, 'opacity=".35"')
    }
  }
  return svg
}

const vinyl: Lay = ([x, y, w, d], { accent }) =>
  `<rect x="${x * 100 + 22}" y="${y * 100 + 22}" width="${w * 100 - 44}" height="${d * 100 - 44}" rx="20" fill="none" stroke="${accent}" stroke-opacity=".32" stroke-width="7"/>`

const carpet: Lay = ([x, y, w, d], { alt }) => {
  let svg = ''
  for (let i = 0; i < w * 2; i++)
    for (let j = 0; j < d * 2; j++)
      svg += rect(x * 100 + i * 50 + 6, y * 100 + j * 50 + 6, 38, 38, alt, 6, `opacity="${(i + j) % 2 ? 0.7 : 0.4}"`)
  return svg
}

const PATTERNS: Record<FloorPattern, Lay> = {
  tile: checks(100, 0.8),
  small: checks(50, 0.6),
  plank: planks,
  raised,
  vinyl,
  carpet,
  plain: () => '',
}

export const layFloor = (pattern: FloorPattern, area: Rect, colours: DepartmentColours): string =>
  rect(area[0] * 100, area[1] * 100, area[2] * 100, area[3] * 100, colours.floor) + PATTERNS[pattern](area, colours)
