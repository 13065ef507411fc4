import { formularyLexicon } from './formulary-lexicon.ts'
import type { LexiconSource } from './lexicon-source.ts'
import type { Lexicon } from './lexicon.ts'

/** The lexicon of a shelf. */
export function lexiconOf(source: LexiconSource): Lexicon {
  switch (source.kind) {
    case 'formulary': return formularyLexicon
  }
}
