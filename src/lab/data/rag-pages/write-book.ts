/** The pages of one book, with every line that states a fact in offsets of its page. */
import { Rng } from '../../../core/rng.ts'
import type { Page as ShelfPage, PageFact } from '../../language/desk-values.ts'
import { filled, placeholders, sentencesIn } from './pattern.ts'
import type { Book, Page, PagesSpec, Section } from './spec.ts'
import { type House, namesOf } from './values.ts'

export interface Written {
  pages: ShelfPage[]
  facts: PageFact[]
}

export interface Source {
  spec: PagesSpec
  house: House
  seed: string
}

/** Own pages, or those of the book it shares them with. */
export function pagesOf({ books }: PagesSpec, book: Book): readonly Page[] {
  return book.pages ?? (book.pagesOf === undefined ? undefined : books[book.pagesOf]?.pages) ?? []
}

export function writeBook(source: Source, id: string, book: Book): Written {
  const written: Written = { pages: [], facts: [] }
  for (const [at, page] of pagesOf(source.spec, book).entries()) {
    for (const [n, name] of namesOf(source.spec, page.per).entries()) {
      const rng = new Rng(`${source.seed}/${id}/page ${at}/${name}`)
      if (book.share < 1 && rng.uniform() >= book.share) continue
      writePage({ ...source, rng, id, book, page, name, at: `${id}/${at + 1}${page.per === undefined ? '' : `-${n + 1}`}` }, written)
    }
  }
  return written
}

interface Writing extends Source {
  rng: Rng
  id: string
  book: Book
  page: Page
  /** Of its list; '' where it has none. */
  name: string
  /** Id of the page. */
  at: string
}

/** A page without a section is none: everything it could say is left out today. */
function writePage(writing: Writing, written: Written): void {
  const { page, at, id } = writing
  const word = wordsFor(writing)
  const title = filled(page.title, word)
  const [head, facts] = [`# ${title}\n`, [] as PageFact[]]
  let text = head
  for (const section of page.sections) {
    const said = sectionOf(writing, section, word)
    if (said.length === 0) continue
    text += `\n## ${filled(section.heading, word)}\n`
    for (const { words, fact } of said) {
      if (fact) facts.push({ ...fact, page: at, from: text.length, to: text.length + words.length })
      text += `${words} `
    }
    text = `${text.trimEnd()}\n`
  }
  if (text === head) return
  written.pages.push({ id: at, book: id, title, text })
  written.facts.push(...facts)
}

/** Words of a list: the page's own name, or one drawn once for the page. */
function wordsFor({ spec, page, name, rng }: Writing): (list: string) => string {
  const drawn = new Map<string, string>()
  return (list) => {
    if (list === page.per) return name
    const word = drawn.get(list) ?? rng.pick(spec.lists[list] ?? [''])
    drawn.set(list, word)
    return word
  }
}

interface Said {
  words: string
  fact: Omit<PageFact, 'page' | 'from' | 'to'> | null
}

function sectionOf(writing: Writing, { text, planted }: Section, word: (list: string) => string): Said[] {
  const { spec, house, book, id, name, page, rng } = writing
  const chosen = Array.isArray(text) ? rng.pick(text) : text
  const states = (sentence: string) => placeholders(sentence).find((one) => Object.hasOwn(spec.facts, one))
  const said = sentencesIn(chosen).flatMap(({ text: sentence }): Said[] => {
    const fact = states(sentence)
    if (fact === undefined) return [{ words: filled(sentence, word), fact: null }]
    const of = spec.facts[fact]?.of
    const subject = of !== undefined && of === page.per ? name : ''
    if (book.kind === 'current' && !planted && house.isSilent(fact, subject)) return []
    const value = planted || book.kind !== 'current' ? house.elsewhere(id, fact, subject, planted ? 1 : book.differs) : house.value(fact, subject)
    return [{ words: filled(sentence, (one) => (one === fact ? value : word(one))), fact: { subject, topic: fact, value, ...(planted ? { planted } : {}) } }]
  })
  // "Trees stand there" makes no sense without the car park.
  return states(chosen) !== undefined && said.every(({ fact }) => fact === null) ? [] : said
}
