/** The trap as a story: the night that went well on average, the film at the bottom of the pile, and what was on it. */
import type { Verdict } from '../../core/verdict.ts'
import { clockWords } from '../../core/event-log.ts'
import { mean, most } from '../blocks/operate/night-report.ts'
import { longestCritical, NIGHT_STARTS, waitsOf } from '../ops/night-log.ts'
import { waitOf } from '../ops/night-queue.ts'
import { filmExhibit } from './queue-cases.ts'
import type { QueueSet } from './queue-join.ts'

type Story = NonNullable<Verdict['story']>

export function queueStory(sets: readonly QueueSet[]): Story {
  const worst = sets.map((set) => ({ set, found: longestCritical(set.yours) })).filter(({ found }) => found !== null)
    .sort((a, b) => waitOf(b.found!.read) - waitOf(a.found!.read))[0]
  const film = worst?.found && worst.set.caseOf(worst.found.film.id)
  if (!worst?.found || !film) return []
  const { set, found: { film: queued, read } } = worst
  const [ours, before] = [waitsOf(set.yours, true), waitsOf(set.before, true)]
  const beforeIt = set.before.reads.find(({ id }) => id === queued.id)
  return [
    {
      title: `${set.label}: the figure everybody likes`,
      say: `Critical films waited ${minutes(mean(ours))} on average. First come, first served it was ${minutes(mean(before))}. The slide for the board is already made.`,
    },
    {
      title: 'One film at the bottom of the pile',
      say: `${queued.label}, came in at ${clock(queued.at)}. The risk your model gave it: ${queued.risk.toFixed(2)}. Every few minutes another film is put on top. It is picked up at ${clock(read.starts)}, after ${minutes(waitOf(read))}.`,
      exhibit: filmExhibit(film, `The film that waited ${minutes(waitOf(read))}`),
    },
    {
      title: 'What was on it',
      say: `The report: ${queued.report}.${beforeIt ? ` First come, first served it would have been read after ${minutes(waitOf(beforeIt))}, and no critical film of that night would have waited longer than ${minutes(most(before))}.` : ''} A sorted pile moves the waiting on to whomever the model does not see.`,
      exhibit: filmExhibit(film, `The same film, with the ${queued.report} marked`, 'missed'),
    },
  ]
}

function minutes(value: number | null): string {
  return `${Math.round(value ?? 0)} minutes`
}

function clock(minute: number): string {
  return clockWords(NIGHT_STARTS + minute)
}
