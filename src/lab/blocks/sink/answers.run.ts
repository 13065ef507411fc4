import type { Json } from '../../../core/quest/schema.ts'
import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { deskDetail } from '../../language/desk-detail.ts'
import { countOf } from '../say.ts'
import { answersSinkSpec } from './answers.ts'

export const answersSink: Block = {
  ...answersSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'answers', 'Answers') } }, state: null }
  },
  report(inputs) {
    const answers = take(inputs, 'answers', 'Answers')
    return {
      rows: answers.answers.length, columns: null,
      facts: [countOf(answers.answers.length, 'question')],
      views: [{
        view: 'rows', title: 'The first answers (simulated)', columns: ['Question', 'Answer'],
        rows: answers.answers.slice(0, 12).map(({ question, shown }) => [question.text, shown.map(({ text }) => text).join(' ') || answers.refusal.say]),
      }],
      detail: deskDetail(answers) as unknown as Json,
    }
  },
}
