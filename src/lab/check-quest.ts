/** What only the engine can say of a quest before it is played: parameters of its generator and its metrics, and its columns. */
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import { sayIssues } from '../core/quest/shape-words.ts'
import type { Json, Quest } from '../core/quest/schema.ts'
import { checkColumns } from './check-columns.ts'
import { paramsFor } from './data/quest-cases.ts'
import { type AnyGenerator, generatorOf } from './data/generators.ts'
import { harnessOf } from './harness/harnesses.ts'

export function checkForEngine(quest: Quest, report: Report): void {
  checkMetrics(quest, report)
  const generator = generatorOf(quest.data.generator)
  if (generator) checkParams(quest, generator, onlyOnce(report))
}

function checkMetrics({ verify }: Quest, report: Report): void {
  const harness = harnessOf(verify.harness)
  if (harness?.needsTruth && verify.truth === undefined) report('verify.truth', `"${harness.id}" cannot judge without it`, 'Name the column that says what should come out.')
  verify.metrics.forEach(({ fn, params = {} }, i) => {
    const path = ['verify', 'metrics', i, 'params']
    const found = harness?.metricParams?.get(fn)?.safeParse(params)
    for (const issue of found?.error?.issues ?? []) sayIssues([issue], params, (_, what, mend) => report(jsonPath([...path, ...issue.path]), what, mend))
    const of = params['of']
    if (typeof of === 'string' && !verify.metrics.some(({ id }) => id === of)) report(jsonPath([...path, 'of']), `there is no metric "${of}"`, `Use one of: ${listed(verify.metrics.map(({ id }) => id), 20)}.`)
  })
}

/** A mistake that all sets share is told once. */
function onlyOnce(report: Report): Report {
  const told = new Set<string>()
  return (path, what, mend) => {
    const key = `${path}: ${what}`
    if (!told.has(key)) report(path, what, mend)
    told.add(key)
  }
}

interface Placed {
  path: PropertyKey[]
  params: Record<string, Json>
}

function checkParams(quest: Quest, generator: AnyGenerator, report: Report): void {
  const { sets, hidden } = quest.data
  const placed: Placed[] = [
    ...Object.entries(sets).map(([name, { params }]) => ({ path: ['data', 'sets', name, 'params'], params })),
    ...hidden.map(({ params }, i) => ({ path: ['data', 'hidden', i, 'params'], params })),
  ]
  for (const set of placed) {
    const written = paramsFor(quest, set)
    const at = (path: readonly PropertyKey[], stray = path) => jsonPath([...(standsIn(set.params, stray, quest.data.params) ? set.path : ['data', 'params']), ...path])
    const shape = generator.params.safeParse(written)
    if (!shape.success) {
      for (const issue of shape.error.issues) {
        const stray = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
        sayIssues([issue], written, (_, what, mend) => report(at(issue.path, stray), what, mend))
      }
      continue
    }
    const made = generator.columnsFor?.(written)
    if (made && !made.ok) for (const { path, what, mend } of made.problems) report(at(path), what, mend)
    if (made?.ok) checkColumns(quest, made.columns, report)
  }
}

/** Whether the set itself says what stands at the path, rather than what all sets share. */
function standsIn(own: Json, path: readonly PropertyKey[], shared: Json): boolean {
  return depthOf(own, path) >= Math.max(1, depthOf(shared, path))
}

function depthOf(value: Json, path: readonly PropertyKey[]): number {
  let here: unknown = value
  for (const [depth, part] of path.entries()) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, part)) return depth
    here = (here as Record<PropertyKey, unknown>)[part]
  }
  return path.length
}
