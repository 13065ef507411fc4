import type { PromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { LanguageAdapter, LanguageAnswer, LanguageRequest } from './adapter.ts'
import type { Answer, Hit, Question } from './desk-values.ts'

/** For one search, in milliseconds. */
const SEARCH_MS = 8

/**
 * The small model first or the large one; the large one again where the small one found nothing, when the desk says so.
 * @param said what the model reads beside its passages, e.g. text that somebody pasted into the question
 */
export function askModels(adapter: LanguageAdapter<LanguageAnswer>, pack: PromptPack, question: Question, hits: readonly Hit[], said: LanguageRequest['passages'] = []): Answer {
  const { template, temperature, cascade } = pack
  const request = { question: question.text, passages: [...hits.map(({ passage }) => passage), ...said], template, temperature, seed: hits.map(({ passage }) => passage.id).join(',') }
  const first = adapter.generate({ ...request, size: cascade.first })
  const again = cascade.first === 'small' && cascade.escalate && first.claims.length === 0 ? adapter.generate({ ...request, size: 'large' }) : null
  const claims = (again ?? first).claims.map((claim) => ({ ...claim, supported: null }))
  return {
    question, hits, claims, shown: claims, asked: again ? 'small-then-large' : cascade.first,
    tokens: first.tokens + (again?.tokens ?? 0), ms: SEARCH_MS + first.ms + (again?.ms ?? 0), cents: first.cents + (again?.cents ?? 0),
  }
}
