import { describe, expect, test } from 'vitest'
import { FURNITURE } from '../../src/art/plan.ts'
import type { Plan as ArtPlan } from '../../src/art/plan.ts'
import { DEPARTMENTS, STAFF } from '../../src/core/staff.ts'
import { FOOTPRINTS, turnedSize } from './floor/footprints.ts'
import { hospitalGrid } from './floor/hospital-grid.ts'
import { MAP, PLACES, START, placeAt } from './map.ts'
import { PEOPLE } from './people.ts'

const grid = hospitalGrid()

describe('the ground floor', () => {
  test('is a plan that the art can draw', () => {
    const plan: ArtPlan = MAP
    expect(plan.rooms).toHaveLength(11)
  })

  test('stands on furniture that somebody drew, in looks that exist', () => {
    for (const { name, variant } of MAP.furniture) {
      const entry = FURNITURE[name as keyof typeof FURNITURE] as { size: readonly number[]; variants?: readonly string[] } | undefined
      expect(entry, name).toBeDefined()
      if (variant !== undefined) expect(entry?.variants, name).toContain(variant)
    }
  })

  test('knows the same sizes as the art', () => {
    for (const [name, footprint] of Object.entries(FOOTPRINTS)) {
      const entry = FURNITURE[name as keyof typeof FURNITURE] as { size: readonly number[]; walkable?: boolean }
      expect(footprint.size, name).toEqual(entry.size)
      // A door of the art takes room; people walk through it all the same.
      if (name !== 'revolvingDoor') expect(footprint.walkable ?? false, name).toBe(entry.walkable ?? false)
    }
  })

  test('has no two pieces on one tile', () => {
    const taken = new Map<string, string>()
    for (const piece of MAP.furniture) {
      if (FOOTPRINTS[piece.name]?.walkable) continue
      const [w, d] = turnedSize(piece)
      for (let x = piece.at[0]; x < piece.at[0] + w; x++) {
        for (let y = piece.at[1]; y < piece.at[1] + d; y++) {
          expect(taken.get(`${x},${y}`), `${piece.name} at ${x},${y}`).toBeUndefined()
          taken.set(`${x},${y}`, piece.name)
        }
      }
    }
  })

  test('has no furniture through a wall or across a doorway between rooms', () => {
    for (const piece of MAP.furniture) {
      if (piece.name === 'revolvingDoor') continue
      const [w, d] = turnedSize(piece)
      const from = placeAt(piece.at[0] + 0.5, piece.at[1] + 0.5)?.id
      expect(placeAt(piece.at[0] + w - 0.5, piece.at[1] + d - 0.5)?.id, `${piece.name} at ${piece.at}`).toBe(from)
    }
  })

  test('gives every tile of its rooms to one department', () => {
    for (let x = 0.5; x < 30; x++) for (let y = 0.5; y < 23; y++) expect(placeAt(x, y), `${x},${y}`).not.toBeNull()
  })
})

describe('everybody can be met on foot', () => {
  test.each(PEOPLE.map((person) => [person.id, person] as const))('%s', (_, person) => {
    expect(grid.free(...person.at), 'stands on a tile of their own').toBe(false)
    expect(grid.free(...person.meet), 'free place in front').toBe(true)
    expect(grid.way(START, person.meet)).not.toBeNull()
    expect(['se', 'sw']).toContain(person.facing)
  })

  test('and is on the staff, in the department where they stand', () => {
    expect(PEOPLE.map(({ id, at }) => [id, placeAt(...at)?.id]).sort()).toEqual(STAFF.map(({ id, department }) => [id, department]).sort())
  })

  test('nobody stands inside furniture or another person', () => {
    const feet = new Set(PEOPLE.map((person) => person.at.map(Math.floor).join()))
    expect(feet.size).toBe(PEOPLE.length)
    for (const piece of MAP.furniture) {
      if (FOOTPRINTS[piece.name]?.walkable) continue
      const [w, d] = turnedSize(piece)
      for (const { id, at: [x, y] } of PEOPLE) {
        const inside = x > piece.at[0] && x < piece.at[0] + w && y > piece.at[1] && y < piece.at[1] + d
        expect(inside, `${id} in ${piece.name}`).toBe(false)
      }
    }
  })
})

describe('every department can be entered on foot', () => {
  test('all of them, as the list has them', () => {
    expect(PLACES.map(({ id, name }) => [id, name])).toEqual(DEPARTMENTS.map(({ id, name }) => [id, name]))
  })

  test.each(PLACES.map((place) => [place.id, place] as const))('%s', (_, place) => {
    expect(grid.free(...place.spot)).toBe(true)
    expect(placeAt(...place.spot)?.id).toBe(place.id)
    expect(grid.way(START, place.spot)).not.toBeNull()
  })
})

test('walls are walked round, not through', () => {
  const way = grid.way([2.5, 9.5], [6.5, 12.5])!
  const crossing = way.findIndex(([, y]) => y > 11)
  expect(crossing).toBeGreaterThan(0)
  // The board room's door is between x = 5 and x = 7.
  for (const [x] of way.slice(crossing - 1)) expect(x).toBeGreaterThan(5)
})

test('nobody walks on the road, save over the crossing', () => {
  expect(grid.free(29, 5)).toBe(false)
  expect(grid.way(START, [29, 20])).not.toBeNull()
})
