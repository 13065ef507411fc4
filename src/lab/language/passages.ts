/** Cutting a page into passages. What is cut is what the model gets to read, and nothing more. */
import type { ChunkPlan } from '../../core/artefacts/prompt-pack.ts'

export interface Cut {
  /** Heading kept with the passage; '' where the cut has lost it. */
  title: string
  text: string
  /** Character offsets in the page. */
  from: number
  to: number
}

/** @param page text with "# " for its title and "## " for sections */
export function cutPage(title: string, page: string, plan: ChunkPlan): Cut[] {
  switch (plan.way) {
    case 'whole': return [{ title, text: page, from: 0, to: page.length }]
    case 'section': return sectionsOf(title, page)
    case 'window': return windowsOf(page, plan)
    case 'sentence': return sentencesOf(page).map(({ text, from, to }) => ({ title: '', text, from, to }))
  }
}

function sectionsOf(title: string, page: string): Cut[] {
  return [...page.matchAll(/^## (.+)\n([^#]*)/gm)].flatMap((match) => {
    const [whole, heading = '', body = ''] = match
    const text = body.trim()
    if (text === '') return []
    const from = match.index + whole.indexOf(text, heading.length)
    return [{ title: `${title}: ${heading}`, text, from, to: from + text.length }]
  })
}

/** Words in a row, wherever a sentence or a section happens to end. The heading is lost unless it falls inside. */
function windowsOf(page: string, { words, overlap }: ChunkPlan): Cut[] {
  const found = [...page.matchAll(/\S+/g)]
  const step = Math.max(1, words - overlap)
  const cuts: Cut[] = []
  for (let at = 0; at < found.length; at += step) {
    const [first, last] = [found[at], found[Math.min(found.length, at + words) - 1]]
    if (!first || !last) break
    const [from, to] = [first.index, last.index + last[0].length]
    cuts.push({ title: '', text: page.slice(from, to), from, to })
    if (at + words >= found.length) break
  }
  return cuts
}

export interface Sentence {
  text: string
  from: number
  to: number
}

/** Sentences of running text; headings are none. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^\s#][^.!?\n]*[.!?]/g)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }))
}

/** About four letters to a token: the rule of thumb for English. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 4)
}
