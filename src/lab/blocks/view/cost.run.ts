import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { talkCost } from '../../dialogue/talk-cost.ts'
import { deskCost } from '../../language/desk-cost.ts'
import { costSpec } from './cost.ts'

export const cost: Block = {
  ...costSpec,
  fit: () => ({ outputs: {}, state: null }),
  report(inputs) {
    const { answers } = inputs
    const { tokens, cents, p95 } = answers?.type === 'Transcript' ? talkCost(answers.chats) : deskCost(take(inputs, 'answers', 'Answers').answers)
    const [one, many] = answers?.type === 'Transcript' ? ['turn', 'conversations'] : ['question', 'questions']
    return {
      rows: null, columns: null,
      facts: [`${Math.round(tokens)} tokens a ${one}`, `${Math.round(p95)} ms for the slow ones`],
      views: [{
        view: 'meters', title: 'What an answer costs (simulated)',
        rows: [
          { label: `Tokens a ${one}`, value: Math.round(tokens) },
          { label: `Cents for 100 ${many}`, value: Math.round(cents * 1000) / 10 },
          { label: '95 of 100 answered within', value: Math.round(p95), unit: 'ms' },
        ],
      }],
    }
  },
}
