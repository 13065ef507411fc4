import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { askModels } from '../../language/ask-models.ts'
import type { Answer } from '../../language/desk-values.ts'
import { lexiconOf } from '../../language/lexicons.ts'
import { simulatedModel } from '../../language/simulated-model.ts'
import { spotter } from '../../language/spot.ts'
import { countOf } from '../say.ts'
import { answerSpec } from './answer.ts'
import { packOf } from './pack.ts'

/** What it takes to ring the bell, and an answer out of the drawer, in milliseconds. */
const ALARM_MS = 4
const CACHE_MS = 12

export const answer: Block = {
  ...answerSpec,
  fit(inputs, context) {
    const hits = take(inputs, 'hits', 'Hits')
    const pack = packOf(context)
    const { questions, lexicon } = hits.chunks.shelf
    const adapter = simulatedModel(lexiconOf(lexicon))
    const rings = spotter(pack.alarm?.words ?? [])
    const drawer = new Map<string, Answer>()
    const answers = questions.map((question, at): Answer => {
      context.tick(at / questions.length)
      // Before everything else: a bell that waits for the drawer or the model may come too late.
      if (rings(question.text)) return { question, hits: [], claims: [], shown: [], asked: 'person', tokens: 0, ms: ALARM_MS, cents: 0 }
      const kept = pack.cascade.cache ? drawer.get(question.text) : undefined
      if (kept) return { ...kept, question, asked: 'cache', tokens: 0, ms: CACHE_MS, cents: 0 }
      const written = askModels(adapter, pack, question, hits.found[at] ?? [])
      drawer.set(question.text, written)
      return written
    })
    return { outputs: { answers: { type: 'Answers', hits, answers, refusal: { say: pack.refuse.say, human: pack.cascade.human } } }, state: null }
  },
  report(_, outputs) {
    const { answers } = take(outputs, 'answers', 'Answers')
    return {
      rows: answers.length, columns: null,
      facts: ['simulated language model', `${countOf(answers.filter(({ claims }) => claims.length === 0).length, 'question')} not answered`],
      views: [{
        view: 'bars', title: 'Who answered', say: 'Questions, by what wrote the answer.', unit: 'questions',
        rows: (['person', 'cache', 'small', 'large', 'small-then-large'] as const).filter((asked) => asked !== 'person' || answers.some((one) => one.asked === 'person')).map((asked) => ({ label: asked.replaceAll('-', ' '), value: answers.filter((one) => one.asked === asked).length })),
      }],
    }
  },
}
