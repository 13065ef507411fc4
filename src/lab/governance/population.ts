/** From what a trainer knows of a tool (how often, how well) to log-odds: nobody should have to search for a constant. */
import { sigmoid } from '../../core/rng.ts'

/** Log-odds of an outcome: an intercept, a weight for each measurement (standard normal), one for those in the group. */
export interface Odds {
  intercept: number
  weights: readonly number[]
  group: number
}

interface Wanted {
  weights: readonly number[]
  group: number
  /** Share of people in the group. */
  share: number
  /** Share with the outcome. */
  rate: number
}

const REACH = 6
const STEPS = 121
const HALVINGS = 50

/** Values of the score without its intercept, with how common each is: two bells, one of them for the group. */
function scoresOf({ weights, group, share }: Omit<Wanted, 'rate'>): { at: number; mass: number }[] {
  const sd = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
  const bell = Array.from({ length: STEPS }, (_, i) => -REACH + (2 * REACH * i) / (STEPS - 1))
  const total = bell.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0)
  return [{ centre: 0, of: 1 - share }, { centre: group, of: share }].flatMap(({ centre, of }) => bell.map((z) => ({ at: centre + sd * z, mass: (of * Math.exp((-z * z) / 2)) / total })))
}

/** The intercept with which so many have the outcome, found by halving. */
export function interceptFor(wanted: Wanted): number {
  const scores = scoresOf(wanted)
  return halved(-30, 30, (middle) => scores.reduce((sum, { at, mass }) => sum + mass * sigmoid(middle + at), 0) < wanted.rate)
}

/** AUROC of the true risk itself: the best that anybody could do with these measurements. */
export function aucOf(wanted: Wanted): number {
  const intercept = interceptFor(wanted)
  let [below, pairs, yes] = [0, 0, 0]
  for (const { at, mass } of scoresOf(wanted).sort((a, b) => a.at - b.at)) {
    const p = sigmoid(intercept + at)
    pairs += mass * p * (below + (mass * (1 - p)) / 2)
    below += mass * (1 - p)
    yes += mass * p
  }
  return pairs / (yes * (1 - yes))
}

/** By how much all weights grow together until risks can tell so well. */
export function scaleFor(wanted: Wanted, auc: number): number {
  return halved(0, 20, (scale) => aucOf({ ...wanted, weights: wanted.weights.map((weight) => weight * scale), group: wanted.group * scale }) < auc)
}

function halved(from: number, to: number, tooSmall: (middle: number) => boolean): number {
  let [low, high] = [from, to]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (tooSmall(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
