import { lighten, mix, type Hex } from '../colour.ts'
import { line } from '../decals.ts'
import type { Appearance } from '../people/appearance.ts'

export type Mood = 'neutral' | 'happy' | 'worried' | 'think' | 'talk'

export const INK = '#2a2433'
export const darker = (c: Hex): Hex => mix(lighten(c, -0.09), '#2c3f77', 0.1)
export const brighter = (c: Hex): Hex => lighten(mix(c, '#fff6e0', 0.15), 0.05)

/** What each layer of a portrait is painted with: gradients named for this one portrait. */
export interface Paint {
  look: Appearance
  mood: Mood
  cloth: Hex
  skinFill: string
  hairFill: string
  clothFill: string
  topFill: string
  coatFill: string
}

export const shine = (d: string, hair: Hex): string => line(d, brighter(hair), 4, 'opacity=".35"')
