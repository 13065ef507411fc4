/** What a player may choose from: the colours of the art, each with a name for those who hear the choices. */
import { PLAYER_COLOURS } from '../art/cast.ts'
import type { Look } from '../core/log/facts.ts'
import { colours } from './words/en-hospital.ts'

export interface Choice {
  value: string
  name: string
}

function named(values: readonly string[], names: readonly string[]): Choice[] {
  return values.map((value, at) => ({ value, name: names[at] ?? value }))
}

export const SKINS = named(PLAYER_COLOURS.skin, colours.skin)
export const HAIRS = named(PLAYER_COLOURS.hair, colours.hair)
export const CLOTHS = named(PLAYER_COLOURS.cloth, colours.cloth)
export const TOPS = named(PLAYER_COLOURS.top, colours.top)
export const LEGS = named(PLAYER_COLOURS.legs, colours.legs)

export const STYLES = ['short', 'crop', 'bob', 'long', 'bun', 'pony', 'afro', 'curly', 'bald', 'hijab', 'turban', 'cap'] as const satisfies readonly Look['style'][]

export const FIRST_LOOK: Look = {
  skin: PLAYER_COLOURS.skin[2]!, hair: PLAYER_COLOURS.hair[1]!, style: 'curly', cloth: PLAYER_COLOURS.cloth[1]!,
  top: PLAYER_COLOURS.top[0]!, legs: PLAYER_COLOURS.legs[0]!, coat: false, glasses: false, wheelchair: false,
}

/** Whether the style is worn over the hair, so that its cloth has a colour. */
export function isCovering(style: Look['style']): boolean {
  return style === 'hijab' || style === 'turban' || style === 'cap'
}

/** A look drawn by lot; `dice` gives numbers in 0..1. */
export function lookByLot(dice: () => number): Look {
  const one = <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(dice() * list.length))] as T
  return {
    skin: one(SKINS).value, hair: one(HAIRS).value, style: one(STYLES), cloth: one(CLOTHS).value, top: one(TOPS).value, legs: one(LEGS).value,
    coat: dice() < 0.35, glasses: dice() < 0.35, wheelchair: dice() < 0.15,
  }
}
