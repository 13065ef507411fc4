/** Windpipe and lung vessels. Vessels leave the root of each lung and part again and again; where they end before the ribs, the lung does. */
import { Rng } from '../../core/rng.ts'
import type { ChestPlan, ChestSubject, FilmPlanes } from './chest-plan.ts'
import { Layer, type Place, rod } from './chest-strokes.ts'
import { between, smoothStep } from './raster.ts'

/** Air in the windpipe, its two branches and the stomach: dark. */
export function layAirways(rng: Rng, plan: ChestPlan, subject: ChestSubject, { stop }: FilmPlanes): void {
  const layer = new Layer(plan)
  const { size, turn } = plan
  // A large collection of water pushes the windpipe to the other side.
  const pushed = subject.finding === 'effusion' ? -plan.sign * 0.035 * subject.severity : subject.finding === 'pneumothorax' ? -plan.sign * 0.03 * subject.severity : 0
  const x = turn + between(rng, -0.012, 0.016) + pushed
  layer.tube([[x * 0.6, -0.02], [x * 0.8, 0.12], [x, 0.24], [x - 0.004, 0.345]], 0.043, 0.041, rod(0.2))
  layer.tube([[x - 0.005, 0.34], [x - 0.06, 0.385], [x - 0.13, 0.43], [x - 0.17, 0.47]], 0.031, 0.018, rod(0.1))
  layer.tube([[x, 0.34], [x + 0.09, 0.395], [x + 0.18, 0.43]], 0.029, 0.018, rod(0.1))
  const bubble = { u: between(rng, 0.3, 0.42), v: plan.dome(0.36) + between(rng, 0.075, 0.1), ru: between(rng, 0.08, 0.15), rv: between(rng, 0.03, 0.05) }
  for (let y = 0; y < size; y++) {
    const dv = (y / size - bubble.v) / (y / size < bubble.v ? bubble.rv * 1.2 : bubble.rv)
    if (dv * dv >= 1) continue
    for (let at = y * size, k = 0; k < size; k++) {
      const q = (((k / size) * 2 - 1 - bubble.u) / bubble.ru) ** 2 + dv * dv
      if (q < 1) layer.stop[at + k] = Math.max(layer.stop[at + k] as number, 0.2 * Math.sqrt(1 - q))
    }
  }
  layer.addTo(stop, 1.2, -0.9)
}

interface Branch {
  u: number
  v: number
  angle: number
  radius: number
  length: number
  /** How often it may still part. */
  parts: number
}

const PIECES = 5
const TREES = 9

class Trees {
  private readonly layer: Layer

  constructor(layer: Layer) {
    this.layer = layer
  }

  grow(rng: Rng, branch: Branch): void {
    let { u, v, angle } = branch
    const stops = rod(0.14 * (branch.radius / 0.03) ** 0.72)
    for (let k = 0; k < PIECES; k++) {
      const next: Place = [u + (Math.cos(angle) * branch.length) / PIECES, v + (Math.sin(angle) * branch.length * 0.55) / PIECES]
      const radius = [branch.radius * (1 - (0.42 * k) / PIECES), branch.radius * (1 - (0.42 * (k + 1)) / PIECES)] as const
      this.layer.piece([u, v], next, radius, stops)
      ;[u, v] = next
      angle += rng.normal() * 0.12
    }
    this.part(rng, branch, { u, v, angle })
  }

  private part(rng: Rng, branch: Branch, tip: Pick<Branch, 'u' | 'v' | 'angle'>): void {
    const { parts, radius, length } = branch
    if (parts > 0 && radius > 0.0026) {
      const n = rng.uniform() < 0.3 ? 3 : 2
      for (let k = 0; k < n; k++) {
        const turned = tip.angle + (k - (n - 1) / 2) * between(rng, 0.5, 0.9) + rng.normal() * 0.12
        this.grow(rng, { u: tip.u, v: tip.v, angle: turned, radius: radius * between(rng, 0.56, 0.74), length: length * between(rng, 0.7, 0.88), parts: parts - 1 })
      }
    }
    if (parts > 1 && rng.uniform() < 0.75) {
      const turned = branch.angle + (rng.bern(0.5) ? -1 : 1) * between(rng, 0.6, 1.1)
      this.grow(rng, { u: branch.u + Math.cos(branch.angle) * length * 0.5, v: branch.v + Math.sin(branch.angle) * length * 0.27, angle: turned, radius: radius * 0.5, length: length * 0.7, parts: parts - 2 })
    }
  }
}

/** Vessels show only where there is air round them, and none beyond the border of a fallen lung. */
export function layVessels(plan: ChestPlan, subject: ChestSubject, planes: FilmPlanes): void {
  const layer = new Layer(plan)
  const trees = new Trees(layer)
  // On the small copy that a computer looks at, the finest generations are less than grain.
  const generations = plan.size > 128 ? 4 : 1
  for (const side of [-1, 1] as const) {
    const root: Place = [side * (side < 0 ? 0.165 : 0.19) + plan.turn * 0.6, side < 0 ? 0.445 : 0.415]
    for (let k = 0; k < TREES; k++) {
      const rng = new Rng(`${subject.seed}/vessel/${side}/${k}`)
      const angle = side < 0 ? Math.PI + 1.25 - k * 0.34 : -1.25 + k * 0.34
      trees.grow(rng, { u: root[0] + rng.normal() * 0.01, v: root[1] + (k - 4) * 0.012, angle, radius: between(rng, 0.016, 0.024), length: between(rng, 0.13, 0.19), parts: generations })
    }
    layer.tube([[root[0], root[1] - 0.02], [root[0] + side * 0.03, root[1] + 0.05], [root[0] + side * 0.055, root[1] + 0.13], [root[0] + side * 0.09, root[1] + 0.2]], 0.03, 0.012, rod(0.11))
    layer.tube([[root[0] - side * 0.02, root[1]], [root[0] + side * 0.03, root[1] - 0.05], [root[0] + side * 0.06, root[1] - 0.11]], 0.024, 0.012, rod(0.09))
  }
  const { size, turn } = plan
  const walls = Float64Array.from({ length: size }, (_, y) => plan.wall(y / size))
  const strong = (subject.finding === 'oedema' ? 1.25 : 1) * (1 - 0.45 * subject.emptied)
  const air = subject.finding === 'pneumothorax'
  layer.addTo(planes.stop, 0.7, (at) => {
    if (!planes.cavity[at] || (air && planes.found[at])) return 0
    const out = Math.abs(((at % size) / size) * 2 - 1 - turn * 0.4)
    const inLung = planes.heart[at] ? 0.14 : planes.lung[at] ? 1 : 0.12
    return strong * inLung * smoothStep(0.02, 0.14, (walls[Math.floor(at / size)] as number) - out)
  })
}
