/** Unique identifiers under 2.25, made from a seed: 128 bits as one decimal number (PS3.5 annex B.2). */
import { hashSeed } from '../../core/rng.ts'

export function uidFrom(seed: string): string {
  let whole = 0n
  for (let i = 0; i < 4; i++) whole = (whole << 32n) | BigInt(hashSeed(`${seed}/${i}`) >>> 0)
  return `2.25.${whole}`
}
