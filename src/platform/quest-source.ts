/** Quests as the game gets them: one lazy chunk each, and through the same door (`parse`) as everywhere else. */
import type { QuestCard } from '../core/hospital.ts'
import type { QuestSource } from '../core/ports.ts'
import type { Quest } from '../core/quest/schema.ts'

export interface QuestShelf {
  cards: QuestCard[]
  /** Text of a quest file, with the name to show in a problem. */
  open: Record<string, () => Promise<{ file: string; text: string }>>
  /** Turns foreign text into a quest, or throws a sentence that a trainer can act on. */
  parse(text: string, file: string): Promise<Quest>
}

export interface CardSource extends QuestSource {
  list(): Promise<QuestCard[]>
}

export function questSource(shelf: QuestShelf): CardSource {
  const parsed = new Map<string, Promise<Quest>>()
  const load = async (id: string): Promise<Quest> => {
    const open = Object.hasOwn(shelf.open, id) ? shelf.open[id] : undefined
    if (!open) throw new Error(`There is no quest called "${id}" in this hospital.`)
    const { file, text } = await open().catch(() => {
      throw new Error('This quest could not be fetched. Are you online? Try again in a moment.')
    })
    return shelf.parse(text, file)
  }
  return {
    list: async () => shelf.cards,
    load(id) {
      let quest = parsed.get(id)
      if (!quest) {
        quest = load(id)
        parsed.set(id, quest)
        // A quest that failed to arrive is asked for again next time.
        quest.catch(() => parsed.delete(id))
      }
      return quest
    },
  }
}

/** Fetch a quest that somebody points at with `?quest=<url>`: a trainer trying a file of their own. */
export async function fetchQuest(url: string): Promise<{ file: string; text: string }> {
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) throw new Error(`The quest at ${url} could not be fetched: ${answer ? `the server answered ${answer.status}` : 'no server answered'}.`)
  return { file: new URL(url, location.href).pathname, text: await answer.text() }
}

/** Call `changed` whenever the server that hands out the trainer's file says that it was saved. */
export function watchQuest(url: string, changed: () => void): () => void {
  const events = new EventSource(new URL('events', new URL(url, location.href)))
  events.addEventListener('changed', changed)
  return () => events.close()
}
