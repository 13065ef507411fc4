/** What blocks do when they run. Imported by the judge only; benches read `catalogue.ts`. */
import type { Block } from '../graph/block.ts'
import { outlier, peers } from './check/outlier.run.ts'
import { capacity } from './decide/capacity.run.ts'
import { join } from './decide/join.run.ts'
import { priority } from './decide/priority.run.ts'
import { refuse } from './decide/refuse.run.ts'
import { rulesTable } from './decide/rules-table.run.ts'
import { refer } from './decide/refer.run.ts'
import { route } from './decide/route.run.ts'
import { threshold } from './decide/threshold.run.ts'
import { triage } from './decide/triage.run.ts'
import { calibrationWatch, card, contract, logSink, psiWatch, subgroupWatch, volumeWatch, vote, yearSource } from './governance/governance.run.ts'
import { consistency, dicomActions, dicomSource, filmMask, findContext, findDictionary, findRegex, notesSource, releaseSink, spansSink, surrogate } from './deid/deid.run.ts'
import { convbank } from './image/convbank.run.ts'
import { balance } from './image/balance.run.ts'
import { cover, mask } from './image/cover.run.ts'
import { detector } from './image/detector.run.ts'
import { any, mean, worst } from './image/group.run.ts'
import { mergeBoxes } from './image/merge.run.ts'
import { audit, occlude, slice, swapMarker } from './image/probes.run.ts'
import { quality } from './image/quality.run.ts'
import { deadLetter, fhirSink, fhirValidate, fieldMap, gate, v2Parse, v2Source } from './interop/interop.run.ts'
import { backed, lettersSink, omission, readability, signOff, staysSource, summary } from './letters/letters.run.ts'
import { cluster, linksSink, twoThresholds } from './link/decide.run.ts'
import { blocking, standardise } from './link/pairs.run.ts'
import { comparators, fellegiSunter } from './link/score.run.ts'
import { anomaly } from './model/anomaly.run.ts'
import { calibrate } from './model/calibrate.run.ts'
import { concat } from './model/concat.run.ts'
import { gbt } from './model/gbt.run.ts'
import { logistic } from './model/logistic.run.ts'
import { pretrained } from './model/pretrained.run.ts'
import { quantile } from './model/quantile.run.ts'
import { clinicSim, policySink } from './operate/clinic.run.ts'
import { matchCriteria, offersSink, poolSource, rankOffers } from './match/match.run.ts'
import { recordMap, recordsSource, recordSink, requestDesk } from './records/records.run.ts'
import { flowSim, planSink, servicePlan } from './operate/flow.run.ts'
import { series } from './operate/series.run.ts'
import { hospital, lace } from './score/points.run.ts'
import { formulaPoints } from './score/formula.run.ts'
import { news2 } from './score/news2.run.ts'
import { bandPassFilter } from './signal/filter.run.ts'
import { signalQuality } from './signal/quality.run.ts'
import { rpeak } from './signal/rpeak.run.ts'
import { rr } from './signal/rr.run.ts'
import { alertsSink } from './sink/alerts.run.ts'
import { answersSink } from './sink/answers.run.ts'
import { cardsSink } from './sink/cards.run.ts'
import { queue } from './operate/queue.run.ts'
import { decisionsSink } from './sink/decisions.run.ts'
import { orderSink } from './sink/order.run.ts'
import { rulingsSink } from './sink/rulings.run.ts'
import { cohort } from './source/cohort.run.ts'
import { imagesSource } from './source/images.run.ts'
import { orders } from './source/orders.run.ts'
import { signalSource } from './source/signal.run.ts'
import { streamSource } from './source/stream.run.ts'
import { tableSource } from './source/table.run.ts'
import { vitals } from './source/vitals.run.ts'
import { alertRule, lockout, persist, tier } from './stream/alert-rule.run.ts'
import { patchQuality, patchRr } from './stream/rhythm.run.ts'
import { streamWindow } from './stream/window.run.ts'
import { closest, membership, syntheticSink, tradeOff, tstr } from './synth/evaluate.run.ts'
import { copula, dp, marginal, memoriser, treechain } from './synth/generate.run.ts'
import { smallCell } from './synth/small-cell.run.ts'
import { features } from './table/features.run.ts'
import { filter } from './table/filter.run.ts'
import { forecast } from './table/forecast.run.ts'
import { label } from './table/label.run.ts'
import { query } from './table/query.run.ts'
import { ruled } from './table/ruled.run.ts'
import { scored } from './table/scored.run.ts'
import { split } from './table/split.run.ts'
import { cascade, dialoguesSource, handover, intent, latency, redFlag, transcriptSink } from './talk/talk.run.ts'
import { answer } from './text/answer.run.ts'
import { chunk } from './text/chunk.run.ts'
import { grounding } from './text/grounding.run.ts'
import { bm25, hybrid } from './text/search.run.ts'
import { shelf } from './text/shelf.run.ts'
import { burden } from './view/burden.run.ts'
import { cost } from './view/cost.run.ts'
import { coverageView } from './view/coverage.run.ts'
import { calibrationView, coefficientsView, confusionView, groupsView, rocView, timelineView } from './view/views.run.ts'

export const allRunners: readonly Block[] = [
  cohort, filter, query, label, split, features, lace, hospital, logistic, gbt, calibrate, threshold, capacity,
  streamSource, patchQuality, patchRr, streamWindow, news2, formulaPoints, alertRule, persist, lockout, tier, burden, alertsSink,
  signalSource, bandPassFilter, rpeak, signalQuality, rr,
  imagesSource, mergeBoxes, cover, mask, balance, detector, slice, occlude, swapMarker, audit, quality, pretrained, worst, mean, any, refer, route,
  vitals, convbank, concat, priority, queue, orderSink,
  rocView, calibrationView, timelineView, groupsView, coefficientsView, confusionView, decisionsSink, orders, rulesTable, cardsSink, rulingsSink,
  shelf, chunk, bm25, hybrid, answer, grounding, refuse, cost, answersSink,
  dialoguesSource, redFlag, intent, handover, cascade, latency, transcriptSink,
  notesSource, findRegex, findDictionary, findContext, surrogate, dicomSource, dicomActions, filmMask, consistency, releaseSink, spansSink,
  outlier, peers, anomaly, triage, scored, quantile, forecast, coverageView, ruled, join,
  standardise, blocking, comparators, fellegiSunter, twoThresholds, cluster, linksSink,
  tableSource, clinicSim, policySink, servicePlan, series, flowSim, planSink,
  marginal, copula, treechain, memoriser, dp, smallCell, tstr, membership, closest, tradeOff, syntheticSink,
  v2Source, v2Parse, fieldMap, fhirValidate, gate, deadLetter, fhirSink,
  recordsSource, recordMap, requestDesk, recordSink,
  staysSource, summary, omission, backed, readability, signOff, lettersSink,
  poolSource, matchCriteria, rankOffers, offersSink,
  yearSource, psiWatch, calibrationWatch, subgroupWatch, volumeWatch, contract, vote, card, logSink,
]

const byId = new Map(allRunners.map((block) => [block.id, block]))

/** @throws when a spec of the catalogue has no runner, which a test rules out */
export function runnerOf(id: string): Block {
  const block = byId.get(id)
  if (!block) throw new Error(`block "${id}" is in the catalogue and cannot run`)
  return block
}
