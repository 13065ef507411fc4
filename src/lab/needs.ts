/**
 * Large libraries that only some blocks need. The judge is synchronous, so whoever calls it waits for this first; a quest
 * without such blocks fetches nothing.
 */
import type { Quest } from '../core/quest/schema.ts'
import { loadFhirPath } from './interop/fhir/fhirpath-engine.ts'
import { loadSqlite } from './sql/sqlite.ts'

const NEEDS: Readonly<Record<string, () => Promise<void>>> = {
  'expr.fhirpath:gate': loadFhirPath,
  'fhir.validate': loadFhirPath,
  'sql.query': loadSqlite,
}

/** Fetch what the blocks of this quest's palette need. Rejects when it cannot be had, e.g. without a network on the first visit. */
export async function fetchNeeds({ build }: Pick<Quest, 'build'>): Promise<void> {
  await Promise.all(build.palette.map((block) => (Object.hasOwn(NEEDS, block) ? NEEDS[block]?.() : undefined)))
}
