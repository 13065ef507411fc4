import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { backedOnly } from '../../language/look-up.ts'
import { countOf } from '../say.ts'
import { packOf } from '../text/pack.ts'
import { refuseSpec } from './refuse.ts'

export const refuse: Block = {
  ...refuseSpec,
  fit(inputs, context) {
    const answers = take(inputs, 'answers', 'Answers')
    const shown = packOf(context).refuse.when === 'never' ? answers : { ...answers, answers: answers.answers.map(backedOnly) }
    return { outputs: { answers: shown }, state: null }
  },
  report(_, outputs) {
    const { answers, refusal } = take(outputs, 'answers', 'Answers')
    const refused = answers.filter(({ shown }) => shown.length === 0).length
    return {
      rows: answers.length, columns: null,
      facts: [`${answers.length - refused} answered`, `${countOf(refused, 'question')} refused${refusal.human ? ', a person looks' : ''}`],
      views: [],
    }
  },
}
