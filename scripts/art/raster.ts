/** SVG to pixels. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const FONT = join('.cache', 'nunito-800.ttf')

/** Letters on signs are drawn with Nunito; resvg reads no woff2. */
export async function prepareFont(): Promise<void> {
  if (existsSync(FONT)) return
  const woff2 = readFileSync(require.resolve('@fontsource/nunito/files/nunito-latin-800-normal.woff2'))
  const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
  mkdirSync(dirname(FONT), { recursive: true })
  writeFileSync(FONT, await subsetFont(woff2, letters, { targetFormat: 'truetype' }))
}

export interface Raster {
  w: number
  h: number
  /** RGBA, not premultiplied. */
  data: Buffer
}

/** Draws a window of SVG user space. */
export function rasterize(body: string, window: { x: number; y: number; w: number; h: number }, scale: number): Raster {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${window.w}" height="${window.h}" viewBox="${window.x} ${window.y} ${window.w} ${window.h}">${body}</svg>`
  const rendered = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Nunito' },
    shapeRendering: 2,
    textRendering: 1,
  }).render()
  return { w: rendered.width, h: rendered.height, data: straighten(rendered.pixels) }
}

/** resvg gives premultiplied colours; the rest of the world wants them straight. */
function straighten(pixels: Buffer): Buffer {
  const data = Buffer.from(pixels)
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]!
    if (alpha === 0 || alpha === 255) continue
    for (let channel = i; channel < i + 3; channel++) data[channel] = Math.min(255, Math.round((data[channel]! * 255) / alpha))
  }
  return data
}

/** Cuts away what is empty; tells how much was cut left and above. Null when nothing was drawn. */
export function trim(image: Raster): (Raster & { left: number; top: number }) | null {
  let [left, top, right, bottom] = [image.w, image.h, -1, -1]
  for (let y = 0; y < image.h; y++) {
    for (let x = 0; x < image.w; x++) {
      if (image.data[(y * image.w + x) * 4 + 3]! <= 3) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  if (right < 0) return null
  return { ...crop(image, left, top, right - left + 1, bottom - top + 1), left, top }
}

export function crop(image: Raster, x: number, y: number, w: number, h: number): Raster {
  const data = Buffer.alloc(w * h * 4)
  for (let row = 0; row < h; row++)
    image.data.copy(data, row * w * 4, ((y + row) * image.w + x) * 4, ((y + row) * image.w + x + w) * 4)
  return { w, h, data }
}
