import { boardReplay } from './board-replay.ts'
import { clinicSim } from './clinic-sim.ts'
import { dialogueTurns } from './dialogue-turns.ts'
import { episodeAlerts } from './episode-alerts.ts'
import { flags } from './flags.ts'
import { flowSim } from './flow-sim.ts'
import type { Harness } from './harness.ts'
import { imageClassify } from './image-classify.ts'
import { imageFindings } from './image-findings.ts'
import { imageQueue } from './image-queue.ts'
import { letters } from './letters.ts'
import { linkPairs } from './link-pairs.ts'
import { mapRecords } from './map-records.ts'
import { matchCriteria } from './match-criteria.ts'
import { payerRequests } from './payer-requests.ts'
import { ragQa } from './rag-qa.ts'
import { releaseTable } from './release-table.ts'
import { rulesOrders } from './rules-orders.ts'
import { rulesRows } from './rules-rows.ts'
import { streamAlerts } from './stream-alerts.ts'
import { tabularRisk } from './tabular-risk.ts'
import { textMarks } from './text-marks.ts'
import { textSpans } from './text-spans.ts'
import { v2Fhir } from './v2-fhir.ts'

export const allHarnesses: readonly Harness[] = [
  boardReplay,
  clinicSim,
  dialogueTurns,
  episodeAlerts,
  flags,
  flowSim,
  imageClassify,
  imageFindings,
  imageQueue,
  letters,
  linkPairs,
  mapRecords,
  matchCriteria,
  payerRequests,
  ragQa,
  releaseTable,
  rulesOrders,
  rulesRows,
  streamAlerts,
  tabularRisk,
  textMarks,
  textSpans,
  v2Fhir,
]

export function harnessOf(id: string): Harness | undefined {
  return allHarnesses.find((harness) => harness.id === id)
}
