/** `release-table`: invented people that leave a house, judged by what they are good for and by who can be found in them. */
import type { Harness } from './harness.ts'
import { measureRelease, releaseMetrics } from './release-table-figures.ts'
import { joinRelease, type ReleaseSet, syntheticIn } from './release-table-join.ts'
import { releaseCases, releaseStory, releaseViews } from './release-table-story.ts'

export const releaseTable: Harness<ReleaseSet> = {
  id: 'release-table',
  about: 'invented people made from real ones: what a model learns from them, who can be told to have been read, who is found again, what was promised',
  judges: 'Synthetic',
  generators: ['table.synthetic', 'cohort.readmission', 'clinic.appointments', 'pa.orders', 'registry.synthetic'],
  metrics: releaseMetrics,
  testFigures(result, metrics) {
    const synthetic = syntheticIn(result)
    const { people, outsiders } = synthetic
    if (!outsiders) return Object.fromEntries(metrics.map(({ id }) => [id, null]))
    return measureRelease({ synthetic, people, outsiders }, metrics).figures
  },
  judgeSet(quest, hidden, result) {
    const { label, seed, weight, viewAt } = hidden
    const released = joinRelease(hidden, result)
    return { ...released, label, seed, weight, viewAt, n: released.people.ids.length, ...measureRelease(released, quest.verify.metrics) }
  },
  whyNull({ fn }, sets) {
    if (fn === 'epsilon') return 'This generator looks at people without noise, so no epsilon can be promised, however it looks.'
    if (sets.some(({ outsiders }) => outsiders.ids.length === 0)) return 'Everybody was read, and nobody is left to test with. Keep the people of the cohort apart from those outside.'
    if (fn === 'utility') return 'The release has nobody of one kind, so nothing can be learnt from it. Is the outcome among the columns?'
    return fn === 'signalKept' ? 'Among the people who were read nobody has the rare thing.' : 'The release holds none of the columns that this is measured on.'
  },
  cases: releaseCases,
  views: releaseViews,
  story: releaseStory,
}
