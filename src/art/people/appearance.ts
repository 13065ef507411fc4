/** What a person looks like; map sprite and dialogue portrait are drawn from the same record. */
import type { Hex } from '../colour.ts'

export type HairStyle =
  'short' | 'crop' | 'bob' | 'long' | 'bun' | 'pony' | 'afro' | 'curly' | 'bald' | 'hijab' | 'turban' | 'cap'

export interface Appearance {
  skin: Hex
  hair: Hex
  style: HairStyle
  /** Hijab, turban or cap. */
  cloth?: Hex
  beard?: boolean
  glasses?: boolean
  mask?: boolean
  top: Hex
  coat?: Hex
  legs: Hex
  shoes?: Hex
  shortSleeves?: boolean
  skirt?: boolean
  stethoscope?: boolean
  tie?: Hex
  lanyard?: Hex
  badge?: boolean
  /** A patient's dotted gown. */
  gown?: boolean
  /** Yellow bands of those who work on the road. */
  highVisibility?: boolean
  /** Carries a tablet when standing. */
  tablet?: boolean
  bag?: Hex
  /** Seat of their wheelchair; they are always seated in it. */
  wheelchair?: Hex
  /** Edge of the neckline. */
  trim?: Hex
}

export type Facing = 'se' | 'sw' | 'ne' | 'nw'

/** A number is a moment of a step, 0 to 1; `push` is a moment of pushing a wheelchair. */
export type Pose = 'idle' | 'sit' | number | { push: number }

export const isCovered = (style: HairStyle): boolean => style === 'hijab' || style === 'cap' || style === 'turban'

/** Styles that leave the ears bare. */
export const showsEars = (style: HairStyle): boolean => !['hijab', 'turban', 'bob', 'long', 'afro'].includes(style)
