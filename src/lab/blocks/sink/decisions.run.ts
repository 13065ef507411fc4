import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { reportDecisions } from '../decide/decided.ts'
import { reportScreening } from '../decide/screened.ts'
import { decisionsSinkSpec } from './decisions.ts'

export const decisionsSink: Block = {
  ...decisionsSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'decisions', 'Decisions') } }, state: null }
  },
  report(inputs) {
    const decisions = take(inputs, 'decisions', 'Decisions')
    return decisions.about === 'screening' ? reportScreening(decisions) : reportDecisions(decisions)
  },
}
