import { describe, expect, test } from 'vitest'
import { hospital, type PersonOnFloor, type QuestCard } from './hospital.ts'
import type { Career } from './log/career.ts'
import { career } from './log/folds.ts'
import { sampleQuest } from './quest/quest.fixture.ts'
import { DEPARTMENTS, DEPARTMENT_IDS, STAFF } from './staff.ts'

const fresh = career([], [])
const quest: QuestCard = sampleQuest()
const withMedal = (medal: 'pass' | 'silver' | 'gold'): Career => ({ ...fresh, medals: { [quest.id]: medal }, completed: [{ quest: quest.id, at: 1, medal }] })

function person(id: string, ...args: Parameters<typeof hospital>): PersonOnFloor {
  const found = hospital(...args).departments.flatMap(({ people }) => people).find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not in the house`)
  return found
}

describe('the house before anything has happened', () => {
  const house = hospital(fresh, [quest])

  test('every department has a name, a sentence and somebody who greets', () => {
    expect(house.departments.map(({ id }) => id)).toEqual(DEPARTMENTS.map(({ id }) => id))
    for (const { about, people } of house.departments) {
      expect(about.length).toBeGreaterThan(20)
      expect(people.length).toBeGreaterThan(0)
      for (const { greeting } of people) {
        expect(greeting?.length).toBeGreaterThan(0)
        for (const line of greeting ?? []) expect(line).toMatch(/[.?!]$/)
      }
    }
  })

  test('everybody on the staff list works somewhere that exists, under an id of their own', () => {
    expect(STAFF.every(({ department }) => DEPARTMENT_IDS.has(department))).toBe(true)
    expect(new Set(STAFF.map(({ id }) => id)).size).toBe(STAFF.length)
  })

  test('the door spins and 14.5% come back', () => {
    expect(house.sprites).toEqual({ 'revolving-door': 'spinning' })
    expect(house.stats['readmissions']).toEqual({ label: 'Back within 30 days', value: 14.5, unit: '%' })
  })
})

describe('a quest and its mark', () => {
  test('is offered, then active with its stage, then done with its medal', () => {
    expect(person('joan-malik', fresh, [quest]).quest).toMatchObject({ id: quest.id, mark: 'offered', medal: 'none' })
    expect(person('joan-malik', { ...fresh, active: [quest.id] }, [quest], { [quest.id]: 'build' }).quest).toMatchObject({ mark: 'active', stage: 'build' })
    expect(person('joan-malik', withMedal('silver'), [quest]).quest).toMatchObject({ mark: 'done', medal: 'silver' })
  })

  test('is not locked by a quest that the game does not have', () => {
    expect(person('joan-malik', fresh, [{ ...quest, prerequisites: { all: ['eye-dr-screening'], any: ['other'] } }]).quest?.mark).toBe('offered')
  })

  test('is locked by one that it has, and says so', () => {
    const later: QuestCard = { ...quest, id: 'later', n: 8, title: 'Later', npc: { ...quest.npc, id: 'mei-tan' }, prerequisites: { all: [quest.id], medal: 'silver' } }
    expect(person('mei-tan', fresh, [quest, later]).quest).toMatchObject({ mark: 'locked', lockedWhy: 'First finish "Lost labels" with silver.' })
    expect(person('mei-tan', withMedal('pass'), [quest, later]).quest?.mark).toBe('locked')
    expect(person('mei-tan', withMedal('gold'), [quest, later]).quest?.mark).toBe('offered')
  })

  test('the own person of a trainer stands where their quest says', () => {
    const own: QuestCard = { ...quest, npc: { id: 'zoe-brandt', name: 'Zoe Brandt', role: 'Midwife', portrait: 'npc/zoe-brandt' }, place: { ...quest.place, department: 'garden' } }
    expect(person('zoe-brandt', fresh, [own])).toMatchObject({ department: 'garden', quest: { mark: 'offered' } })
  })

  test('somebody with two quests speaks of the one that is not done', () => {
    const second: QuestCard = { ...quest, id: 'second', n: 9 }
    expect(person('joan-malik', withMedal('gold'), [second, quest]).quest?.id).toBe('second')
  })
})

describe('the house answers', () => {
  test('a pass slows the door and hands out tablets', () => {
    const house = hospital(withMedal('pass'), [quest])
    expect(house.sprites['revolving-door']).toBe('slow')
    expect(person('joan-malik', withMedal('pass'), [quest])).toMatchObject({ state: 'tablet', greeting: [expect.stringContaining('quieter')] })
    expect(house.stats['readmissions']?.value).toBe(14.5)
    expect(house.unlocked).toEqual([])
  })

  test('gold does what pass and silver do as well', () => {
    const house = hospital(withMedal('gold'), [quest])
    expect(house.stats['readmissions']?.value).toBe(8.5)
    expect(house.unlocked).toEqual([{ id: 'medical-wards.follow-up-room', name: 'Follow up room', department: 'medical-wards', medal: 'gold' }])
    expect(house.sprites['revolving-door']).toBe('slow')
  })

  test('a thing is called as the quest says, and one of no department stands where the quest plays', () => {
    const own: QuestCard = { ...quest, effects: [{ on: 'pass', do: 'unlock', target: 'milk-kitchen', state: 'The milk kitchen' }] }
    expect(hospital(withMedal('silver'), [own]).unlocked).toEqual([{ id: 'milk-kitchen', name: 'The milk kitchen', department: quest.place.department, medal: 'pass' }])
  })

  test('steps of a tenth stay readable', () => {
    const small: QuestCard = { ...quest, effects: [{ on: 'pass', do: 'stat', target: 'readmissions', delta: -0.5 }, { on: 'silver', do: 'stat', target: 'readmissions', delta: -0.1 }] }
    expect(hospital(withMedal('gold'), [small]).stats['readmissions']?.value).toBe(13.9)
  })

  test('asking twice gives two houses that do not share anything', () => {
    hospital(withMedal('gold'), [quest]).stats['readmissions']!.value = 0
    expect(hospital(fresh, [quest]).stats['readmissions']?.value).toBe(14.5)
  })
})
