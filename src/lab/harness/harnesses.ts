import { boardReplay } from './board-replay.ts'
import { clinicSim } from './clinic-sim.ts'
import { flowSim } from './flow-sim.ts'
import type { Harness } from './harness.ts'
import { imageClassify } from './image-classify.ts'
import { imageQueue } from './image-queue.ts'
import { ragQa } from './rag-qa.ts'
import { rulesOrders } from './rules-orders.ts'
import { rulesRows } from './rules-rows.ts'
import { tabularRisk } from './tabular-risk.ts'
import { textSpans } from './text-spans.ts'
import { v2Fhir } from './v2-fhir.ts'

export const allHarnesses: readonly Harness[] = [boardReplay, clinicSim, imageClassify, imageQueue, ragQa, rulesOrders, rulesRows, tabularRisk, textSpans, v2Fhir, flowSim]

export function harnessOf(id: string): Harness | undefined {
  return allHarnesses.find((harness) => harness.id === id)
}
