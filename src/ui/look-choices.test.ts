import { describe, expect, it } from 'vitest'
import { CLOTHS, HAIRS, isCovering, LEGS, lookByLot, SKINS, STYLES, TOPS } from './look-choices.ts'

describe('looks to choose from', () => {
  it('are all named, each name once', () => {
    for (const group of [SKINS, HAIRS, CLOTHS, TOPS, LEGS]) {
      expect(group.every(choice => !choice.name.startsWith('#'))).toBe(true)
      expect(new Set(group.map(choice => choice.name)).size).toBe(group.length)
    }
    expect(SKINS).toHaveLength(6)
  })

  it('drawn by lot are always among them, also at the ends of the dice', () => {
    for (const roll of [0, 0.5, 0.999999, 1]) {
      const look = lookByLot(() => roll)
      expect(SKINS.map(choice => choice.value)).toContain(look.skin)
      expect(LEGS.map(choice => choice.value)).toContain(look.legs)
      expect(STYLES).toContain(look.style)
    }
  })

  it('know what is worn over the hair', () => {
    expect(STYLES.filter(isCovering)).toEqual(['hijab', 'turban', 'cap'])
  })
})
