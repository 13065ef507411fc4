/** `payer-requests`: forms that a map fills, sent by a desk and answered by a payer over days: judged by what is in them, and by what became of them. */
import type { Metric } from '../../core/quest/schema.ts'
import type { Harness } from './harness.ts'
import { mapRecords } from './map-records.ts'
import { knownRows, mappedIn } from './map-records-join.ts'
import { requestCases, requestStory } from './payer-requests-cases.ts'
import { payerRequestsMetrics, requestFigures } from './payer-requests-figures.ts'
import { joinRequests, type RequestSet } from './payer-requests-join.ts'
import { requestViews } from './payer-requests-views.ts'

/** Visible requests have no seed of their own: their luck is always the same. */
const VISIBLE = 'visible'

export const payerRequests: Harness<RequestSet> = {
  id: 'payer-requests',
  about: 'forms that a map fills from records, and what a payer answers over days: item by item, and request by request',
  judges: 'Mapped',
  generators: ['records.written'],
  metrics: payerRequestsMetrics,
  testFigures(result, metrics) {
    const mapped = mappedIn(result)
    return requestFigures(joinRequests(mapped, mapped, VISIBLE, knownRows(mapped)), metrics, null)
  },
  judgeSet({ verify }, { label, seed, weight, whole }, result, test) {
    if (whole.type !== 'Records') throw new TypeError(`payer-requests judges records, and the quest has ${whole.type}`)
    const joined = joinRequests(mappedIn(result), whole, seed)
    return { ...joined, label, seed, weight, n: whole.table.ids.length, figures: requestFigures(joined, verify.metrics, test) }
  },
  whyNull(metric: Metric, sets) {
    switch (metric.fn) {
      case 'firstPass':
      case 'refusedWrongly': return 'Nobody in these sets meets the criteria.'
      case 'untrue': return 'Nothing was approved, so nothing was approved wrongly.'
      case 'missedUrgent': return 'In these sets delay endangers nobody.'
      default: return mapRecords.whyNull(metric, sets)
    }
  },
  cases: (_, sets) => requestCases(sets),
  views: (_, sets) => requestViews(sets),
  story: (_, sets) => requestStory(sets),
}
