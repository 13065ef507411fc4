import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { decide, reportDecisions } from './decided.ts'
import { thresholdSpec } from './threshold.ts'

export const threshold: Block = {
  ...thresholdSpec,
  fit(inputs, context) {
    const decisions = decide(take(inputs, 'scores', 'Scores'), paramsOf(thresholdSpec, context).value)
    return { outputs: { decisions }, state: null }
  },
  report(_, outputs) {
    return reportDecisions(take(outputs, 'decisions', 'Decisions'))
  },
}
