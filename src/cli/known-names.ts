/** What the engine offers to quests: from the lab, and from quests/sources.json. */
import { join } from 'node:path'
import type { KnownNames } from '../core/quest/parse.ts'
import { labKnows } from '../lab/quest-check.ts'
import { QUESTS, readText } from './files.ts'

export async function knownNames(): Promise<KnownNames> {
  const read = await readText(join(QUESTS, 'sources.json'))
  return read.ok ? { ...labKnows, sources: new Set(Object.keys(JSON.parse(read.text) as object)) } : labKnows
}
