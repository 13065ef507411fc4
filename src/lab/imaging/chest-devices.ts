/** What people carry in and on them, and what is put there: a film of somebody ill is rarely a film of a body alone. */
import type { ChestDevice, ChestPlan } from './chest-plan.ts'
import { type Place } from './chest-strokes.ts'
import { eachPixelOf } from './raster.ts'

/** Metal and plastic are laid on as they are, sharp; `there` is set where they lie. */
export interface DevicePlanes {
  stop: Float32Array
  there: Uint8Array
}

interface Bench extends DevicePlanes {
  plan: ChestPlan
}

export function layDevices(devices: readonly ChestDevice[], plan: ChestPlan): DevicePlanes {
  const n = plan.size * plan.size
  const planes = { stop: new Float32Array(devices.length > 0 ? n : 0), there: new Uint8Array(devices.length > 0 ? n : 0) }
  for (const device of devices) LAY[device]({ ...planes, plan })
  return planes
}

const LAY: Readonly<Record<ChestDevice, (bench: Bench) => void>> = {
  pacemaker(bench) {
    eachPixel(bench, (at, u, v) => {
      const [x, y] = [(u - 0.47) / 0.095, (v - 0.215) / 0.05]
      if (Math.abs(x) < 1 && Math.abs(y) < 1 && Math.abs(x) ** 3 + Math.abs(y) ** 3 < 1) put(bench, at, y < -0.45 ? 0.5 : 0.95)
    })
    wire(bench, [[0.42, 0.18], [0.33, 0.16], [0.2, 0.2], [0.06, 0.24], [-0.05, 0.33], [-0.07, 0.48], [0, 0.62], [0.14, 0.7], [0.22, 0.735]], 1.5, 0.5)
    wire(bench, [[0.42, 0.185], [0.32, 0.175], [0.18, 0.215], [0.03, 0.27], [-0.06, 0.4], [-0.1, 0.52], [-0.07, 0.57], [-0.12, 0.56]], 1.4, 0.5)
  },
  leads(bench) {
    for (const [u, v, away] of [[-0.4, 0.24, -0.2], [0.42, 0.22, 0.3], [0.5, 0.66, 0.7]] as const) {
      eachPixel(bench, (at, x, y) => {
        const out = Math.sqrt(((x - u) / 2) ** 2 + (y - v) ** 2) / 0.017
        if (out < 1) put(bench, at, out < 0.42 ? 0.6 : 0.22)
      })
      wire(bench, [[u, v], [u + away * 0.1, v + 0.12], [u * 0.7 + away * 0.2, v + 0.3], [away, 1.02]], 0.95, 0.22)
    }
  },
  'feeding tube': (bench) => wire(bench, [[bench.plan.turn + 0.02, -0.01], [bench.plan.turn + 0.02, 0.2], [0.03, 0.45], [0.06, 0.7], [0.18, 0.82], [0.33, 0.87]], 1.7, 0.16),
  'chest drain'(bench) {
    const s = bench.plan.sign
    wire(bench, [[s, 0.6], [s * 0.78, 0.58], [s * 0.6, 0.45], [s * 0.48, 0.28], [s * 0.36, 0.17]], 2.6, 0.2)
  },
  'sternal wires'(bench) {
    for (let k = 0; k < 5; k++) {
      const v = 0.3 + k * 0.075
      wire(bench, [[-0.022, v], [-0.02, v - 0.014], [0.02, v - 0.014], [0.022, v], [0, v + 0.008], [-0.022, v]], 1, 0.4)
    }
  },
}

function put({ stop, there }: DevicePlanes, at: number, value: number): void {
  stop[at] = Math.max(stop[at] as number, value)
  there[at] = 1
}

function eachPixel({ plan: { size } }: Bench, paint: (at: number, u: number, v: number) => void): void {
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) paint(y * size + x, (x / size) * 2 - 1, y / size)
}

const BENDS = 12

/** A smooth line through places (Catmull and Rom 1974). `radius` in units of the drawing. */
function wire(bench: Bench, places: readonly Place[], radius: number, value: number): void {
  const { plan: { size, unit } } = bench
  const at = (i: number) => places[Math.min(places.length - 1, Math.max(0, i))] as Place
  const thick = Math.max(0.5, radius * unit)
  let before = onFilm(at(0), size)
  for (let k = 0; k < places.length - 1; k++) {
    for (let step = 1; step <= BENDS; step++) {
      const t = step / BENDS
      const along = (axis: 0 | 1) => 0.5 * (2 * at(k)[axis] + (at(k + 1)[axis] - at(k - 1)[axis]) * t
        + (2 * at(k - 1)[axis] - 5 * at(k)[axis] + 4 * at(k + 1)[axis] - at(k + 2)[axis]) * t * t
        + (3 * at(k)[axis] - at(k - 1)[axis] - 3 * at(k + 1)[axis] + at(k + 2)[axis]) * t ** 3)
      const here = onFilm([along(0), along(1)], size)
      eachPixelOf({ width: size, height: size }, { from: before, to: here, radius: [thick, thick] }, (pixel) => put(bench, pixel, value))
      before = here
    }
  }
}

function onFilm([u, v]: Place, size: number): readonly [number, number] {
  return [((u + 1) * size) / 2, v * size]
}
