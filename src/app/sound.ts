/** The sounds of this house, where they have been made; without them the captions remain. */
import type { Sound } from '../core/ports.ts'
import { howlerSound, type SoundFiles, type SpriteMap } from '../platform/audio.ts'

const media = import.meta.glob<string>('../../assets/sound/*.{webm,m4a}', { query: '?url', import: 'default', eager: true })
const maps = import.meta.glob<SpriteMap>('../../assets/sound/sfx.json', { import: 'default' })

/** `calm` is asked at the first gesture and tells when the line is free for what is only heard. */
export function gameSound(calm: () => Promise<void>): Sound {
  return howlerSound(soundFiles(), calm)
}

function soundFiles(): SoundFiles | null {
  const sprite = Object.values(maps)[0]
  const effects = named('sfx')
  if (!sprite || effects.length === 0) return null
  return { effects, ambient: named('ambient'), sprite }
}

/** WebM first: it is smaller; the other is for browsers that cannot read it. */
function named(name: string): string[] {
  return ['webm', 'm4a'].flatMap((ending) => media[`../../assets/sound/${name}.${ending}`] ?? [])
}
