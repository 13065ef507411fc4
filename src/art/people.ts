/** People on the map: 2.9 heads high, legible by silhouette and the colour of what they wear. */
import { idsFrom, Solid, type Ids } from './solid/solid.ts'
import type { Appearance, Facing, Pose } from './people/appearance.ts'
import { Figure } from './people/figure.ts'
import { drawHead } from './people/head.ts'
import { drawArms, drawLegs } from './people/limbs.ts'
import { drawTorso } from './people/torso.ts'

/** Steps in one walking cycle. */
export const WALK_FRAMES = 6

/** SVG of a person, the point between their feet at the origin, 1x. */
export function person(look: Appearance, facing: Facing, pose: Pose = 'idle', ids: Ids = idsFrom('p')): string {
  const figure = new Figure(facing, pose, ids)
  drawLegs(figure, look)
  drawTorso(figure, look)
  drawArms(figure, look)
  drawNeckAndBackHair(figure, look)
  drawHead(figure, look)
  return figure.svg()
}

/** Sideways, deep, up, forward. */
type Slice = readonly [number, number, number, number]
const HANGING: Partial<Record<Appearance['style'], readonly Slice[]>> = {
  long: [
    [0.2, 0.09, 0.74, -0.12],
    [0.25, 0.14, 0.95, -0.1],
    [0.27, 0.2, 1.2, -0.05],
  ],
  bob: [
    [0.26, 0.2, 0.97, -0.05],
    [0.285, 0.235, 1.08, -0.03],
    [0.29, 0.25, 1.2, -0.02],
  ],
  hijab: [
    [0.2, 0.17, 0.8, -0.01],
    [0.215, 0.18, 0.9, 0],
    [0.23, 0.21, 1.02, 0],
    [0.25, 0.25, 1.16, 0],
  ],
}
/** Seen from the front, hair hangs behind the body. */
const BEHIND: Partial<Record<Appearance['style'], number>> = { long: -0.5, bob: -0.3, hijab: 0.12 }

function drawNeckAndBackHair(figure: Figure, look: Appearance): void {
  const z = figure.lift
  const cloth = look.cloth ?? look.hair
  const neck = figure.limb(
    [figure.at(figure.lean, 0, 0.9 + z), figure.at(figure.lean, 0, 1.02 + z)],
    6.5,
    look.style === 'hijab' ? cloth : look.skin,
  )
  figure.put(figure.at(0, 0, 0.9), neck, 0.02)
  const slices = HANGING[look.style]
  if (slices) {
    const volume = new Solid(1, 1, 0, figure.ids)
    volume.loft(
      slices.map(([rx, ry, up, forward]) => figure.ring(rx, ry, up + z, forward)),
      look.style === 'hijab' ? cloth : look.hair,
      { edge: 0, cap: false },
    )
    const bias = look.style === 'hijab' ? 0.12 : figure.facesCamera ? BEHIND[look.style]! : 0.35
    figure.put(figure.at(-0.1, 0, 1), volume.parts[0]!.svg, bias)
  }
  if (look.style === 'pony') {
    const tail = figure.limb(
      [figure.at(-0.27, 0, 1.27 + z), figure.at(-0.36, 0, 1.12 + z), figure.at(-0.3, 0, 0.93 + z)],
      8.5,
      look.hair,
    )
    figure.put(figure.at(-0.2, 0, 1), tail, figure.facesCamera ? -0.5 : 0.6)
  }
}

/** What a person leaves on the floor: a blot of few, even tones, because a packed picture keeps few of them. */
export const personShadow = (): string =>
  [
    [5, 0.6, 19, 8],
    [4, 0.5, 15.5, 6.6],
    [2.5, 0.3, 12, 5.2],
    [1.5, 0.1, 8.5, 3.8],
  ]
    .map(([x, y, rx, ry]) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#16234f" opacity=".075"/>`)
    .join('')
