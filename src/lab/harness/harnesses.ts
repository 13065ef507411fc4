import type { Harness } from './harness.ts'
import { rulesOrders } from './rules-orders.ts'
import { tabularRisk } from './tabular-risk.ts'

export const allHarnesses: readonly Harness[] = [rulesOrders, tabularRisk]

export function harnessOf(id: string): Harness | undefined {
  return allHarnesses.find((harness) => harness.id === id)
}
