import { expect, test } from 'vitest'
import { sampleQuest } from '../core/quest/quest.fixture.ts'
import { questSource } from './quest-source.ts'

const quest = sampleQuest()
const shelf = (open: () => Promise<{ file: string; text: string }>) => questSource({
  cards: [quest], open: { [quest.id]: open },
  parse: async (text) => (text === 'good' ? quest : Promise.reject(new Error('learn[2].md: it is empty. Write a sentence.'))),
})
const good = async () => ({ file: 'quest.json', text: 'good' })

test('quests are listed without being fetched, and fetched once', async () => {
  let fetched = 0
  const source = shelf(() => { fetched++; return good() })
  expect(await source.list()).toEqual([quest])
  expect(fetched).toBe(0)
  expect(await Promise.all([source.load(quest.id), source.load(quest.id)])).toEqual([quest, quest])
  expect(fetched).toBe(1)
})

test.each(['nowhere', '__proto__', 'constructor', ''])('a quest that is not there is named: %j', async (id) => {
  await expect(shelf(good).load(id)).rejects.toThrow(`no quest called "${id}"`)
})

test('a quest with mistakes is told to its trainer in words', async () => {
  await expect(shelf(async () => ({ file: 'quest.json', text: 'bad' })).load(quest.id)).rejects.toThrow('Write a sentence')
})

test('without a network the learner is told so, and the next try fetches again', async () => {
  let online = false
  const source = shelf(() => (online ? good() : Promise.reject(new TypeError('Failed to fetch'))))
  await expect(source.load(quest.id)).rejects.toThrow('Are you online?')
  online = true
  await expect(source.load(quest.id)).resolves.toEqual(quest)
})
