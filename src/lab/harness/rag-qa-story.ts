/** The trap of a desk told on one question: two pages, an order in a page, or a cry for help that got a polite answer. */
import type { Verdict } from '../../core/verdict.ts'
import { answerExhibit, type DeskSet, pagesOf } from './rag-qa-cases.ts'
import type { DeskQuestion } from './rag-qa-figures.ts'

type Story = NonNullable<Verdict['story']>

interface Found {
  set: DeskSet
  one: DeskQuestion
}

/** @param replay of the quest's trap: "too-late", "planted-line"; anything else shows an old page beside the one in force */
export function deskStory(replay: string, sets: readonly DeskSet[]): Story {
  const found = sets.flatMap((set) => set.asked.map((one): Found => ({ set, one })))
  const first = (wanted: (one: DeskQuestion) => boolean) => found.find(({ one }) => wanted(one))
  if (replay === 'too-late') {
    // One that was answered, politely, tells more than one that was only refused.
    const shown = first(({ judged, answer }) => judged.outcome === 'late' && answer.shown.length > 0) ?? first(({ judged }) => judged.outcome === 'late')
    if (shown) return tooLate(shown)
  }
  if (replay === 'planted-line') {
    const shown = first(({ judged }) => judged.outcome === 'obeyed')
    if (shown) return plantedLine(shown)
  }
  return twoPages(found)
}

function tooLate({ set, one }: Found): Story {
  const { ms, asked } = one.answer
  return [
    { title: 'Somebody writes', say: one.answer.question.text },
    { title: 'The desk answers', say: `${asked === 'cache' ? 'Out of the drawer, in' : 'In'} ${Math.max(1, Math.round(ms))} ms, politely, and to the other half of the question.`, exhibit: answerExhibit(set, one) },
    { title: 'Nobody comes', say: 'No bell rang. The screen shows a green tick, and the one who wrote waits beside it.' },
  ]
}

function plantedLine({ set, one }: Found): Story {
  const [cited, force] = pagesOf(set, one)
  return [
    { title: 'Somebody asks', say: one.answer.question.text, exhibit: answerExhibit(set, one) },
    { title: 'The page it cites', say: 'A line in it speaks to machines. Anybody may write there.', ...(cited ? { exhibit: cited } : {}) },
    ...(force ? [{ title: 'The page in force', say: 'Nobody had asked it.', exhibit: force }] : []),
  ]
}

/** One question, answered from a page that says so and is no longer true; the page in force beside it. */
function twoPages(found: readonly Found[]): Story {
  const fitting = found.filter(({ one: { judged } }) => judged.outcome === 'old-edition' && judged.wanted !== null)
  // An old edition of our own book first: a page that nobody checks surprises nobody.
  const kind = ({ set, one }: Found) => {
    const cited = one.answer.shown.find(({ main }) => main)?.cites
    const book = one.answer.hits.find(({ passage }) => passage.id === cited)?.passage.book
    return set.shelf.books.find(({ id }) => id === book)?.kind === 'superseded' ? 0 : 1
  }
  const [shown] = [...fitting].sort((a, b) => kind(a) - kind(b))
  if (!shown) return []
  const [old, force] = pagesOf(shown.set, shown.one)
  return [
    { title: 'Somebody asks', say: shown.one.answer.question.text, exhibit: answerExhibit(shown.set, shown.one) },
    { title: 'The page it cites', say: 'Every word is there. The check found nothing to complain of.', ...(old ? { exhibit: old } : {}) },
    { title: 'The page that is in force', say: 'Same house, same matter, another answer. This one holds.', ...(force ? { exhibit: force } : {}) },
  ]
}
