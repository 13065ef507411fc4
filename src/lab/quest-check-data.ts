/** The data of a quest against its generator: parameters of every set, with what all sets share; and the metrics against the harness. */
import { z } from 'zod'
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Json, Quest } from '../core/quest/schema.ts'
import { sayIssues } from '../core/quest/shape-words.ts'
import { type AnyGenerator, generatorOf } from './data/generators.ts'
import { paramsFor } from './data/quest-cases.ts'
import { allHarnesses, harnessOf } from './harness/harnesses.ts'
import { checkColumns, checkDescribed } from './quest-check-columns.ts'
import { checkKinds } from './quest-check-kinds.ts'

export function checkData(quest: Quest, report: Report): void {
  const { data, verify } = quest
  const generator = generatorOf(data.generator)
  if (!generator) return
  const harness = harnessOf(verify.harness)
  if (harness && !harness.generators.includes(generator.id)) {
    const others = allHarnesses.filter(({ generators }) => generators.includes(generator.id)).map(({ id }) => id)
    report('verify.harness', `"${harness.id}" cannot judge what "${generator.id}" makes`, `Use one of: ${listed(others)}; or another data.generator: ${listed(harness.generators)}.`)
  }
  const once = onlyOnce(report)
  for (const set of [
    ...Object.entries(data.sets).map(([name, { params }]) => ({ path: ['data', 'sets', name, 'params'], params })),
    ...data.hidden.map(({ params }, i) => ({ path: ['data', 'hidden', i, 'params'], params })),
  ]) checkSet(quest, generator, set, once)
  if (generator.schema.length > 0) checkColumns(quest, generator.schema, report)
  checkKinds(quest, generator, report)
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

interface OwnParams {
  path: readonly PropertyKey[]
  params: Record<string, Json>
}

/** What the generator is told for one set: a mistake is told where it stands, in the set or in what all sets share. */
function checkSet(quest: Quest, generator: AnyGenerator, own: OwnParams, report: Report): void {
  const shared = quest.data.params
  const written = paramsFor(quest, own)
  const place: Place = (path, stray = path) => jsonPath([...(standsIn(own.params, stray, shared) ? own.path : ['data', 'params']), ...path])
  if (!checkParams({ schema: generator.params, owner: generator.id }, written, place, report)) return
  for (const { path, what, mend } of generator.problemsIn?.(written) ?? []) report(place(path), what, mend)
  const made = generator.columnsFor?.(written)
  if (made && !made.ok) for (const { path, what, mend } of made.problems) report(place(path), what, mend)
  if (!made?.ok) return
  checkColumns(quest, made.columns, report)
  checkDescribed(quest, made.columns, report)
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

const NOTHING = z.strictObject({})

/** Parameters of the metrics, against the function that each of them names; and the truth, where the harness needs one. */
export function checkMetrics({ verify }: Quest, report: Report): void {
  const harness = harnessOf(verify.harness)
  if (harness?.needsTruth && verify.truth === undefined) report('verify.truth', `"${harness.id}" cannot judge without it`, 'Name the column that says what should come out.')
  const metrics = harness?.metrics ?? {}
  const ids = new Set(verify.metrics.map(({ id }) => id))
  for (const [i, { id, fn, params = {} }] of verify.metrics.entries()) {
    const spec = Object.hasOwn(metrics, fn) ? metrics[fn] : undefined
    if (!spec) continue
    const at = ['verify', 'metrics', i, 'params']
    checkParams({ schema: spec.params ?? NOTHING, owner: fn }, params, within(at), report)
    const { of } = params
    const others = [...ids].filter((one) => one !== id)
    if (typeof of === 'string' && !others.includes(of)) report(jsonPath([...at, 'of']), `there is no other metric "${of}" to compare`, others.length > 0 ? `Use one of: ${listed(others)}.` : 'Add one to verify.metrics.')
  }
}

export interface Takes {
  schema: z.ZodObject
  /** "pa.orders", "ml.logistic": who takes these parameters. */
  owner: string
}

/** Where in the file something inside the parameters stands. `stray` leads to what is wrong there, where that is further in. */
type Place = (path: readonly PropertyKey[], stray?: readonly PropertyKey[]) => string

export function within(at: readonly PropertyKey[]): Place {
  return (path) => jsonPath([...at, ...path])
}

/**
 * Parameters as they stand in a file, against the schema of whoever takes them: each problem with its place and a way to mend it.
 * @returns whether they fit
 */
export function checkParams({ schema, owner }: Takes, params: Readonly<Record<string, unknown>>, place: Place, report: Report): boolean {
  const read = schema.safeParse(params)
  if (read.success) return true
  const names = Object.keys(schema.shape)
  for (const issue of read.error.issues) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      for (const key of issue.keys) report(place([key]), `"${owner}" has no parameter "${key.slice(0, 60)}"`, names.length > 0 ? `It takes: ${listed(names, 30)}.` : 'It takes none; remove it.')
      continue
    }
    const stray = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
    sayIssues([issue], params, (_, what, mend) => report(place(issue.path, stray), what, mend))
  }
  return false
}
