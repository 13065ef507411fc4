/** `map-records`: records that the quest describes, judged element by element by what should have stood there. */
import type { Metric } from '../../core/quest/schema.ts'
import type { Harness } from './harness.ts'
import { recordCases, recordStory } from './map-records-cases.ts'
import { mapFigures, mapRecordsMetrics } from './map-records-figures.ts'
import { joinRecords, knownRows, type MapSet, mappedIn } from './map-records-join.ts'
import { recordViews } from './map-records-views.ts'

export const mapRecords: Harness<MapSet> = {
  id: 'map-records',
  about: 'what a map makes of records, element by element, against what should stand there',
  judges: 'Mapped',
  generators: ['records.written'],
  metrics: mapRecordsMetrics,
  testFigures(result, metrics) {
    const mapped = mappedIn(result)
    return mapFigures(joinRecords(mapped, mapped, knownRows(mapped)), metrics, null)
  },
  judgeSet({ verify }, { label, seed, weight, whole }, result, test) {
    if (whole.type !== 'Records') throw new TypeError(`map-records judges records, and the quest has ${whole.type}`)
    const joined = joinRecords(mappedIn(result), whole)
    return { ...joined, label, seed, weight, n: whole.table.ids.length, figures: mapFigures(joined, verify.metrics, test) }
  },
  whyNull,
  cases: (_, sets) => recordCases(sets),
  views: (_, sets) => recordViews(sets),
  story: (_, sets) => recordStory(sets),
}

function whyNull({ fn }: Metric): string {
  switch (fn) {
    case 'wrong':
    case 'dangerous': return 'Nothing was filled in, so nothing can be wrong.'
    case 'honest':
    case 'forced': return 'In these sets there is something right for every record.'
    case 'testMinusDeployed': return 'Your own run has no figure to compare with.'
    default: return 'These sets hold no record to measure it on.'
  }
}
