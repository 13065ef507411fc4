/** `link-pairs`: charts made from the records of a registry, judged by who the records are really about. */
import { isTable } from '../graph/ports.ts'
import type { Harness } from './harness.ts'
import { linkFigures, linkMetrics } from './link-pairs-figures.ts'
import { type ChartsSet, joinCharts, linksIn, truthIn } from './link-pairs-join.ts'
import { linkCases, linkStory, linkViews } from './link-pairs-story.ts'

export const linkPairs: Harness<ChartsSet> = {
  id: 'link-pairs',
  about: 'records joined into charts, against who each record is really about; pairs that go to a person are answered right',
  judges: 'Links',
  generators: ['registry.synthetic', 'table.synthetic'],
  metrics: linkMetrics,
  needsTruth: true,
  testFigures(result, metrics, quest) {
    const links = linksIn(result)
    if (!quest) throw new TypeError('link-pairs needs the quest to know who a record is about')
    const people = truthIn(quest, links.pairs.table)
    return people ? linkFigures(joinCharts(links, links.pairs.table, people), metrics) : Object.fromEntries(metrics.map(({ id }) => [id, null]))
  },
  judgeSet(quest, { label, seed, weight, viewAt, whole }, result) {
    if (!isTable(whole)) throw new TypeError(`link-pairs reads records from a Table, not from ${whole.type}`)
    const people = truthIn(quest, whole)
    if (!people) throw new TypeError('link-pairs found nobody in the column of verify.truth')
    const joined = joinCharts(linksIn(result), whole, people)
    return { ...joined, label, seed, weight, viewAt, n: whole.ids.length, figures: linkFigures(joined, quest.verify.metrics) }
  },
  whyNull: ({ fn }) => (fn === 'pairPrecision' ? 'No two records are in one chart, so there is nothing to be right about.' : 'These records hold nobody who stands there twice.'),
  cases: linkCases,
  views: linkViews,
  story: linkStory,
}
