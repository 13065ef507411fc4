/** What is heard when a verdict comes: how it went, then what its medal has changed in the house. */
import type { Medal, Quest } from '../core/quest/schema.ts'
import { medalRank } from '../core/quest/stages.ts'
import { isEffectSound, type SoundName } from '../core/sounds.ts'

/** The chord of a medal has faded by then, and its caption has been read. */
const TURN_MS = 2_200

/** `before` is the best medal so far: what the house has done once it does not do again. */
export function soundsOfVerdict({ effects }: Pick<Quest, 'effects'>, medal: Medal, before: Medal): SoundName[] {
  const isNew = (on: Medal) => medalRank(on) > medalRank(before) && medalRank(on) <= medalRank(medal)
  const answers = effects.flatMap(({ on, do: what, target }) => (what === 'sound' && isNew(on) && isEffectSound(target) ? [target] : []))
  return [medal === 'none' ? 'wrong' : 'success', ...answers]
}

/** One after the other, so that each is heard and its caption read. */
export function playInTurn(names: readonly SoundName[], play: (name: SoundName) => void): void {
  for (const [turn, name] of names.entries()) {
    if (turn === 0) play(name)
    else setTimeout(() => play(name), turn * TURN_MS)
  }
}
