import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { deskCost } from '../../language/desk-cost.ts'
import { costSpec } from './cost.ts'

export const cost: Block = {
  ...costSpec,
  fit: () => ({ outputs: {}, state: null }),
  report(inputs) {
    const { tokens, cents, p95 } = deskCost(take(inputs, 'answers', 'Answers').answers)
    return {
      rows: null, columns: null,
      facts: [`${Math.round(tokens)} tokens a question`, `${Math.round(p95)} ms for the slow ones`],
      views: [{
        view: 'meters', title: 'What an answer costs (simulated)',
        rows: [
          { label: 'Tokens a question', value: Math.round(tokens) },
          { label: 'Cents for 100 questions', value: Math.round(cents * 1000) / 10 },
          { label: '95 of 100 answered within', value: Math.round(p95), unit: 'ms' },
        ],
      }],
    }
  },
}
