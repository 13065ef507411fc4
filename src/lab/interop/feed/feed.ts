/**
 * A few days of messages from the old systems of St Turing, about people of the town, in the order they arrive.
 *
 * `n` messages, of which round(n x defectRate) are defective, every kind in turn. Each set holds the story of the potassium:
 * 4.1 preliminary, 4.1 final, 7.1 corrected.
 */
import { Rng } from '../../../core/rng.ts'
import { person, type Person, TOWN_SIZE } from '../../data/town.ts'
import { defectiveOf } from './defective.ts'
import { DEFECTS, type FeedMessage } from './feed-message.ts'
import type { Dialect } from './senders.ts'
import { type Draft, stayOf } from './stay.ts'

export interface FeedParams {
  n: number
  defectRate: number
  dialects: readonly Dialect[]
}

/** Arrivals are spread over this many minutes. */
const TWO_DAYS = 2 * 24 * 60

export function feedOf(seed: string, { n, defectRate, dialects }: FeedParams): FeedMessage[] {
  const rng = new Rng(seed)
  const newcomer = people(rng)
  const defective = Math.round(n * defectRate)
  const good: Draft[] = []
  let serial = 3000
  while (good.length < n - defective) {
    const stay = stayOf({ rng, person: newcomer(), dialect: rng.pick(dialects), from: rng.int(0, TWO_DAYS), serial: serial++, potassiumStory: good.length === 0 })
    // A stay is cut at its end, never in its middle.
    good.push(...stay.slice(0, n - defective - good.length))
  }
  const firstKind = rng.int(0, DEFECTS.length - 1)
  const bad = Array.from({ length: defective }, (_, i) => defectiveOf({
    rng, person: newcomer(), dialect: rng.pick(dialects), minute: rng.int(60, TWO_DAYS), serial: serial++, defect: DEFECTS[(firstKind + i) % DEFECTS.length] ?? 'no-value',
  }))
  return inOrder([...good, ...bad])
}

function inOrder(drafts: Draft[]): FeedMessage[] {
  return drafts
    .map((draft, i) => ({ draft, i }))
    .sort((a, b) => a.draft.minute - b.draft.minute || a.i - b.i)
    .map(({ draft: { minute: _minute, write, ...rest } }, i) => {
      const id = `M${String(i + 1).padStart(4, '0')}`
      return { id, ...write(id), ...rest }
    })
}

/** People of the town, nobody twice, and nobody who was born after these days. */
function people(rng: Rng): () => Person {
  const taken = new Set<number>()
  return () => {
    let i = rng.int(0, TOWN_SIZE - 1)
    for (;;) {
      const found = taken.has(i) ? null : person(i)
      taken.add(i)
      if (found && found.age > 0) return found
      i = (i + 1) % TOWN_SIZE
    }
  }
}
