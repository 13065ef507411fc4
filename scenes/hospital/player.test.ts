import { describe, expect, test } from 'vitest'
import type { StageEvent } from '../../src/core/ports.ts'
import type { Direction } from '../kit/keys.ts'
import { hospitalGrid } from './floor/hospital-grid.ts'
import { placeAt, START } from './map.ts'
import { PEOPLE } from './people.ts'
import { Player } from './player.ts'

const grid = hospitalGrid()
const held = (...keys: Direction[]) => new Set(keys)

function start() {
  const events: StageEvent[] = []
  const player = new Player(grid, (event) => events.push(event))
  const walk = (seconds: number) => {
    for (let t = 0; t < seconds; t += 0.05) player.step(0.05)
  }
  return { player, events, walk }
}

const places = (events: StageEvent[]) => events.flatMap((event) => (event.type === 'sound.made' ? [] : event.type === 'department.entered' ? event.department : event.type))
const sounds = (events: StageEvent[]) => events.flatMap((event) => (event.type === 'sound.made' ? event.sound : []))

describe('walking by click', () => {
  test('to Sister Joan: through the departments on the way, then face to face with her', () => {
    const { player, events, walk } = start()
    player.walkToPerson('joan-malik')
    walk(20)
    expect(places(events))
      .toEqual(['corridor', 'medical-wards', 'person.reached'])
    const joan = PEOPLE.find((person) => person.id === 'joan-malik')!
    expect([player.walker.x, player.walker.y]).toEqual(joan.meet)
    expect(player.walker.facing).toBe('ne')
  })

  test('somebody already before her reaches her at once', () => {
    const { player, events, walk } = start()
    player.walkToPerson('joan-malik')
    walk(20)
    player.walkToPerson('joan-malik')
    expect(events.filter((event) => event.type === 'person.reached')).toHaveLength(2)
  })

  test('onto a bed ends beside it', () => {
    const { player, walk } = start()
    expect(player.walkTo(17.4, 1.2)).toBe(true)
    walk(20)
    expect(grid.free(player.walker.x, player.walker.y)).toBe(true)
    expect(placeAt(player.walker.x, player.walker.y)?.id).toBe('medical-wards')
  })

  test('to somebody or somewhere that is not on the map is no walk, and nobody is forgotten', () => {
    const { player, events, walk } = start()
    expect([player.walkToPerson('joan-malik'), player.walkToPerson('zoe-brandt'), player.walkToDepartment('milk-kitchen')]).toEqual([true, false, false])
    walk(20)
    expect(places(events).at(-1)).toBe('person.reached')
  })

  test('a new goal forgets the person of the old one', () => {
    const { player, events, walk } = start()
    player.walkToPerson('joan-malik')
    walk(0.5)
    player.walkToDepartment('garden')
    walk(20)
    expect(events.some((event) => event.type === 'person.reached')).toBe(false)
    expect(placeAt(player.walker.x, player.walker.y)?.id).toBe('garden')
  })
})

describe('walking by keys', () => {
  test('goes on while a key is held and stops with it', () => {
    const { player, walk } = start()
    player.keys(held('up'), 'up')
    walk(0.5)
    player.keys(held(), null)
    const [x, y] = [player.walker.x, player.walker.y]
    expect(x + y).toBeLessThan(START[0] + START[1] - 1)
    walk(1)
    expect([player.walker.x, player.walker.y]).toEqual([x, y])
  })

  test('slides along walls and never through them', () => {
    const { player, walk } = start()
    for (const keys of [held('left'), held('left', 'up'), held('right', 'down'), held('down'), held('right')]) {
      player.keys(keys, null)
      for (let i = 0; i < 100; i++) {
        walk(0.1)
        expect(grid.free(player.walker.x, player.walker.y)).toBe(true)
      }
    }
  })
})

describe('with reduced motion', () => {
  test('one is there at once', () => {
    const { player, events } = start()
    player.reduced = true
    player.walkToPerson('edith-moore')
    expect(events).toEqual([{ type: 'department.entered', department: 'garden' }, { type: 'person.reached', person: 'edith-moore' }])
    expect(player.moving).toBe(false)
  })

  test('a key is one short step', () => {
    const { player } = start()
    player.reduced = true
    player.keys(held('up'), 'up')
    expect([player.walker.x, player.walker.y]).toEqual([START[0] - 0.5, START[1] - 0.5])
    expect(player.moving).toBe(false)
  })
})

describe('what is heard of a walk', () => {
  test('one footfall a stride, four by turns', () => {
    const { player, events, walk } = start()
    player.walkTo(START[0], START[1] - 6)
    walk(4)
    expect(player.walker.walked).toBeCloseTo(6 + 2 * Math.SQRT2)
    // A stride covers 1.15 m.
    expect(sounds(events)).toEqual(['step1', 'step2', 'step3', 'step4', 'step1', 'step2', 'step3'])
  })

  test('wheels make none', () => {
    const { player, events, walk } = start()
    player.wheels = true
    player.walkTo(START[0], START[1] - 6)
    walk(4)
    expect(sounds(events)).toEqual([])
  })

  test('the revolving door turns once for whoever goes through it, there and back', () => {
    const { player, events, walk } = start()
    player.walkToDepartment('medical-wards')
    walk(20)
    expect(sounds(events)).not.toContain('door')
    player.walkTo(26, 7)
    walk(20)
    expect(placeAt(player.walker.x, player.walker.y)?.id).toBe('street')
    expect(sounds(events).filter((sound) => sound === 'door')).toHaveLength(1)
    player.walkToDepartment('medical-wards')
    walk(20)
    expect(sounds(events).filter((sound) => sound === 'door')).toHaveLength(2)
  })

  test('without motion a press of a key is one footfall, and a walk to somebody none', () => {
    const { player, events } = start()
    player.reduced = true
    player.keys(held('up'), 'up')
    player.walkToPerson('rosa-lind')
    expect(sounds(events)).toEqual(['step1'])
  })
})
