/** Every statement looked up in the passage that it cites, and what is shown once that is known. */
import type { Answer, Claim } from './desk-values.ts'
import type { Lexicon } from './lexicon.ts'
import { supportFor } from './verifier.ts'

/** For looking up one statement, in milliseconds. */
const CHECK_MS = 40

export function lookUp(answer: Answer, lexicon: Lexicon): Answer {
  const claims = answer.claims.map((claim) => ({ ...claim, supported: isBacked(claim, answer, lexicon) }))
  // What comes out of the drawer was checked when it went in.
  const ms = answer.asked === 'cache' ? answer.ms : answer.ms + CHECK_MS * claims.length
  return { ...answer, claims, shown: claims, ms }
}

function isBacked({ text, cites }: Claim, { hits }: Answer, lexicon: Lexicon): boolean {
  const cited = hits.find(({ passage }) => passage.id === cites)?.passage
  return cited !== undefined && supportFor(text, cited, lexicon) !== null
}

/** Without a check, a statement counts as backed when it names any source at all. An aside never stands alone. */
export function backedOnly(answer: Answer): Answer {
  const shown = answer.claims.filter(({ supported, cites }) => (supported === null ? cites !== null && cites !== '' : supported))
  return { ...answer, shown: shown.some(({ main }) => main) ? shown : [] }
}
