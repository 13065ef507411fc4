import { formularyLexicon } from './formulary-lexicon.ts'
import type { LexiconSource } from './lexicon-source.ts'
import type { Lexicon } from './lexicon.ts'
import { writtenLexicon } from './written-lexicon.ts'

/** One shelf is asked for by every block of a run: made once. */
const made = new WeakMap<LexiconSource, Lexicon>()

/** The lexicon of a shelf. */
export function lexiconOf(source: LexiconSource): Lexicon {
  if (source.kind === 'formulary') return formularyLexicon
  const lexicon = made.get(source) ?? writtenLexicon(source)
  made.set(source, lexicon)
  return lexicon
}
