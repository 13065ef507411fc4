/**
 * Colour in OKLab, so that lighter means lighter to the eye and no mixture turns grey or muddy.
 * Matrices: B. Ottosson, "A perceptual color space for image processing" (2020).
 */
export type Hex = string
export type Lab = readonly [l: number, a: number, b: number]
export type Normal = readonly [x: number, y: number, z: number]

const toLinear = (channel: number): number => {
  const c = channel / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

const toByte = (linear: number): number => {
  const c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(Math.max(0, Math.min(1, c)) * 255)
}

const longHex = (hex: Hex): Hex => (hex.length === 4 ? `#${Array.from(hex.slice(1), (digit) => digit + digit).join('')}` : hex)

/** "#rgb" or "#rrggbb" to OKLab. */
export function toLab(hex: Hex): Lab {
  const n = Number.parseInt(longHex(hex).slice(1), 16)
  const [r, g, b] = [toLinear(n >> 16), toLinear((n >> 8) & 255), toLinear(n & 255)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** OKLab to "#rrggbb"; what lies outside sRGB is clipped. */
export function fromLab([L, a, b]: Lab): Hex {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`
}

/** `t` of the way from `from` to `to`. */
export function mix(from: Hex, to: Hex, t: number): Hex {
  const [a, b] = [toLab(from), toLab(to)]
  return fromLab([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t])
}

/** Lighter by `amount` of OKLab lightness (darker when negative). */
export function lighten(hex: Hex, amount: number): Hex {
  const [l, a, b] = toLab(hex)
  return fromLab([Math.min(0.995, l + amount), a, b])
}

/** Unit vector towards the lamp: from screen left, above, slightly in front. */
const LIGHT: Normal = [-0.46, 0.5, 0.73]
const WARM = '#fff6e0'
const SHADE = '#2c3f77'
const shaded = new Map<string, Hex>()

/**
 * Colour of a face from the colour of the thing and the face's unit normal: a little warmer in the light, cooler and bluer
 * in the shade. Tops +4 % lightness, left faces -3 %, right faces -13.5 % (art bible, section 3).
 */
export function shade(base: Hex, normal: Normal): Hex {
  const facing = Math.round((normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2]) * 60) / 60
  const key = `${base}${facing}`
  const known = shaded.get(key)
  if (known) return known
  const step = facing < 0.5 ? -0.135 + ((facing + 0.46) / 0.96) * 0.105 : -0.03 + ((facing - 0.5) / 0.23) * 0.07
  const lit = lighten(base, step)
  const result = step < 0 ? mix(lit, SHADE, Math.min(0.16, -step * 0.85)) : mix(lit, WARM, Math.min(0.25, step * 2.2))
  shaded.set(key, result)
  return result
}
