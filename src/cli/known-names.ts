/** What the engine offers to quests, gathered from the code and from quests/sources.json. */
import { join } from 'node:path'
import type { KnownNames } from '../core/quest/parse.ts'
import { allBlocks } from '../lab/blocks/catalogue.ts'
import { checkForEngine } from '../lab/check-quest.ts'
import { allGenerators } from '../lab/data/generators.ts'
import { allHarnesses } from '../lab/harness/harnesses.ts'
import { QUESTS, readText } from './files.ts'

export async function knownNames(): Promise<KnownNames> {
  const read = await readText(join(QUESTS, 'sources.json'))
  const sources = read.ok ? new Set(Object.keys(JSON.parse(read.text) as object)) : undefined
  return {
    blocks: new Set(allBlocks.map(({ id }) => id)),
    generators: new Set(allGenerators.map(({ id }) => id)),
    engine: checkForEngine,
    harnesses: new Map(allHarnesses.map(({ id, metricFns }) => [id, metricFns])),
    ...(sources ? { sources } : {}),
  }
}
