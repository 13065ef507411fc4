/**
 * Build-time list of quests: what the hospital and the learner's career need to know of each, without graphs, cards and words.
 * `npm test` checks that a career counted from it is the same as one counted from the whole files.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { QuestCard } from '../src/core/hospital.ts'
import { goalFigures } from '../src/core/quest/goal-figures.ts'
import type { Quest } from '../src/core/quest/schema.ts'

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
      const quests = files.map(readQuest).toSorted((a, b) => a.n - b.n)
      return `export const cards = ${JSON.stringify(quests.map(cardOf))}\nexport const tallies = ${JSON.stringify(quests.map(tallyOf))}`
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
function readQuest(file: string): Quest {
  const { prerequisites = {}, effects = [], ...quest } = JSON.parse(readFileSync(file, 'utf8')) as Quest
  return { ...quest, prerequisites, effects } as Quest
}

export function cardOf(quest: Quest): QuestCard {
  const fields = Object.fromEntries(CARD_FIELDS.map((field) => [field, quest[field]])) as unknown as QuestCard
  return { ...fields, figures: goalFigures(quest) }
}

/** What points and badges are counted from: right answers, cost of hints, number of cards, badge of the trap. */
export function tallyOf({ id, check, hints, trap, learn }: Quest) {
  return { id, check: check.map(({ answer }) => ({ answer })), hints: hints.map(({ cost }) => ({ cost })), trap: { badge: trap.badge }, learn: learn.map(() => 0) }
}
