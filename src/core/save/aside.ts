/**
 * A save put aside, as the text of a save file: whoever finds it can open it again, here, elsewhere, or in the version of the
 * game that wrote it. Kept apart from `document.ts`, which brings the schema library along.
 */
import { compact } from '../log/compact.ts'
import type { Fact } from '../log/facts.ts'
import type { Aside } from '../ports.ts'

export interface FoundSave {
  /** Of whoever wrote it; what it holds is understood by that version. */
  version: number
  deviceId: string
  /** As they lay there, unchecked. */
  facts: readonly unknown[]
}

/**
 * The text of a save file with the facts as they were found. The mark `setAside` lets a reader leave out entries that cannot
 * be read, where a file from elsewhere would be refused as a whole.
 */
export function writeAside({ version, deviceId, facts }: FoundSave): string {
  return JSON.stringify({ format: 'st-turing-save', version, deviceId: deviceId || 'unknown', setAside: true, facts })
}

export function asideOf(found: FoundSave, why: NonNullable<Aside['why']>, at: number): Aside {
  const key = `st-turing-save-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`
  // What is sound is kept as an export keeps it; whatever cannot be read stays to the letter, for somebody who can.
  const facts = why === 'replaced' && found.facts.every(isLikeFact) ? compact(found.facts as readonly Fact[]) : found.facts
  return { key, at, text: writeAside({ ...found, facts }), player: playerIn(facts), why }
}

/** The last name that was given, whatever else lies there. */
function playerIn(facts: readonly unknown[]): string | null {
  const named = facts.findLast((fact) => isLikeFact(fact) && fact['type'] === 'player.named') as { name?: unknown } | undefined
  return typeof named?.name === 'string' && named.name !== '' ? named.name.slice(0, 80) : null
}

function isLikeFact(fact: unknown): fact is Record<string, unknown> {
  return typeof fact === 'object' && fact !== null && 'type' in fact
}
