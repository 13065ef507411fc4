/** What a medal promises happens, and can be seen: every effect of every quest has somebody who shows it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { PLACES } from '../../scenes/hospital/map.ts'
import { cardOf } from '../../scripts/vite-quest-cards.ts'
import { DEFAULT_SETTINGS, startState } from '../../src/app/state.ts'
import { hospital, type Hospital } from '../../src/core/hospital.ts'
import { career } from '../../src/core/log/folds.ts'
import { parseQuest } from '../../src/core/quest/parse.ts'
import type { Effect, Quest } from '../../src/core/quest/schema.ts'
import { isEffectSound } from '../../src/core/sounds.ts'
import { GameContext, type GameState } from '../../src/ui/game.ts'
import { HospitalList } from '../../src/ui/hospital-list.tsx'
import { effectWords } from '../../src/ui/quest/effect-list.tsx'
import { places } from '../../src/ui/words/en-hospital.ts'

const quests: Quest[] = readdirSync('quests', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => {
  const file = join('quests', name, 'quest.json')
  const read = parseQuest(readFileSync(file, 'utf8'), file)
  if (!read.ok) throw new Error(`${file} does not parse`)
  return read.quest
})
const cards = quests.map(cardOf)
const nobody = career([])
const before = hospital(nobody, cards)
const after = hospital({ ...nobody, medals: Object.fromEntries(quests.map(({ id }) => [id, 'gold' as const])) }, cards)

/** Words of the list, department by department. */
function listOf(house: Hospital): Map<string, string> {
  const state: GameState = { ...startState(DEFAULT_SETTINGS, cards, true), hospital: house }
  const game = { store: createStore<GameState>(() => state), actions: {} as never, facts: () => [] }
  const articles = renderToString(createElement(GameContext, { value: game }, createElement(HospitalList))).split('<article').slice(1)
  return new Map(articles.map((html, at) => [house.departments[at]!.id, html.replaceAll(/<[^>]+>/g, ' ')]))
}

const listBefore = listOf(before)
const listAfter = listOf(after)
const person = (house: Hospital, id: string) => house.departments.flatMap(({ people }) => people).find((one) => one.id === id)
const mapShows = (department: string) => PLACES.some(({ id }) => id === department)

/** Who shows it: throws, in words, for an effect that nobody does. */
const SHOWN: Record<Effect['do'], (effect: Effect) => void> = {
  sprite({ target }) {
    expect(target, 'the only sprite that map and list know').toBe('revolving-door')
    expect(listBefore.get('medical-wards')).not.toContain(places.doorSlow)
    expect(listAfter.get('medical-wards')).toContain(places.doorSlow)
  },
  npc({ target, state }) {
    expect(person(after, target)?.state).toBe(state)
    expect(person(after, target)?.greeting, 'they have something else to say').not.toEqual(person(before, target)?.greeting)
  },
  stat({ target }) {
    expect(after.stats[target]?.value, 'a figure on the wall has moved').not.toBe(before.stats[target]?.value)
  },
  light({ target }) {
    expect(mapShows(target), 'the map lights it').toBe(true)
    expect(listBefore.get(target)).not.toContain(places.lit)
    expect(listAfter.get(target)).toContain(places.lit)
  },
  unlock({ target, on }) {
    const thing = after.unlocked.find(({ id }) => id === target)!
    expect(target.split('.')[0], 'it stands where its name says').toBe(thing.department)
    expect(mapShows(thing.department), 'the map hangs a sign').toBe(true)
    expect(thing.medal).toBe(on)
    expect(listAfter.get(thing.department)).toContain(places.opened(thing.name, on))
  },
  sound({ target }) {
    expect(isEffectSound(target), target).toBe(true)
  },
}

describe.each(quests.map((quest) => [quest.id, quest] as const))('%s', (_, quest) => {
  test.each(quest.effects.map((effect) => [effect.on, effect.do, effect.target, effect] as const))('on %s, %s %s can be seen', (_on, _do, _target, effect) => {
    SHOWN[effect.do](effect)
  })

  test('the debrief says each of them in a sentence', () => {
    for (const effect of quest.effects) expect(effectWords(effect, after.stats[effect.target]), `${effect.do}:${effect.target}`).toMatch(/^[A-Z].* .*\.$/)
  })
})
