/** Build-time list of quests: what the hospital needs to know of each, without graphs, cards and words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { QuestCard } from '../src/core/hospital.ts'

const ID = 'virtual:quest-cards'
const CARD_FIELDS = ['id', 'n', 'title', 'place', 'npc', 'prerequisites', 'difficulty', 'minutes', 'effects'] as const satisfies (keyof QuestCard)[]

export function questCards(folder = 'quests'): Plugin {
  return {
    name: 'quest-cards',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined
      const files = questFiles(folder)
      for (const file of files) this.addWatchFile(file)
      return `export const cards = ${JSON.stringify(files.map(cardOf).toSorted((a, b) => a.n - b.n))}`
    },
  }
}

function questFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'quest.json'))
    .filter((file) => {
      try {
        return readFileSync(file).length > 0
      } catch {
        return false
      }
    })
}

/** The build trusts the files of this repository: `npm test` has checked each of them. */
function cardOf(file: string): QuestCard {
  const quest = JSON.parse(readFileSync(file, 'utf8')) as QuestCard
  return Object.fromEntries(CARD_FIELDS.map((field) => [field, quest[field]])) as unknown as QuestCard
}
