import { describe, expect, test } from 'vitest'
import type { Look } from '../core/log/facts.ts'
import { CAST, lookOf, lookOfPlayer } from './cast.ts'
import { playerSheet } from './player-sheet.ts'
import { portrait, type Mood } from './portrait.ts'

const MOODS: Mood[] = ['neutral', 'happy', 'worried', 'think', 'talk']
const idsIn = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
const usedIn = (svg: string): string[] => [...svg.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]!)

const learner: Look = {
  skin: '#c08457',
  hair: '#1d1718',
  style: 'hijab',
  cloth: '#22a197',
  top: '#f8cd55',
  legs: '#35507a',
  coat: false,
  glasses: true,
  wheelchair: false,
}

describe('a portrait', () => {
  test('is the same each time it is drawn', () => {
    expect(portrait(CAST['joan-malik'], 'talk', '#dcefdf')).toBe(portrait(CAST['joan-malik'], 'talk', '#dcefdf'))
  })

  test('shows every mood differently', () => {
    for (const look of Object.values(CAST)) expect(new Set(MOODS.map((mood) => portrait(look, mood))).size).toBe(MOODS.length)
  })

  test('of anybody can stand beside any other: no name inside is used twice', () => {
    const ids = Object.values(CAST).flatMap((look) => MOODS.flatMap((mood) => idsIn(portrait(look, mood))))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('refers only to what it holds', () => {
    for (const look of Object.values(CAST)) {
      const svg = portrait(look)
      expect(idsIn(svg)).toEqual(expect.arrayContaining([...new Set(usedIn(svg))]))
    }
  })

  test('takes a name from outside', () => {
    expect(idsIn(portrait(CAST['sam-okafor'], 'happy', '#fff', 'mine')).every((id) => id.startsWith('mine'))).toBe(true)
  })
})

describe('the cast', () => {
  test('has a look for a stranger, always the same', () => {
    expect(lookOf('nobody-known')).toBe(lookOf('nobody-known'))
    expect(lookOf('constructor')).toBeDefined()
  })

  test('tells everybody apart', () => {
    expect(new Set(Object.values(CAST).map((look) => JSON.stringify(look))).size).toBe(Object.keys(CAST).length)
  })
})

describe('the player', () => {
  test('keeps what the learner chose', () => {
    expect(lookOfPlayer(learner)).toMatchObject({ skin: learner.skin, style: 'hijab', cloth: learner.cloth, glasses: true })
    expect(lookOfPlayer(learner).wheelchair).toBeUndefined()
    expect(lookOfPlayer({ ...learner, wheelchair: true }).wheelchair).toBeDefined()
  })

  test('has a sheet with every step both ways, cut inside the picture', () => {
    for (const wheelchair of [false, true]) {
      const { svg, frames } = playerSheet(lookOfPlayer({ ...learner, wheelchair }))
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number) as [number, number, number]
      for (const facing of ['se', 'ne'])
        for (const pose of ['idle', 'sit', ...[0, 1, 2, 3, 4, 5].map((i) => `walk${i}`)])
          expect(frames).toHaveProperty([`${facing}/${pose}`])
      for (const { x, y, w, h, pivotX, pivotY } of Object.values(frames)) {
        expect(x + w).toBeLessThanOrEqual(width)
        expect(y + h).toBeLessThanOrEqual(height)
        expect(pivotX / w).toBeCloseTo(0.5)
        expect(pivotY / h).toBeGreaterThan(0.7)
      }
    }
  })

  test('stands, drawn alone, as in the whole sheet', () => {
    const [alone, all] = [playerSheet(lookOfPlayer(learner), 'standing'), playerSheet(lookOfPlayer(learner))]
    expect(Object.keys(alone.frames)).toEqual(['se/idle', 'ne/idle'])
    expect(alone.frames['se/idle']).toEqual(all.frames['se/idle'])
    expect(alone.svg.length).toBeLessThan(all.svg.length / 4)
  })

  test('has no name twice in their sheet, or one step would wear the colours of another', () => {
    const { svg } = playerSheet(lookOfPlayer(learner))
    expect(new Set(idsIn(svg)).size).toBe(idsIn(svg).length)
  })

  test('moves when walking and when pushing', () => {
    for (const wheelchair of [false, true]) {
      const { svg } = playerSheet(lookOfPlayer({ ...learner, wheelchair }))
      const cells = svg.split('<g transform="translate(').slice(1)
      expect(new Set(cells).size).toBe(cells.length)
    }
  })
})
