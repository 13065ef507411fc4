import { lighten, shade } from '../colour.ts'
import { C } from '../palette.ts'
import { between, projectPoint, type V3 } from '../projection.ts'
import { circle } from '../decals.ts'
import type { Appearance } from './appearance.ts'
import { patch, ribbon, type Figure } from './figure.ts'

const HIGH_VISIBILITY = '#f4e04a'
const SIDES = [-1, 1] as const
const turn = 2 * Math.PI

export function drawLegs(figure: Figure, look: Appearance): void {
  const hipHeight = 0.5 + figure.lift
  for (const side of SIDES) {
    const phase = (figure.step ?? 0) + (side > 0 ? 0 : 0.5)
    const stride = figure.step === null ? 0 : 0.16 * Math.cos(turn * phase)
    const raise = figure.step === null ? 0 : Math.max(0, -Math.sin(turn * phase)) * 0.1
    const across = side * 0.085
    const hip = figure.at(figure.seated ? -0.02 : 0, across, hipHeight)
    const footHeight = look.wheelchair ? 0.17 : 0.1
    const knee = figure.seated
      ? figure.at(0.27, across, hipHeight - 0.01)
      : figure.at(stride * 0.5 + 0.02 + raise * 0.7, across, (hipHeight + 0.065 + raise) / 2 + 0.01)
    const foot = figure.seated ? figure.at(0.33, across, footHeight) : figure.at(stride, across, 0.065 + raise)
    const shoe = figure.limb(
      [step(figure, foot, -0.02, -0.015), step(figure, foot, 0.085, raise > 0.02 ? -0.04 : -0.02)],
      7.2,
      look.shoes ?? C.char,
    )
    const leg = look.skirt
      ? figure.limb([knee, foot], 5, look.skin)
      : figure.limb([hip, knee, foot], 6.6, look.gown ? look.skin : look.legs)
    figure.put([(hip[0] + foot[0]) / 2, (hip[1] + foot[1]) / 2, 0.25], figure.facesCamera ? leg + shoe : shoe + leg, -0.2)
  }
}

const step = (figure: Figure, [x, y, z]: V3, forward: number, up: number): V3 => [
  x + figure.forward[0] * forward,
  y + figure.forward[1] * forward,
  z + up,
]

interface Arm {
  /** Forward of the hand and of the elbow. */
  hand: number
  elbow: number
  handHeight: number
  handAside: number
}

function armOf(figure: Figure, look: Appearance, side: 1 | -1): Arm {
  if (figure.push !== null) {
    const swing = Math.cos(turn * figure.push)
    return { hand: 0.06 + 0.13 * swing, elbow: -0.1 + 0.05 * swing, handHeight: 0.5 + 0.02 * Math.abs(swing), handAside: 0.26 }
  }
  if (figure.seated) return { hand: 0.2, elbow: -0.01, handHeight: 0.52, handAside: 0.14 }
  if (figure.step !== null) {
    const swing = Math.cos(turn * (figure.step + (side > 0 ? 0.5 : 0)))
    const hand = 0.16 * swing + 0.02
    return {
      hand,
      elbow: hand * 0.35 - 0.03,
      handHeight: 0.48 + 0.04 * Math.abs(swing) * (swing > 0 ? 1.6 : 0.6),
      handAside: 0.205,
    }
  }
  if (look.tablet) return { hand: 0.2, elbow: 0.02, handHeight: 0.66, handAside: 0.09 }
  return { hand: 0.02, elbow: -0.01, handHeight: 0.47, handAside: 0.205 }
}

export function drawArms(figure: Figure, look: Appearance): void {
  for (const side of SIDES) {
    const arm = armOf(figure, look, side)
    const shoulder = figure.at(figure.lean, side * 0.178, 0.875 + figure.lift)
    const elbow = figure.at(arm.elbow, side * 0.215, 0.68 + figure.lift)
    const hand = figure.at(arm.hand, side * arm.handAside, arm.handHeight + figure.lift)
    const cloth = look.coat ?? look.top
    let svg = drawHand(hand, look)
    if (look.shortSleeves)
      svg +=
        figure.limb([shoulder, elbow, hand], 4.5, look.skin) + figure.limb([shoulder, between(shoulder, elbow, 0.75)], 6, cloth)
    else svg += figure.limb([shoulder, elbow, between(elbow, hand, 0.82)], 5.6, cloth)
    if (look.highVisibility)
      svg += ribbon(figure.flat([between(shoulder, elbow, 0.86), between(shoulder, elbow, 0.98)]), HIGH_VISIBILITY, 4.6)
    const towardsCamera = (figure.right[0] + figure.right[1]) * side > 0 ? 0.1 : -0.1
    figure.put(between(shoulder, hand, 0.5), svg, towardsCamera + (arm.hand > 0.1 && figure.facesCamera ? 0.1 : 0))
  }
  if (look.tablet && figure.step === null && !figure.seated) drawTablet(figure)
}

function drawHand(hand: V3, look: Appearance): string {
  const [x, y] = projectPoint(hand)
  return (
    circle(x, y, 3.1, shade(look.skin, [0.2, 0.4, 0.3])) +
    circle(x - 0.6, y - 0.6, 1.9, shade(look.skin, [0, 0.4, 0.8]), 'opacity=".6"')
  )
}

function drawTablet(figure: Figure): void {
  const z = figure.lift
  const corners = figure.flat([
    figure.at(0.24, -0.11, 0.62 + z),
    figure.at(0.24, 0.11, 0.62 + z),
    figure.at(0.17, 0.11, 0.78 + z),
    figure.at(0.17, -0.11, 0.78 + z),
  ])
  const back = patch(corners, C.char, `stroke="${C.char}" stroke-width="1.4" stroke-linejoin="round"`)
  figure.put(
    figure.at(0.2, 0, 0.7),
    figure.facesCamera ? back + patch(corners, lighten(C.slate, 0.08), 'opacity=".35"') : back + patch(corners, '#dff3fb'),
    figure.facesCamera ? 0.3 : -0.3,
  )
}
