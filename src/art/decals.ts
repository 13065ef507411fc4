/** Flat drawing in SVG, for what lies on a face: centimetres (100 to a tile), u to the right, v down. */
import { round } from './projection.ts'
import { C, SCREEN } from './palette.ts'

/** Draws on a face of the given size. */
export type Decal = (width: number, height: number) => string

export const rect = (x: number, y: number, w: number, h: number, fill: string, radius = 0, more = ''): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${radius ? ` rx="${radius}"` : ''} fill="${fill}"${more && ` ${more}`}/>`

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"${more && ` ${more}`}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${more && ` ${more}`}/>`

export const shape = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`

export const line = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`

export const text = (x: number, y: number, size: number, words: string, fill = '#fff', more = ''): string =>
  `<text x="${round(x)}" y="${round(y)}" font-family="Nunito" font-weight="800" font-size="${size}" fill="${fill}" text-anchor="middle"${more && ` ${more}`}>${words}</text>`

/** A plus, never red on white. */
export function plus(x: number, y: number, size: number, fill: string): string {
  const third = round(size / 3)
  return `<path d="M${round(x - size / 6)} ${round(y - size / 2)}h${third}v${third}h${third}v${third}h${-third}v${third}h${-third}v${-third}h${-third}v${-third}h${third}z" fill="${fill}"/>`
}

export const each = (count: number, draw: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join('')

/** One heartbeat, `width` long. */
export const heartbeat = (x: number, y: number, width: number, colour: string): string => {
  const u = (share: number): number => round(width * share)
  return line(
    `M${x} ${round(y)}h${u(0.2)}l${u(0.04)} -5l${u(0.05)} 5h${u(0.06)}l${u(0.04)} 4l${u(0.05)} -24l${u(0.06)} 28l${u(0.05)} -8h${u(0.1)}l${u(0.06)} -7l${u(0.07)} 7h${u(0.16)}`,
    colour,
    2.6,
  )
}

/** A small repeatable dice for patterns: same seed, same shelf. */
export function dice(seed: number): () => number {
  let state = seed * 9301 + 7
  return () => (state = (state * 9301 + 49297) % 233280) / 233280
}

export type ScreenKind = 'form' | 'vitals' | 'xray' | 'code' | 'chart' | 'fundus'

const screens: Record<ScreenKind, Decal> = {
  form: (w, h) =>
    rect(6, 6, w * 0.34, h - 12, '#1d4a60', 1.5) +
    rect(w * 0.44, 7, w * 0.46, 4, C.sky, 1.5) +
    rect(w * 0.44, 15, w * 0.36, 3, '#5b8ea8', 1.5) +
    rect(w * 0.44, 21, w * 0.42, 3, '#5b8ea8', 1.5) +
    rect(w * 0.44, h - 15, w * 0.2, 7, C.teal, 2),
  vitals: (w, h) => {
    const inner = w - 8
    const wave = round(inner * 0.1)
    const swell = round(inner * 0.2)
    return (
      heartbeat(4, h * 0.33, inner * 0.95, SCREEN.green) +
      line(`M4 ${round(h * 0.6)}q${wave} -14 ${swell} 0t${swell} 0t${swell} 0t${swell} 0`, SCREEN.blue, 2.4) +
      line(`M4 ${round(h * 0.82)}q${round(inner * 0.15)} -8 ${round(inner * 0.3)} 0t${round(inner * 0.3)} 0`, SCREEN.sun, 2.2) +
      rect(w - 16, 7, 10, 7, SCREEN.green, 1) +
      rect(w - 16, h * 0.45, 10, 6, SCREEN.blue, 1)
    )
  },
  xray: (w, h) =>
    rect(4, 4, w - 8, h - 8, '#0b1420', 1) +
    `<g transform="translate(${w / 2} ${h / 2}) scale(${h / 100})">${ribs('#cfe2ee')}</g>`,
  fundus: (w, h) =>
    rect(4, 4, w - 8, h - 8, '#0b1420', 1) +
    circle(w / 2, h / 2, h * 0.38, '#c9622f') +
    circle(w / 2, h / 2, h * 0.3, '#dd7f3f') +
    circle(w / 2 + h * 0.16, h / 2 - 2, h * 0.08, '#fbe3a2') +
    line(
      `M${w / 2 + h * 0.16} ${h / 2}q${-h * 0.1} ${-h * 0.24} ${-h * 0.38} ${-h * 0.2}M${w / 2 + h * 0.16} ${h / 2}q${-h * 0.1} ${h * 0.26} ${-h * 0.38} ${h * 0.2}`,
      '#9c3a22',
      1.6,
    ),
  code: (w, h) =>
    each(6, (i) =>
      rect(
        7 + (i % 3) * 5,
        7 + (i * (h - 12)) / 6.2,
        w * (0.25 + 0.1 * ((i * 7) % 4)),
        3.2,
        [SCREEN.green, C.sky, SCREEN.sun, SCREEN.pink][i % 4]!,
        1.5,
      ),
    ),
  chart: (w, h) => {
    const bar = (w - 14) / 5
    const colours = [SCREEN.blue, SCREEN.green, SCREEN.sun, C.coral, C.lilac]
    return [0.35, 0.6, 0.45, 0.8, 0.65]
      .map((v, i) => rect(8 + i * bar, h - 7 - v * (h - 16), bar - 3, v * (h - 16), colours[i]!, 1))
      .join('')
  },
}

/** Ribs and spine about the origin, 70 high. */
export const ribs = (colour: string): string =>
  `<g fill="none" stroke="${colour}" stroke-linecap="round"><path d="M0 -38V36" stroke-width="6" opacity=".8"/><path d="M-7 -34C-28 -30 -34 0 -30 30M7 -34C28 -30 34 0 30 30" stroke-width="3.4"/><path d="M-5 -20q-14 -6 -22 6M5 -20q14 -6 22 6M-5 -6q-16 -6 -25 8M5 -6q16 -6 25 8M-5 8q-16 -6 -26 8M5 8q16 -6 26 8M-5 20q-16 -6 -26 8M5 20q16 -6 26 8" stroke-width="2.2" opacity=".75"/></g>`

/** A lit screen in a dark frame, with a gleam. */
export const screen =
  (kind: ScreenKind): Decal =>
  (w, h) =>
    rect(0, 0, w, h, SCREEN.frame, 3) +
    rect(3, 3, w - 6, h - 6, SCREEN.ground, 2) +
    screens[kind](w, h) +
    shape(`M3 3H${round(w * 0.55)}L${round(w * 0.3)} ${round(h - 3)}H3z`, '#fff', 'opacity=".07"')

/** Lines of writing on a sheet of paper. */
export const writing =
  (lines: number): Decal =>
  (w) =>
    each(lines, (i) => rect(4, 5 + i * 6, w - 10, 2, '#9fb2be', 1))

/** Drawers, one above the other. */
export const drawers =
  (count: number): Decal =>
  (w, h) =>
    each(
      count,
      (i) =>
        rect(4, 4 + (i * (h - 4)) / count, w - 8, (h - 4) / count - 4, '#1d2f5c', 2, 'opacity=".08"') +
        rect(w * 0.35, 8 + (i * (h - 4)) / count, w * 0.3, 2.6, '#8fa3b0', 1),
    )
