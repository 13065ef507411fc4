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

/**
 * Fetch what the blocks of this quest's palette need, and what a solution is written in.
 * @param written artefacts of a solution, or anything that holds some
 * Rejects when it cannot be had, e.g. without a network on the first visit.
 */
export async function fetchNeeds({ build }: Pick<Quest, 'build'>, written: unknown = null): Promise<void> {
  await Promise.all([
    ...build.palette.map((block) => (Object.hasOwn(NEEDS, block) ? NEEDS[block]?.() : undefined)),
    ...(build.palette.includes('expr.fhirpath:gate') && hasSqlRule(written) ? [loadSqlite()] : []),
  ])
}

function hasSqlRule(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > 10) return false
  return ('language' in value && value.language === 'sql') || Object.values(value).some((inner) => hasSqlRule(inner, depth + 1))
}
