/** Does what is promised happen? The two figures that say so for a month of risks and outcomes. */
import { fitLogistic } from '../ml/logistic.ts'

const EDGE = 1e-6

export interface Recalibration {
  /** People the tool expected to have the outcome, and people who had it. */
  promised: number
  happened: number
  /** happened / promised; 1 is right in the large. Null when nothing was promised. */
  ratio: number | null
  /** Slope of the outcome on the log-odds of the risk (Cox 1958): 1 is right, under 1 says too much. Null without two kinds of outcome. */
  slope: number | null
}

export function logit(risk: number): number {
  const p = Math.min(1 - EDGE, Math.max(EDGE, risk))
  return Math.log(p / (1 - p))
}

/**
 * Cox, "Two further applications of a model for binary regression", Biometrika 45 (1958) 562-565: logit P(y) = α + β · logit(risk).
 * `rows` are the rows to count, all of them when left out; `y` is 0/1.
 */
export function recalibrate(risks: Float64Array, y: Uint8Array, rows?: readonly number[]): Recalibration {
  const at = rows ?? Array.from(risks.keys())
  let [promised, happened] = [0, 0]
  for (const i of at) {
    promised += risks[i] as number
    happened += y[i] as number
  }
  const x = Float64Array.from(at, (i) => logit(risks[i] as number))
  const outcome = Uint8Array.from(at, (i) => y[i] as number)
  const told = happened > 0 && happened < at.length && x.some((value) => value !== x[0])
  return {
    promised, happened,
    ratio: promised > 0 ? happened / promised : null,
    slope: told ? (fitLogistic(x, 1, outcome, { l2: 0 }).coefficients[0] ?? null) : null,
  }
}
