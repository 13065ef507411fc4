/**
 * Sound through howler. Nothing is fetched before the first gesture (browsers would keep it silent anyway) and nothing
 * breaks when it cannot be had: captions come without it.
 */
import type { Howl } from 'howler'
import type { Sound } from '../core/ports.ts'
import type { EffectSound, SoundName } from '../core/sounds.ts'

/** Sprite map as the art build writes it: name -> [start ms, length ms]. */
export type SpriteMap = Record<string, [number, number]>

export interface SoundFiles {
  /** Best format first. */
  effects: string[]
  ambient: string[]
  sprite(): Promise<SpriteMap>
}

/** Only sounds that carry a meaning have words; clicks and steps say nothing that is not seen. */
const CAPTIONS: Partial<Record<SoundName, string>> & Record<EffectSound, string> = {
  success: 'Bright chord: it worked',
  correct: 'Soft chime: correct',
  wrong: 'Low note: not yet',
  finished: 'Rising chords: the quest is done',
  bell: 'A bell rings',
  beep: 'A monitor beeps',
  alarm: 'An alarm sounds',
  door: 'The revolving door swishes',
}

export function howlerSound(files: SoundFiles | null, calm: () => Promise<void> = async () => {}, gesture: EventTarget = document): Sound {
  const captions = new Set<(caption: string) => void>()
  let volume = { effects: 0, ambient: 0 }
  let effects: Howl | null = null
  let ambient: Howl | null = null
  let wantAmbient = false

  const unlock = () => {
    for (const type of GESTURES) gesture.removeEventListener(type, unlock)
    if (files) void calm().then(() => start(files)).catch(() => { /* no sound is a way to play */ })
  }
  const start = async ({ effects: src, ambient: ambientSrc, sprite }: SoundFiles) => {
    const [{ Howl: Player }, map] = await Promise.all([import('howler'), sprite()])
    effects = new Player({ src, sprite: map, volume: volume.effects })
    ambient = new Player({ src: ambientSrc, loop: true, volume: volume.ambient, preload: false })
    hum()
  }
  const hum = () => {
    if (!ambient) return
    const on = wantAmbient && volume.ambient > 0
    if (!on) ambient.pause()
    else if (!ambient.playing()) {
      // The long file is fetched only once somebody wants to hear it.
      if (ambient.state() === 'unloaded') ambient.load()
      ambient.play()
    }
  }
  for (const type of GESTURES) gesture.addEventListener(type, unlock)

  return {
    play(name) {
      const words = CAPTIONS[name]
      if (words) for (const listener of captions) listener(words)
      // Howler would play later, all at once, whatever was asked of it before its file had come.
      if (effects && volume.effects > 0 && effects.state() === 'loaded') effects.play(name)
    },
    ambient(on) {
      wantAmbient = on
      hum()
    },
    settings(next) {
      volume = next
      effects?.volume(next.effects)
      ambient?.volume(next.ambient)
      hum()
    },
    onCaption(listener) {
      captions.add(listener)
      return () => void captions.delete(listener)
    },
  }
}

const GESTURES = ['pointerdown', 'keydown'] as const
