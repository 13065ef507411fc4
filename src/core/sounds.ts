/** The sounds of the house by name. scripts/art/sound makes each of them, src/platform/audio.ts plays them. */

/** What the effect of a quest may call for: sounds of the house that mean something to whoever hears them. */
export const EFFECT_SOUNDS = ['bell', 'beep', 'alarm', 'door'] as const
export type EffectSound = (typeof EFFECT_SOUNDS)[number]

export type SoundName =
  | EffectSound
  | 'click' | 'open' | 'page' | 'correct' | 'wrong' | 'success' | 'finished'
  | 'step1' | 'step2' | 'step3' | 'step4'

export function isEffectSound(name: string): name is EffectSound {
  return (EFFECT_SOUNDS as readonly string[]).includes(name)
}
