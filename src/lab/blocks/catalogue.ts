/**
 * The table of blocks as benches see them: ports, words and parameters, no arithmetic. What a block does when it runs is in
 * `<block>.run.ts` beside it, gathered in `runners.ts`, which only the judge imports.
 */
import type { BlockSpec, Family } from '../graph/block.ts'
import { outlierSpec, peersSpec } from './check/outlier.ts'
import { capacitySpec } from './decide/capacity.ts'
import { joinSpec } from './decide/join.ts'
import { prioritySpec } from './decide/priority.ts'
import { refuseSpec } from './decide/refuse.ts'
import { rulesTableSpec } from './decide/rules-table.ts'
import { referSpec } from './decide/refer.ts'
import { routeSpec } from './decide/route.ts'
import { thresholdSpec } from './decide/threshold.ts'
import { triageSpec } from './decide/triage.ts'
import { calibrationWatchSpec, cardSpec, contractSpec, logSinkSpec, psiWatchSpec, subgroupWatchSpec, volumeWatchSpec, voteSpec, yearSourceSpec } from './governance/governance.ts'
import {
  consistencySpec, dicomActionsSpec, dicomSourceSpec, filmMaskSpec, findContextSpec, findDictionarySpec, findRegexSpec, notesSourceSpec, releaseSinkSpec, spansSinkSpec, surrogateSpec,
} from './deid/deid.ts'
import { convbankSpec } from './image/convbank.ts'
import { coverSpec, detectorSpec, mergeBoxesSpec } from './image/drawn.ts'
import { anySpec, meanSpec, worstSpec } from './image/group.ts'
import { auditSpec, balanceSpec, maskSpec, occlusionSpec, sliceSpec, swapSpec } from './image/probes.ts'
import { qualitySpec } from './image/quality.ts'
import { deadLetterSpec, fhirSinkSpec, fhirValidateSpec, fieldMapSpec, gateSpec, v2ParseSpec, v2SourceSpec } from './interop/interop.ts'
import { backedSpec, lettersSinkSpec, omissionSpec, readabilitySpec, signOffSpec, staysSpec, summarySpec } from './letters/letters.ts'
import { clusterSpec, linksSinkSpec, twoThresholdsSpec } from './link/decide.ts'
import { blockSpecOfLink, standardiseSpec } from './link/pairs.ts'
import { comparatorsSpec, fellegiSunterSpec } from './link/score.ts'
import { anomalySpec } from './model/anomaly.ts'
import { calibrateSpec } from './model/calibrate.ts'
import { concatSpec } from './model/concat.ts'
import { gbtSpec } from './model/gbt.ts'
import { logisticSpec } from './model/logistic.ts'
import { pretrainedSpec } from './model/pretrained.ts'
import { quantileSpec } from './model/quantile.ts'
import { clinicSimSpec, policySinkSpec } from './operate/clinic.ts'
import { matchCriteriaSpec, offersSinkSpec, poolSourceSpec, rankOffersSpec } from './match/match.ts'
import { recordMapSpec, recordsSourceSpec, recordSinkSpec, requestDeskSpec } from './records/records.ts'
import { flowSimSpec, planSinkSpec, planSpec } from './operate/flow.ts'
import { seriesSpec } from './operate/series.ts'
import { hospitalSpec, laceSpec } from './score/points.ts'
import { formulaPointsSpec } from './score/formula.ts'
import { news2Spec } from './score/news2.ts'
import { bandPassSpec } from './signal/filter.ts'
import { signalQualitySpec } from './signal/quality.ts'
import { rpeakSpec } from './signal/rpeak.ts'
import { rrSpec } from './signal/rr.ts'
import { alertsSinkSpec } from './sink/alerts.ts'
import { answersSinkSpec } from './sink/answers.ts'
import { cardsSinkSpec } from './sink/cards.ts'
import { queueSpec } from './operate/queue.ts'
import { decisionsSinkSpec } from './sink/decisions.ts'
import { orderSinkSpec } from './sink/order.ts'
import { rulingsSinkSpec } from './sink/rulings.ts'
import { cohortSpec } from './source/cohort.ts'
import { imagesSpec } from './source/images.ts'
import { ordersSpec } from './source/orders.ts'
import { signalSpec } from './source/signal.ts'
import { streamSpec } from './source/stream.ts'
import { tableSpec } from './source/table.ts'
import { vitalsSpec } from './source/vitals.ts'
import { alertRuleSpec, lockoutSpec, persistSpec, tierSpec } from './stream/alert-rule.ts'
import { patchQualitySpec, patchRrSpec } from './stream/rhythm.ts'
import { windowSpec } from './stream/window.ts'
import { closestSpec, membershipSpec, syntheticSinkSpec, tradeOffSpec, tstrSpec } from './synth/evaluate.ts'
import { copulaSpec, dpSpec, marginalSpec, memoriserSpec, treechainSpec } from './synth/generate.ts'
import { smallCellSpec } from './synth/small-cell.ts'
import { featuresSpec } from './table/features.ts'
import { filterSpec } from './table/filter.ts'
import { forecastSpec } from './table/forecast.ts'
import { labelSpec } from './table/label.ts'
import { querySpec } from './table/query.ts'
import { ruledSpec } from './table/ruled.ts'
import { scoredSpec } from './table/scored.ts'
import { splitSpec } from './table/split.ts'
import { cascadeSpec, dialoguesSpec, handoverSpec, intentSpec, latencySpec, redFlagSpec, transcriptSinkSpec } from './talk/talk.ts'
import { answerSpec } from './text/answer.ts'
import { chunkSpec } from './text/chunk.ts'
import { groundingSpec } from './text/grounding.ts'
import { bm25Spec, hybridSpec } from './text/search.ts'
import { shelfSpec } from './text/shelf.ts'
import { burdenSpec } from './view/burden.ts'
import { costSpec } from './view/cost.ts'
import { coverageSpec } from './view/coverage.ts'
import { calibrationSpec, coefficientsSpec, confusionSpec, groupsSpec, rocSpec, timelineSpec } from './view/views.ts'

/** In the order of a pipeline, which is the order of the palette. */
export const allBlocks: readonly BlockSpec[] = [
  cohortSpec, ordersSpec, tableSpec,
  signalSpec, bandPassSpec, rpeakSpec, signalQualitySpec, rrSpec,
  streamSpec, patchQualitySpec, patchRrSpec, windowSpec,
  imagesSpec, mergeBoxesSpec, coverSpec, maskSpec, balanceSpec, detectorSpec, qualitySpec, pretrainedSpec, worstSpec, meanSpec, anySpec, referSpec, routeSpec,
  vitalsSpec, convbankSpec, concatSpec, prioritySpec, queueSpec, orderSinkSpec,
  filterSpec, querySpec, labelSpec, splitSpec, featuresSpec,
  laceSpec, hospitalSpec, news2Spec, formulaPointsSpec,
  logisticSpec, gbtSpec, anomalySpec, calibrateSpec, scoredSpec, quantileSpec, forecastSpec,
  outlierSpec, peersSpec,
  sliceSpec, occlusionSpec, swapSpec, auditSpec,
  thresholdSpec, capacitySpec, triageSpec, rulesTableSpec, ruledSpec, joinSpec,
  alertRuleSpec, persistSpec, lockoutSpec, tierSpec, burdenSpec, alertsSinkSpec,
  rocSpec, calibrationSpec, timelineSpec, groupsSpec, coefficientsSpec, confusionSpec, coverageSpec,
  standardiseSpec, blockSpecOfLink, comparatorsSpec, fellegiSunterSpec, twoThresholdsSpec, clusterSpec, linksSinkSpec,
  marginalSpec, copulaSpec, treechainSpec, memoriserSpec, dpSpec, smallCellSpec, tstrSpec, membershipSpec, closestSpec, tradeOffSpec, syntheticSinkSpec,
  v2SourceSpec, v2ParseSpec, fieldMapSpec, fhirValidateSpec, gateSpec, deadLetterSpec, fhirSinkSpec,
  poolSourceSpec, matchCriteriaSpec, rankOffersSpec, offersSinkSpec,
  recordsSourceSpec, recordMapSpec, requestDeskSpec, recordSinkSpec,
  shelfSpec, chunkSpec, bm25Spec, hybridSpec, answerSpec, groundingSpec, refuseSpec, costSpec, answersSinkSpec,
  dialoguesSpec, redFlagSpec, intentSpec, handoverSpec, cascadeSpec, latencySpec, transcriptSinkSpec,
  staysSpec, summarySpec, omissionSpec, backedSpec, readabilitySpec, signOffSpec, lettersSinkSpec,
  yearSourceSpec, psiWatchSpec, calibrationWatchSpec, subgroupWatchSpec, volumeWatchSpec, contractSpec, voteSpec, cardSpec, logSinkSpec,
  notesSourceSpec, findRegexSpec, findDictionarySpec, findContextSpec, surrogateSpec, dicomSourceSpec, dicomActionsSpec, filmMaskSpec, consistencySpec, releaseSinkSpec, spansSinkSpec,
  clinicSimSpec, policySinkSpec,
  planSpec, seriesSpec, flowSimSpec, planSinkSpec,
  decisionsSinkSpec, cardsSinkSpec, rulingsSinkSpec,
]

const byId = new Map(allBlocks.map((spec) => [spec.id, spec]))

/** The block of that id, or undefined: an id from a file may name anything. */
export function blockSpec(id: string): BlockSpec | undefined {
  return byId.get(id)
}

export interface FamilyWords {
  title: string
  /** What its blocks are for, for the palette and a screen reader. */
  about: string
}

export const families: Readonly<Record<Family, FamilyWords>> = {
  source: { title: 'Data', about: 'where rows come from' },
  table: { title: 'Table', about: 'choose rows, columns and the question' },
  score: { title: 'Scores', about: 'points that nurses and doctors already use' },
  model: { title: 'Models', about: 'learn from past cases' },
  signal: { title: 'Signals', about: 'traces over time' },
  image: { title: 'Images', about: 'pictures and films' },
  text: { title: 'Text', about: 'notes and letters' },
  interop: { title: 'Exchange', about: 'messages between systems' },
  link: { title: 'Link', about: 'find the records of one person' },
  decide: { title: 'Decide', about: 'from a score to an action' },
  check: { title: 'Checks', about: 'find out what could be wrong' },
  operate: { title: 'Operate', about: 'plan and run the service' },
  view: { title: 'Inspect', about: 'look at what is going through' },
  sink: { title: 'Result', about: 'what the ward receives' },
}
