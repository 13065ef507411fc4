import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { lexiconOf } from '../../language/lexicons.ts'
import { lookUp } from '../../language/look-up.ts'
import { countOf } from '../say.ts'
import { groundingSpec } from './grounding.ts'
import { packOf } from './pack.ts'

export const grounding: Block = {
  ...groundingSpec,
  fit(inputs, context) {
    const answers = take(inputs, 'answers', 'Answers')
    const lexicon = lexiconOf(answers.hits.chunks.shelf.lexicon)
    const checked = packOf(context).verify ? { ...answers, answers: answers.answers.map((answer) => lookUp(answer, lexicon)) } : answers
    return { outputs: { checked }, state: null }
  },
  report(_, outputs) {
    const claims = take(outputs, 'checked', 'Answers').answers.flatMap((one) => one.claims)
    const by = (supported: boolean | null) => claims.filter((claim) => claim.supported === supported).length
    return {
      rows: claims.length, columns: null,
      facts: [countOf(claims.length, 'statement'), by(null) > 0 ? 'nobody looked them up' : `${by(true)} backed by their source`],
      views: [{
        view: 'bars', title: 'Statements looked up', say: 'Does the cited passage say it?', unit: 'statements',
        rows: [{ label: 'Backed', value: by(true), tone: 'right' }, { label: 'Not backed', value: by(false), tone: 'wrong' }, { label: 'Not checked', value: by(null), tone: 'note' }],
      }],
    }
  },
}
