import { describe, expect, test } from 'vitest'
import { CAST } from '../../src/art/cast.ts'
import { Crowd, pushedBy } from './crowd.ts'
import { hospitalGrid } from './floor/hospital-grid.ts'
import { placeAt, START } from './map.ts'
import { ROUTES } from './routes.ts'

const grid = hospitalGrid()

describe.each(ROUTES.map((route) => [route.look, route] as const))('%s', (look, route) => {
  test('was drawn, and so is whoever is pushed', () => {
    expect(Object.keys(CAST)).toContain(look)
    if (route.pushes) expect(Object.keys(CAST)).toContain(route.pushes)
  })

  test('can walk from every stop to the next', () => {
    route.stops.forEach((stop, i) => {
      expect(grid.free(...stop.at), `stop ${i} at ${stop.at}`).toBe(true)
      expect(grid.way(stop.at, route.stops[(i + 1) % route.stops.length]!.at), `way from stop ${i}`).not.toBeNull()
    })
  })
})

describe('the crowd', () => {
  test('keeps to the floor for an hour and visits several departments', () => {
    const crowd = new Crowd(grid)
    const visited = crowd.strollers.map(() => new Set<string>())
    for (let second = 0; second < 3600; second += 0.5) {
      crowd.step(0.5)
      crowd.strollers.forEach(({ walker }, i) => visited[i]!.add(placeAt(walker.x, walker.y)?.id ?? 'nowhere'))
    }
    for (const places of visited) expect(places).not.toContain('nowhere')
    expect(Math.max(...visited.map((places) => places.size))).toBeGreaterThan(3)
  })

  test('stands a while where it has something to do', () => {
    const crowd = new Crowd(grid)
    const nurse = crowd.strollers[0]!
    let standing = 0
    for (let i = 0; i < 600; i++) {
      crowd.step(0.1)
      if (nurse.walker.way.length === 0) standing += 1
    }
    expect(standing).toBeGreaterThan(100)
    expect(standing).toBeLessThan(500)
  })

  test('grows to any size for measuring, everybody on foot', () => {
    const crowd = new Crowd(grid, 100)
    crowd.step(1)
    expect(crowd.strollers).toHaveLength(100)
    expect(crowd.strollers.filter(({ walker }) => walker.way.length > 0).length).toBeGreaterThan(95)
  })
})

test('a wheelchair is pushed ahead, the way the porter goes', () => {
  const crowd = new Crowd(grid)
  const porter = crowd.strollers.find(({ route }) => route.pushes)!
  porter.walker.x = 10
  porter.walker.y = 9
  porter.walker.way = [[14, 9]]
  expect(pushedBy(porter.walker)).toEqual({ x: 10.62, y: 9, facing: 'se' })
  expect(placeAt(...START)?.id).toBe('reception')
})
