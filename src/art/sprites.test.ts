import { describe, expect, test } from 'vitest'
import { drawFloor } from './floor.ts'
import { drawFurniture } from './objects/catalogue.ts'
import { FURNITURE, turnedSize, type FurnitureName, type Plan, type Rotation } from './plan.ts'
import { departmentAt, spritesOf } from './sprites.ts'

const ROTATIONS: Rotation[] = ['a', 'b', 'c', 'd']
const names = Object.keys(FURNITURE) as FurnitureName[]

const plan: Plan = {
  size: [6, 5],
  rooms: [
    { id: 'hall', department: 'reception', rect: [0, 0, 3, 5], pattern: 'plank', label: [1, 0] },
    { id: 'ward', department: 'medical-wards', rect: [3, 0, 3, 5], pattern: 'vinyl', label: [4, 0] },
  ],
  walls: [{ kind: 'window', axis: 'y', at: [0, 0], length: 3, department: 'reception' }],
  furniture: [
    { name: 'plant', at: [1, 1], rot: 'a' },
    { name: 'bed', at: [4, 1], rot: 'b', variant: 'patient1' },
    { name: 'plant', at: [4, 4], rot: 'a' },
    { name: 'revolvingDoor', at: [0, 3], rot: 'a' },
  ],
  lines: [
    {
      path: [
        [0, 4],
        [2, 4],
        [2, 1],
      ],
      color: '#22a197',
    },
  ],
  ground: { island: [0, 0, 8, 7], patches: [{ kind: 'road', rect: [6, 0, 2, 7] }] },
  near: ['reception'],
}

describe('furniture', () => {
  test.each(names)('%s is drawn in all four turns and all its looks', (name) => {
    const entry: object = FURNITURE[name]
    const { variants = [] } = entry as { variants?: readonly string[] }
    for (const rot of ROTATIONS) {
      for (const variant of [undefined, ...variants]) {
        const svg = drawFurniture({ name, rot, ...(variant === undefined ? {} : { variant }) }).body()
        expect(svg, `${name} ${rot} ${variant}`).toMatch(/<(polygon|path|circle|g)/)
        expect(svg, `${name} ${rot} ${variant}`).not.toMatch(/NaN|undefined|Infinity/)
      }
    }
  })

  test.each(names.filter((name) => name !== 'ct'))('%s stays on its tiles, give or take a foot', (name) => {
    for (const rot of ROTATIONS) {
      const { bounds } = drawFurniture({ name, rot })
      const [w, d] = turnedSize(name, rot)
      expect(bounds.x0).toBeGreaterThan(-0.3)
      expect(bounds.y0).toBeGreaterThan(-0.3)
      expect(bounds.x1).toBeLessThan(w + 0.3)
      expect(bounds.y1).toBeLessThan(d + 0.3)
      expect(bounds.z0).toBeGreaterThanOrEqual(0)
    }
  })

  test('that nobody drew is refused by name', () => {
    expect(() => drawFurniture({ name: 'throne', rot: 'a' })).toThrow(/throne/)
    expect(() => drawFurniture({ name: 'toString', rot: 'a' })).toThrow(RangeError)
    expect(() => drawFurniture({ name: 'bed', rot: 'a', variant: 'gold' })).toThrow(/has no variant "gold"; it has: sky/)
  })
})

describe('what a plan needs', () => {
  const sprites = spritesOf(plan)
  const part = (frame: string): string | undefined => sprites.find((sprite) => sprite.frame === frame)?.part

  test('is listed once, and near when it stands in a near room as well', () => {
    expect(sprites.filter(({ frame }) => frame === 'obj/plant/a')).toHaveLength(1)
    expect(part('obj/plant/a')).toBe('near')
    expect(part('obj/bed/b-patient1')).toBe('far')
    expect(part('wall/window/y/reception')).toBe('near')
  })

  test('holds a door at rest near, its turning far', () => {
    expect(part('obj/revolvingDoor/a-0')).toBe('near')
    expect(part('obj/revolvingDoor/a-3')).toBe('far')
  })

  test('draws to the same letters twice', () => {
    const again = spritesOf(plan)
    expect(again.map(({ frame }) => frame)).toEqual(sprites.map(({ frame }) => frame))
    for (let i = 0; i < sprites.length; i += 7) expect(again[i]!.draw()).toBe(sprites[i]!.draw())
    expect(drawFloor(plan)).toEqual(drawFloor(plan))
  })

  test('has no name twice within one frame', () => {
    for (const sprite of sprites) {
      const ids = [...sprite.draw().matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
      expect(new Set(ids).size, sprite.frame).toBe(ids.length)
    }
  })

  test('knows which department a point lies in, out of doors too', () => {
    expect([
      departmentAt(plan, [1, 1]),
      departmentAt(plan, [4, 1]),
      departmentAt(plan, [7, 2]),
      departmentAt(plan, [2, 6]),
    ]).toEqual(['reception', 'medical-wards', 'street', 'garden'])
  })
})
