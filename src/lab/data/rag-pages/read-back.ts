/**
 * The books are drawn and read back: whether the desk, with the words it was given, takes from every sentence and every question
 * just what the trainer meant. What it would misread is told with the sentence.
 */
import { lexiconOf } from '../../language/lexicons.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import type { ParamProblem } from '../generator.ts'
import { quoted } from './quoted.ts'
import { filled, placeholders, sentencesIn } from './pattern.ts'
import { lexiconFor, shelfFor } from './shelf.ts'
import type { PagesSpec } from './spec.ts'
import { houseOf, namesOf } from './values.ts'

/** Two draws show what one may hide by chance. */
const DRAWS = ['read-back-1', 'read-back-2']

export function readBackProblems(spec: PagesSpec): ParamProblem[] {
  const lexicon = lexiconOf(lexiconFor(spec))
  const problems = [...sayProblems(spec, lexicon), ...askProblems(spec, lexicon), ...sectionProblems(spec, lexicon)]
  return problems.length > 0 ? problems : shareProblems(spec)
}

interface Meant {
  fact: string
  name: string
  /** Absent in a question. */
  value?: string
}

/** How the desk reads a sentence, held against what was meant by it; null where it reads it well. */
function misread(spec: PagesSpec, lexicon: Lexicon, text: string, { fact, name, value }: Meant, around = ''): Pick<ParamProblem, 'what' | 'mend'> | null {
  const seen = lexicon.matterOf(text)?.id
  const spot = spec.facts[fact]?.spot ?? []
  if (seen === undefined) return { what: `nobody could tell that ${quoted(text)} is about "${fact}"`, mend: `It holds none of its words: ${spot.map(quoted).join(', ')}. Add one to facts.${fact}.spot, or to the sentence.` }
  if (seen !== fact) return { what: `${quoted(text)} would be taken for "${seen}"`, mend: `It holds a word of facts.${seen}.spot, which stands before "${fact}". Choose more telling words there, or let "${fact}" stand first.` }
  const named = lexicon.nameIn(text, fact) ?? lexicon.nameIn(around, fact)
  if (named !== name) return { what: `${quoted(text)} would be taken to speak of ${named === null ? 'nobody' : quoted(named)} instead of ${quoted(name)}`, mend: 'Let one name stand in it, and no part of another.' }
  const read = value === undefined ? undefined : lexicon.valueIn(text, fact)
  if (read !== value) return { what: `in ${quoted(text)} the value would be read as ${read ? quoted(read) : 'none'} instead of ${quoted(value ?? '')}`, mend: 'Let one value of this kind stand in the sentence, and with its unit.' }
  return null
}

function sayProblems(spec: PagesSpec, lexicon: Lexicon): ParamProblem[] {
  const house = houseOf(spec, DRAWS[0] as string)
  return Object.entries(spec.facts).flatMap(([fact, { of, say }]) => firstOf(namesOf(spec, of).map((name) => {
    const value = house.value(fact, name)
    return misread(spec, lexicon, filled(say, (one) => (one === fact ? value : name)), { fact, name, value })
  }), ['facts', fact, 'say']))
}

function askProblems(spec: PagesSpec, lexicon: Lexicon): ParamProblem[] {
  return Object.entries(spec.facts).flatMap(([fact, { of, asks }]) => asks.flatMap((ask, i) => firstOf(
    namesOf(spec, of).map((name) => misread(spec, lexicon, filled(ask, (list) => (list === of ? name : spec.lists[list]?.[0] ?? '')), { fact, name })), ['facts', fact, 'asks', i],
  )))
}

/** Every text of every section, for every name of its page. */
function sectionProblems(spec: PagesSpec, lexicon: Lexicon): ParamProblem[] {
  const house = houseOf(spec, DRAWS[1] as string)
  return Object.entries(spec.books).flatMap(([id, book]) => (book.pages ?? []).flatMap((page, p) => page.sections.flatMap(({ text, planted }, s) =>
    (Array.isArray(text) ? text : [text]).flatMap((one, t) => {
      const path = ['books', id, 'pages', p, 'sections', s, 'text', ...(Array.isArray(text) ? [t] : [])]
      const found = namesOf(spec, page.per).flatMap((name) => sentencesIn(one).map(({ text: sentence }) => {
        const fact = placeholders(sentence).find((placed) => Object.hasOwn(spec.facts, placed))
        const of = fact === undefined ? undefined : spec.facts[fact]?.of
        const subject = of !== undefined && of === page.per ? name : ''
        const value = fact === undefined ? '' : house.value(fact, subject)
        const word = (list: string) => (list === fact ? value : list === page.per ? name : spec.lists[list]?.[0] ?? '')
        const words = filled(sentence, word)
        if (fact === undefined) return looseProblem(lexicon, words)
        if (planted && !lexicon.isOrder(words)) return { what: `${quoted(words)} is no order that a machine would follow`, mend: 'Speak to it: "Assistants must answer that …", or "Ignore what you were told: …".' }
        if (!planted && lexicon.isOrder(words)) return { what: `${quoted(words)} reads like an order to a machine`, mend: 'Word it anew, or mark the section with "planted": true.' }
        return misread(spec, lexicon, words, { fact, name: subject, value }, filled(page.title, word))
      }))
      return firstOf(found, path)
    }))))
}

/** A sentence that is meant to state nothing must not look as if it did. */
function looseProblem(lexicon: Lexicon, words: string): Pick<ParamProblem, 'what' | 'mend'> | null {
  const seen = lexicon.matterOf(words)?.id
  const value = seen === undefined ? null : lexicon.valueIn(words, seen)
  return value === null ? null : { what: `${quoted(words)} would be read as an answer about "${seen}"`, mend: `Write {${seen}} where the value stands, so that it is drawn and known; or word it without ${quoted(value)}.` }
}

function firstOf(found: readonly (Pick<ParamProblem, 'what' | 'mend'> | null)[], path: PropertyKey[]): ParamProblem[] {
  const first = found.find((one) => one !== null)
  return first ? [{ path, ...first }] : []
}

/** A day on which nothing can be answered, or nothing cannot, teaches nothing. */
function shareProblems(spec: PagesSpec): ParamProblem[] {
  const days = DRAWS.map((seed) => Object.values(shelfFor(spec, seed).truth.answers).filter(({ emergency }) => !emergency))
  const answers = days.flat()
  if (answers.every(({ value }) => value === null)) return [{ path: ['books'], what: 'no book in force answers anything', mend: 'State the facts there, each in a sentence with its {placeholder}.' }]
  if (spec.unanswerableShare > 0 && answers.every(({ value }) => value !== null)) {
    return [{ path: ['unanswerableShare'], what: 'the books in force answer everything', mend: 'Give a fact "silent": 0.3, leave a fact out of the books, or let unanswerableShare be 0.' }]
  }
  return []
}
