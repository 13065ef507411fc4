/** The quest a trainer points at with `?quest=`: fetched, checked, followed at every save. Nobody else fetches this. */
import type { QuestCard } from '../core/hospital.ts'
import type { Judge } from '../core/ports.ts'
import { goalFigures } from '../core/quest/goal-figures.ts'
import { parseQuest } from '../core/quest/parse.ts'
import type { QuestProblem } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { fetchQuest, watchQuest } from '../platform/quest-file.ts'
import './own-quest.css'
import { hashOf, routeOf } from './routes.ts'

export interface OwnQuest {
  card: QuestCard
  text: string
  quest: Quest
}

/**
 * Null when it cannot be played: then the page says why, keeps its address, and is loaded again when the file is saved, so that
 * whoever mends it is back where they stood. `house` are the quests that the game brings.
 */
export async function openOwnQuest(url: string, house: readonly QuestCard[], judge: Pick<Judge, 'read'>): Promise<OwnQuest | null> {
  watchQuest(url, () => location.reload())
  try {
    const { text, file } = await fetchQuest(url)
    // The judge knows what generators and blocks take; where no worker starts, what can be said without it is said here.
    const read = await judge.read({ text, file, ...await houseSources() }).catch(() => parseQuest(text, file))
    if (!read.ok) return refused(read.problems.map(inWords))
    const { quest } = read
    goToIt(quest.id, house)
    const { id, n, title, place, npc, prerequisites, difficulty, minutes, effects } = quest
    return { text, quest, card: { id, n, title, place, npc, prerequisites, difficulty, minutes, effects, figures: goalFigures(quest) } }
  } catch (error) {
    return refused([error instanceof Error ? error.message : String(error)])
  }
}

/** Keys that a quest may cite; without a network they are not asked for. */
async function houseSources(): Promise<{ sources?: string[] }> {
  const register = await import('../../quests/sources.json').catch(() => null)
  return register ? { sources: Object.keys(register.default) } : {}
}

/** A page without an address of its own opens on the quest; so does one that names a quest of nobody: its id was another a moment ago. */
function goToIt(id: string, house: readonly QuestCard[]): void {
  const { screen } = routeOf(location.hash)
  const lost = screen.at === 'quest' && screen.quest !== id && !house.some((card) => card.id === screen.quest)
  if (location.hash === '' || lost) history.replaceState(history.state, '', hashOf({ screen: { at: 'quest', quest: id } }))
}

function inWords({ path, what, mend }: QuestProblem): string {
  return `${path}: ${what}. ${mend}`
}

/** Words of a stranger's file: set as text, never as markup. */
function refused(problems: readonly string[]): null {
  const page = make('main', 'own-quest')
  const heading = make('h1', '', 'This quest cannot be opened yet')
  heading.tabIndex = -1
  const list = make('ul', '')
  list.append(...problems.map((problem) => make('li', '', problem)))
  const said = make('div', 'own-quest-problems')
  said.setAttribute('role', 'alert')
  said.append(list)
  const without = make('a', '', 'Open the hospital without it')
  without.href = '.'
  page.append(heading, make('p', '', 'Mend this and save the file. Opened with “quest play”, the page then loads by itself, where you were.'), said, without)
  document.getElementById('root')?.replaceChildren(page)
  heading.focus()
  return null
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.textContent = text
  return element
}
