/** `image-queue`: a night of films in the solution's order, played film by film beside first come, first served. */
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { criticalByRisk, most, replayView, waitsView } from '../blocks/operate/night-report.ts'
import { waitsOf } from '../ops/night-log.ts'
import type { Harness } from './harness.ts'
import { queueCases } from './queue-cases.ts'
import { queueFigures, queueMetrics } from './queue-figures.ts'
import { joinNight, playedTest, type QueueSet, worklistIn } from './queue-join.ts'
import { queueStory } from './queue-story.ts'

export const imageQueue: Harness<QueueSet> = {
  id: 'image-queue',
  about: 'a night of films in the solution\'s order, played film by film beside first come, first served',
  judges: 'Worklist',
  generators: ['cxr.films'],
  metrics: queueMetrics,
  testFigures: (result, metrics) => queueFigures(playedTest(worklistIn(result)), metrics),
  judgeSet(quest, hidden, result) {
    const night = joinNight(hidden, worklistIn(result))
    return { ...night, figures: queueFigures(night, quest.verify.metrics) }
  },
  whyNull,
  cases: (_, sets) => queueCases(sets),
  views,
  story: (_, sets) => queueStory(sets),
}

function whyNull({ fn }: Metric): string {
  return fn === 'aucCritical' ? 'One of these nights had no critical film, so there is nothing to put first.' : 'One of these nights gives nothing to measure it on.'
}

/** All nights as bars; the one that kept a critical film waiting longest can be played. */
function views(_: Quest, sets: readonly QueueSet[]): View[] {
  const longest = (set: QueueSet) => most(waitsOf(set.yours, true)) ?? 0
  const worst = [...sets].sort((a, b) => longest(b) - longest(a))[0]
  return [
    ...(worst ? [replayView(worst.yours, `${worst.label}, film by film`), criticalByRisk(worst)] : []),
    ...sets.map((set) => waitsView(`${set.label}: how long films waited`, set)),
  ]
}
