/** The quests of this house, one lazy chunk each, and the one a trainer points at with `?quest=`. */
import type { QuestCard } from '../core/hospital.ts'
import type { Quest } from '../core/quest/schema.ts'
import type { QuestShelf } from '../platform/quest-source.ts'
import type { OwnQuest } from './own-quest.ts'

const files = import.meta.glob<string>('../../quests/*/quest.json', { query: '?raw', import: 'default' })

export function questShelf(cards: QuestCard[], own: OwnQuest | null): QuestShelf {
  const open: QuestShelf['open'] = {}
  for (const { id } of cards) {
    const fetchText = files[`../../quests/${id}/quest.json`]
    if (fetchText) open[id] = async () => ({ file: `quests/${id}/quest.json`, text: await fetchText() })
  }
  if (own) open[own.card.id] = async () => ({ file: 'your quest file', text: own.text })
  return { cards, open, parse }
}

async function parse(text: string, file: string): Promise<Quest> {
  const { parseQuest } = await import('../core/quest/parse.ts')
  const read = parseQuest(text, file)
  if (read.ok) return read.quest
  throw new Error(read.problems.map(({ file: of, path, what, mend }) => `${of}, ${path}: ${what}. ${mend}`).join('\n'))
}
