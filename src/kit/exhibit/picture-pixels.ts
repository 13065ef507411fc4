/** Pixels of a picture for a canvas, with brightness and contrast as a reader would set them. Pure. */
import type { Exhibit } from '../../core/verdict.ts'

export type PictureData = Extract<Exhibit, { kind: 'picture' }>

/** What is shown of the range of light: `level` its middle, `width` how much of it, both shares of all light (0 to 1). */
export interface LightWindow {
  level: number
  width: number
}

export const WHOLE_RANGE: LightWindow = { level: 0.5, width: 1 }

/** Four bytes a pixel. Light below the window is black, above it white, evenly spread in between. */
export function rgbaOf({ width, height, channels, pixels }: PictureData, { level, width: range }: LightWindow = WHOLE_RANGE): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(width * height * 4)
  const low = (level - range / 2) * 255
  const gain = 1 / Math.max(range, 0.01)
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = ((pixels[i * channels + (channels === 3 ? c : 0)] ?? 0) - low) * gain
    rgba[i * 4 + 3] = 255
  }
  return rgba
}

/** Part of the picture that is looked at: its middle in shares of the picture, and how many times it is enlarged. */
export interface Look {
  x: number
  y: number
  zoom: number
}

export const MOST_ZOOM = 8
export const WHOLE_PICTURE: Look = { x: 0.5, y: 0.5, zoom: 1 }

/** Zoom and middle within their bounds: nothing beside the picture is ever shown. */
export function lookWithin({ x, y, zoom }: Look): Look {
  const held = Math.min(MOST_ZOOM, Math.max(1, zoom))
  const half = 0.5 / held
  const inside = (at: number) => Math.min(1 - half, Math.max(half, at))
  return { x: inside(x), y: inside(y), zoom: held }
}

/** Zoom so that the point under the hand stays where it is. `at` in shares of the frame. */
export function zoomAt(look: Look, zoom: number, at: { x: number; y: number }): Look {
  const held = Math.min(MOST_ZOOM, Math.max(1, zoom))
  const move = (middle: number, point: number) => middle + (point - 0.5) * (1 / look.zoom - 1 / held)
  return lookWithin({ x: move(look.x, at.x), y: move(look.y, at.y), zoom: held })
}
