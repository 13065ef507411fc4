import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { reportAlerts } from '../stream/alerts-shown.ts'
import { alertsSinkSpec } from './alerts.ts'

export const alertsSink: Block = {
  ...alertsSinkSpec,
  fit: (inputs) => ({ outputs: { result: { type: 'Result', from: take(inputs, 'alerts', 'Alerts') } }, state: null }),
  report: (inputs) => reportAlerts(take(inputs, 'alerts', 'Alerts')),
}
