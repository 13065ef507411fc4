/** The data of a quest against its generator: parameters of every set, columns by name, moments that mean something. */
import { z } from 'zod'
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { sayIssues } from '../core/quest/shape-words.ts'
import { blockSpec } from './blocks/catalogue.ts'
import { generatorOf } from './data/generators.ts'
import { columnsOf, ExprError, parseExpr } from './graph/expr.ts'
import { allHarnesses, harnessOf } from './harness/harnesses.ts'
import type { ColumnMeta } from './graph/ports.ts'
import { isMoment } from './graph/moment.ts'

export function checkData({ data, verify, build }: Quest, report: Report): void {
  const generator = generatorOf(data.generator)
  if (!generator) return
  const harness = harnessOf(verify.harness)
  if (harness && !harness.generators.includes(generator.id)) {
    const others = allHarnesses.filter(({ generators }) => generators.includes(generator.id)).map(({ id }) => id)
    report('verify.harness', `"${harness.id}" cannot judge what "${generator.id}" makes`, `Use one of: ${listed(others)}; or another data.generator: ${listed(harness.generators)}.`)
  }
  const sets: [PropertyKey[], Record<string, unknown>][] = [
    ...Object.entries(data.sets).map(([name, { params }]): [PropertyKey[], Record<string, unknown>] => [['data', 'sets', name, 'params'], params]),
    ...data.hidden.map(({ params }, i): [PropertyKey[], Record<string, unknown>] => [['data', 'hidden', i, 'params'], params]),
  ]
  for (const [path, params] of sets) checkParams({ schema: generator.params, owner: generator.id }, params, path, report)
  if (generator.schema.length > 0) checkColumns({ data, verify, build }, generator.schema, report)
}

/** A column by its name, or an expression over columns. */
function checkExpression(written: string, path: readonly PropertyKey[], known: (name: string, path: readonly PropertyKey[]) => void, report: Report): void {
  try {
    for (const name of columnsOf(parseExpr(written))) known(name, path)
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    report(jsonPath(path), `the expression cannot be read: ${error.message.replace(/\.$/, '')}`, 'Write a column, or e.g. "age >= 18 and diedInHosp == 0".')
  }
}

const NOTHING = z.strictObject({})

/** Parameters of the metrics, against the function that each of them names. */
export function checkMetrics({ verify }: Quest, report: Report): void {
  const metrics = harnessOf(verify.harness)?.metrics ?? {}
  const ids = new Set(verify.metrics.map(({ id }) => id))
  for (const [i, { id, fn, params = {} }] of verify.metrics.entries()) {
    const spec = Object.hasOwn(metrics, fn) ? metrics[fn] : undefined
    if (!spec) continue
    const at = ['verify', 'metrics', i, 'params']
    checkParams({ schema: spec.params ?? NOTHING, owner: fn }, params, at, report)
    const { of } = params
    if (typeof of === 'string' && (of === id || !ids.has(of))) report(jsonPath([...at, 'of']), `there is no other metric "${of}" to compare`, `Use one of: ${listed([...ids].filter((one) => one !== id))}.`)
  }
}

export interface Takes {
  schema: z.ZodObject
  /** "pa.orders", "ml.logistic": who takes these parameters. */
  owner: string
}

/** Parameters as they stand in a file, against the schema of whoever takes them: each problem with its place and a way to mend it. */
export function checkParams({ schema, owner }: Takes, params: Readonly<Record<string, unknown>>, at: readonly PropertyKey[], report: Report): void {
  const read = schema.safeParse(params)
  if (read.success) return
  const names = Object.keys(schema.shape)
  for (const issue of read.error.issues) {
    if (issue.code !== 'unrecognized_keys' || issue.path.length > 0) sayIssues([issue], params, report, at)
    else for (const key of issue.keys) report(jsonPath([...at, key]), `"${owner}" has no parameter "${key.slice(0, 60)}"`, names.length > 0 ? `It takes: ${listed(names, 30)}.` : 'It takes none; remove it.')
  }
}

function checkColumns({ data, verify, build }: Pick<Quest, 'data' | 'verify' | 'build'>, schema: readonly ColumnMeta[], report: Report): void {
  const names = new Set(schema.map(({ name }) => name))
  const added = new Set(build.palette.flatMap((block) => blockSpec(block)?.adds ?? []))
  const moments = new Set(schema.map(({ availableAt }) => availableAt))
  const known = (name: string, path: readonly PropertyKey[]): void => {
    if (!names.has(name)) report(jsonPath(path), `"${data.generator}" makes no column "${name}"`, `Use one of: ${listed(names, 40)}.`)
  }
  const moment = (text: string | undefined, path: readonly PropertyKey[]): void => {
    if (text !== undefined && !isMoment(text) && !moments.has(text)) report(jsonPath(path), `"${text}" is no moment that can be compared with others`, 'Write e.g. "admission", "discharge" or "discharge+21d".')
  }
  for (const [name, { availableAt }] of Object.entries(data.columns)) {
    // Words on a column that a block of the palette makes are for the forms of the bench.
    if (!added.has(name) && !added.has('any')) known(name, ['data', 'columns', name])
    moment(availableAt, ['data', 'columns', name, 'availableAt'])
  }
  moment(data.defaultAvailableAt, ['data', 'defaultAvailableAt'])
  for (const [i, { columns }] of (data.case?.sections ?? []).entries()) {
    for (const [k, name] of columns.entries()) known(name, ['data', 'case', 'sections', i, 'columns', k])
  }
  for (const field of ['truth', 'eligibility'] as const) {
    const written = verify[field]
    if (written !== undefined) checkExpression(written, ['verify', field], known, report)
  }
}
