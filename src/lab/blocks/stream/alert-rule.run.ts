import type { Block, BlockSpec, RunContext } from '../../graph/block.ts'
import type { ScoredSet } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { type AlertPolicy, ringsOf } from '../../stream/alert-policy.ts'
import { momentsOf } from '../../stream/stay-stories.ts'
import type { AlertedSet, Alerts } from '../../stream/stream-values.ts'
import { alertRuleSpec, lockoutSpec, persistSpec, tierSpec } from './alert-rule.ts'
import { reportAlerts } from './alerts-shown.ts'

export const alertRule: Block = {
  ...alertRuleSpec,
  fit(inputs, context) {
    const { train, test, probability, uses } = take(inputs, 'scores', 'Scores')
    const policy: AlertPolicy = { from: paramsOf(alertRuleSpec, context).from, persist: 1, holdsOver: false, lockoutHours: 0, resetAfter: 0, urgentFrom: null }
    const alerts: Alerts = {
      type: 'Alerts', probability, uses, policy, stream: take(inputs, 'stream', 'Stream'),
      train: played(train, policy, context), test: played(test, policy, context),
    }
    return { outputs: { alerts }, state: null }
  },
  report: (_, outputs) => reportAlerts(take(outputs, 'alerts', 'Alerts')),
}

function played(set: ScoredSet, policy: AlertPolicy, context: RunContext): AlertedSet {
  const { stay, hour } = momentsOf(set)
  if (stay.length !== set.ids.length) return context.problem('These scores are not of moments of a stay. Put Look back before the model.', 'no-moments')
  return { ...set, rings: ringsOf({ stay, hour, scores: set.scores }, policy) }
}

/** A shape changes one thing of the policy; the stays are then played again. A second one of a kind takes the place of the first. */
function shapeBlock(spec: BlockSpec, change: (context: RunContext) => Partial<AlertPolicy>): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const before = take(inputs, 'alerts', 'Alerts')
      const policy = { ...before.policy, ...change(context) }
      return { outputs: { alerts: { ...before, policy, train: played(before.train, policy, context), test: played(before.test, policy, context) } }, state: null }
    },
    report: (inputs, outputs) => reportAlerts(take(outputs, 'alerts', 'Alerts'), take(inputs, 'alerts', 'Alerts')),
  }
}

export const persist = shapeBlock(persistSpec, (context) => {
  const { moments, holdsOver } = paramsOf(persistSpec, context)
  return { persist: moments, holdsOver }
})
export const lockout = shapeBlock(lockoutSpec, (context) => {
  const { hours, resetAfter } = paramsOf(lockoutSpec, context)
  return { lockoutHours: hours, resetAfter }
})
export const tier = shapeBlock(tierSpec, (context) => ({ urgentFrom: paramsOf(tierSpec, context).from }))
