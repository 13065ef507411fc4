import type { Block } from '../../graph/block.ts'
import type { Scores, ScoredSet } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { fitIsotonic, fitPlatt, logit, predictIsotonic, predictPlatt } from '../../ml/calibrate.ts'
import { calibrateSpec } from './calibrate.ts'
import { reportScores } from './scored.ts'

type Bend = (scores: Float64Array) => Float64Array

export const calibrate: Block = {
  ...calibrateSpec,
  fit(inputs, context) {
    const scores = take(inputs, 'scores', 'Scores')
    const { method, fitOn } = paramsOf(calibrateSpec, context)
    const { y, scores: seen } = scores[fitOn]
    if (y.length === 0 || y.some(Number.isNaN)) {
      context.problem('Calibration needs to know what came true: put a Label before the scores.', 'no-label')
    }
    const bend = method === 'isotonic' ? isotonicBend(seen, y) : plattBend(seen, y, scores.probability)
    return { outputs: { scores: bent(scores, bend) }, state: bend }
  },
  apply(inputs, state) {
    return { scores: bent(take(inputs, 'scores', 'Scores'), state as Bend) }
  },
  report(_, outputs) {
    return reportScores(take(outputs, 'scores', 'Scores'))
  },
}

/** Risks are bent on the scale of log-odds, where Platt's curve is a straight line; points as they are. */
function plattBend(seen: Float64Array, y: Float64Array, probability: boolean): Bend {
  const straighten = (scores: Float64Array) => (probability ? scores.map(logit) : scores)
  const platt = fitPlatt(straighten(seen), y)
  return (scores) => predictPlatt(platt, straighten(scores))
}

function isotonicBend(seen: Float64Array, y: Float64Array): Bend {
  const steps = fitIsotonic(seen, y)
  return (scores) => predictIsotonic(steps, scores)
}

function bent(scores: Scores, bend: Bend): Scores {
  const side = (set: ScoredSet): ScoredSet => ({ ...set, scores: bend(set.scores) })
  return { ...scores, probability: true, train: side(scores.train), test: side(scores.test) }
}
