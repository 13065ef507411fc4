/**
 * The sky behind the island: a gradient from top to bottom. Drawn as a picture it would cost as much as all the rest; as a stack
 * of cleared bands, one shade of the screen each, it costs next to nothing.
 */
export type Rgb = readonly [r: number, g: number, b: number]

/** Backdrop of the art bible. */
export const SKY_TOP: Rgb = [0xd7, 0xec, 0xf3]
export const SKY_BOTTOM: Rgb = [0xf6, 0xea, 0xd8]

export interface SkyBand {
  /** Pixels from the bottom, as WebGL counts. */
  bottom: number
  height: number
  color: Rgb
}

/** As many bands as the two colours have shades between them, and no more than pixels. */
export function skyBands(height: number, top: Rgb = SKY_TOP, bottom: Rgb = SKY_BOTTOM): SkyBand[] {
  const shades = Math.max(1, ...top.map((value, i) => Math.abs(value - bottom[i]!)))
  const count = Math.max(1, Math.min(shades, height))
  const edge = (i: number): number => Math.round((i * height) / count)
  return Array.from({ length: count }, (_, i) => {
    const share = count === 1 ? 0 : i / (count - 1)
    const mix = (k: 0 | 1 | 2): number => (bottom[k] + (top[k] - bottom[k]) * share) / 255
    return { bottom: edge(i), height: edge(i + 1) - edge(i), color: [mix(0), mix(1), mix(2)] }
  })
}
