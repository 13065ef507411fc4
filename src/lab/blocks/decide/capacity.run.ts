import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { capacitySpec } from './capacity.ts'
import { decide, reportDecisions } from './decided.ts'

export const capacity: Block = {
  ...capacitySpec,
  fit(inputs, context) {
    const scores = take(inputs, 'scores', 'Scores')
    const { share, fixOn } = paramsOf(capacitySpec, context)
    const seen = scores[fixOn].scores
    if (seen.length === 0) context.problem('There are no rows to find the score on. Choose the other rows.', 'empty')
    const threshold = thresholdFor(seen, share)
    return { outputs: { decisions: decide(scores, threshold) }, state: threshold }
  },
  /** The score found on past cases stays as it is: on the day, nobody knows who else will go home. */
  apply(inputs, state) {
    return { decisions: decide(take(inputs, 'scores', 'Scores'), state as number) }
  },
  report(_, outputs) {
    return reportDecisions(take(outputs, 'decisions', 'Decisions'))
  },
}

/**
 * The score that at most `share` of people lie above. With points many share a score, and none of them is taken rather than
 * too many.
 */
function thresholdFor(scores: Float64Array, share: number): number {
  const sorted = Float64Array.from(scores).sort()
  const kept = Math.floor(sorted.length * share)
  return kept >= sorted.length ? (sorted[0] as number) - 1 : (sorted[sorted.length - 1 - kept] as number)
}
