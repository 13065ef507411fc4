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
