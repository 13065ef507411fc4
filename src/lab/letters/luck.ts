import { hashSeed } from '../../core/rng.ts'
import type { Stay } from './letter-values.ts'

const kept = new WeakMap<Stay, string>()

/** Seed of all chance around one stay: the same for the same chart, whatever is done with it. */
export function luckOf(stay: Stay): string {
  const luck = kept.get(stay) ?? `${stay.id}/${hashSeed(stay.note.join(' '))}`
  kept.set(stay, luck)
  return luck
}
