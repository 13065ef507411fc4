/** What is wrong with books, pages and sections: what stands where it cannot be known, and sizes. */
import type { ParamProblem } from '../generator.ts'
import { patternProblems } from './check-facts.ts'
import { didYouMean } from '../nearest-name.ts'
import { quoted } from './quoted.ts'
import { placeholders, sentencesIn, unfinished } from './pattern.ts'
import { type Book, MAX_LETTERS, MAX_PAGES, type Page, type PagesSpec, type Section } from './spec.ts'
import { namesOf } from './values.ts'
import { pagesOf } from './write-book.ts'

export function bookProblems(spec: PagesSpec): ParamProblem[] {
  const books = Object.entries(spec.books)
  return [
    ...(books.some(([, { kind }]) => kind === 'current') ? [] : [{ path: ['books'], what: 'no book is in force', mend: 'Give one the kind "current": without it nothing is ever right.' }]),
    ...books.flatMap(([id, book]) => [
      ...originProblems(spec, id, book),
      ...(book.pages ?? []).flatMap((page, i) => pageProblems(spec, ['books', id, 'pages', i], page)),
      ...(book.kind === 'current' && book.differs > 0 ? [{ path: ['books', id, 'differs'], what: 'a book in force says what is true', mend: 'Leave "differs" out, or choose another kind.' }] : []),
    ]),
    ...sizeProblems(spec),
    ...idleProblems(spec),
  ]
}

function originProblems({ books }: PagesSpec, id: string, { pages, pagesOf: other }: Book): ParamProblem[] {
  if ((pages === undefined) === (other === undefined)) return [{ path: ['books', id], what: pages ? 'the pages are said twice' : 'this book has no pages', mend: 'Write either "pages", or "pagesOf" with the book it shares them with.' }]
  if (other === undefined) return []
  const path = ['books', id, 'pagesOf']
  if (!Object.hasOwn(books, other)) return [{ path, what: `there is no book "${other}"`, mend: didYouMean(other, Object.keys(books).filter((one) => one !== id)) }]
  return books[other]?.pages ? [] : [{ path, what: other === id ? 'the book names itself' : `"${other}" has no pages of its own either`, mend: 'Name a book whose pages are written out.' }]
}

function pageProblems(spec: PagesSpec, path: PropertyKey[], page: Page): ParamProblem[] {
  const lists = Object.keys(spec.lists)
  if (page.per !== undefined && !Object.hasOwn(spec.lists, page.per)) return [{ path: [...path, 'per'], what: `there is no list "${page.per}"`, mend: didYouMean(page.per, lists) }]
  return [
    ...patternProblems(spec, [...path, 'title'], page.title, { lists }),
    ...page.sections.flatMap((section, i) => [
      ...patternProblems(spec, [...path, 'sections', i, 'heading'], section.heading, { lists }),
      ...textsOf(section).flatMap(({ text, at }) => textProblems(spec, [...path, 'sections', i, ...at], text, page)),
      ...(section.planted && textsOf(section).some(({ text }) => factsIn(spec, text).length === 0)
        ? [{ path: [...path, 'sections', i, 'text'], what: 'this order orders nothing: no fact stands in it', mend: 'Let it say what machines should answer, with a {fact}.' }] : []),
    ]),
  ]
}

function textsOf({ text }: Section): { text: string; at: PropertyKey[] }[] {
  return Array.isArray(text) ? text.map((one, i) => ({ text: one, at: ['text', i] })) : [{ text, at: ['text'] }]
}

function factsIn({ facts }: PagesSpec, text: string): string[] {
  return placeholders(text).filter((name) => Object.hasOwn(facts, name))
}

function textProblems(spec: PagesSpec, path: PropertyKey[], text: string, { per }: Page): ParamProblem[] {
  const known = Object.entries(spec.facts).filter(([, { of }]) => of === undefined || of === per).map(([id]) => id)
  const elsewhere = factsIn(spec, text).find((name) => !known.includes(name))
  if (elsewhere !== undefined) {
    const of = spec.facts[elsewhere]?.of ?? ''
    return [{ path, what: `{${elsewhere}} is known for each of the list "${of}", and this page is about ${per === undefined ? 'the whole house' : `one of "${per}"`}`, mend: `Put it on a page with "per": "${of}".` }]
  }
  const rest = unfinished(text)
  return [
    ...patternProblems(spec, path, text, { lists: Object.keys(spec.lists), facts: known }),
    ...(rest === null ? [] : [{ path, what: `the last sentence has no end: ${quoted(rest)}`, mend: 'End it with . ! or ?; an answer quotes whole sentences.' }]),
    ...sentencesIn(text).flatMap(({ text: sentence }) => (factsIn(spec, sentence).length < 2 ? []
      : [{ path, what: `one sentence states ${factsIn(spec, sentence).map((name) => `{${name}}`).join(' and ')}`, mend: 'Write a sentence for each: the desk quotes whole sentences.' }])),
  ]
}

/** Before anything is written: a list of sixty on forty pages in twenty books would be. */
function sizeProblems(spec: PagesSpec): ParamProblem[] {
  const pages = Object.values(spec.books).flatMap((book) => pagesOf(spec, book).map((page) => ({ page, times: namesOf(spec, page.per).length })))
  const count = pages.reduce((sum, { times }) => sum + times, 0)
  const letters = pages.reduce((sum, { page, times }) => sum + times * page.sections.reduce((all, section) => all + section.heading.length + textsOf(section).reduce((some, { text }) => some + text.length, 0), page.title.length), 0)
  const mend = 'Use shorter lists, fewer pages or fewer books.'
  if (count > MAX_PAGES) return [{ path: ['books'], what: `all books together have ${count} pages`, mend: `At most ${MAX_PAGES} can be searched quickly. ${mend}` }]
  return letters > MAX_LETTERS ? [{ path: ['books'], what: `all pages together have ${Math.round(letters / 1000)},000 characters`, mend: `At most ${MAX_LETTERS / 1000},000 can be searched quickly. ${mend}` }] : []
}

/** A list that no text names is most likely misspelt somewhere. */
function idleProblems({ lists, facts, books, emergencies }: PagesSpec): ParamProblem[] {
  const texts = [
    ...Object.values(facts).flatMap(({ say, asks }) => [say, ...asks]), ...(emergencies?.asks ?? []),
    ...Object.values(books).flatMap(({ pages = [] }) => pages.flatMap(({ title, sections }) => [title, ...sections.flatMap(({ heading, text }) => [heading, text].flat())])),
  ]
  const used = new Set([...texts.flatMap(placeholders), ...Object.values(books).flatMap(({ pages = [] }) => pages.map(({ per }) => per))])
  return Object.keys(lists).filter((list) => !used.has(list)).map((list) => ({ path: ['lists', list], what: `nothing uses the list "${list}"`, mend: `Put {${list}} into a text, or remove it.` }))
}
