import { expect, test } from 'vitest'
import source from '../../quests/readmission-risk/quest.json' with { type: 'json' }
import { Quest } from '../core/quest/schema.ts'
import { competitors, withScorer } from './compare.ts'

const quest = Quest.parse(source)
const learner = { graph: quest.build.start, artefacts: {} }

test('the learner stands beside LACE, HOSPITAL and the reference', () => {
  expect(competitors(quest, learner).map(({ title }) => title)).toEqual(['Yours', 'LACE', 'HOSPITAL', 'Reference'])
})

test('a published score takes the place of the model: same patients, same label, same number of calls', () => {
  const graph = withScorer(quest.build.reference, 'score.points:lace')
  expect(graph?.nodes.map(({ block }) => block)).toEqual([
    'data.source:cohort', 'table.filter', 'table.label', 'policy.capacity', 'sink.result:decisions', 'score.points:lace',
  ])
  expect(graph?.edges).toContainEqual(['lab.table', 'scorer.table'])
  expect(graph?.edges).toContainEqual(['scorer.scores', 'cap.scores'])
})

test('a block that gives no scores has no place in it', () => {
  expect(withScorer(quest.build.reference, 'table.filter')).toBeNull()
  expect(withScorer(quest.build.reference, 'no.such:block')).toBeNull()
})
