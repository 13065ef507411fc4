/** The quests of this house, one lazy chunk each, and the one a trainer points at with `?quest=`. */
import type { QuestCard } from '../core/hospital.ts'
import type { Quest } from '../core/quest/schema.ts'
import { fetchQuest, type QuestShelf, watchQuest } from '../platform/quest-source.ts'

const files = import.meta.glob<{ default: unknown }>('../../quests/*/quest.json')

export interface OwnQuest {
  card: QuestCard
  quest: Quest
}

/** Fetch, check and watch the file; a file with mistakes is shown as its list of mistakes. */
export async function ownQuest(url: string): Promise<OwnQuest | null> {
  watchQuest(url, () => location.reload())
  try {
    const { json, file } = await fetchQuest(url)
    const quest = await parse(json, file)
    const { id, n, title, place, npc, prerequisites, difficulty, minutes, effects } = quest
    return { quest, card: { id, n, title, place, npc, prerequisites, difficulty, minutes, effects } }
  } catch (error) {
    alert(error instanceof Error ? error.message : String(error))
    return null
  }
}

export function questShelf(cards: QuestCard[], own: OwnQuest | null): QuestShelf {
  const open: QuestShelf['open'] = {}
  for (const { id } of cards) {
    const file = `../../quests/${id}/quest.json`
    open[id] = async () => ({ file, json: (await files[file]?.())?.default })
  }
  if (own) open[own.card.id] = async () => ({ file: 'your file', json: own.quest })
  return { cards, open, parse }
}
