/** The data of a quest against its generator: parameters of every set, columns by name, moments that mean something. */
import type { z } from 'zod'
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { sayIssues } from '../core/quest/shape-words.ts'
import { generatorOf } from './data/generators.ts'
import type { ColumnMeta } from './graph/ports.ts'
import { isMoment } from './graph/moment.ts'

export function checkData({ data, verify }: Quest, report: Report): void {
  const generator = generatorOf(data.generator)
  if (!generator) return
  const sets: [PropertyKey[], Record<string, unknown>][] = [
    ...Object.entries(data.sets).map(([name, { params }]): [PropertyKey[], Record<string, unknown>] => [['data', 'sets', name, 'params'], params]),
    ...data.hidden.map(({ params }, i): [PropertyKey[], Record<string, unknown>] => [['data', 'hidden', i, 'params'], params]),
  ]
  for (const [path, params] of sets) checkParams({ schema: generator.params, owner: generator.id }, params, path, report)
  if (generator.schema.length > 0) checkColumns({ data, verify }, generator.schema, report)
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

function checkColumns({ data, verify }: Pick<Quest, 'data' | 'verify'>, schema: readonly ColumnMeta[], report: Report): void {
  const names = new Set(schema.map(({ name }) => name))
  const moments = new Set(schema.map(({ availableAt }) => availableAt))
  const known = (name: string, path: readonly PropertyKey[]): void => {
    if (!names.has(name)) report(jsonPath(path), `"${data.generator}" makes no column "${name}"`, `Use one of: ${listed(names, 40)}.`)
  }
  const moment = (text: string | undefined, path: readonly PropertyKey[]): void => {
    if (text !== undefined && !isMoment(text) && !moments.has(text)) report(jsonPath(path), `"${text}" is no moment that can be compared with others`, 'Write e.g. "admission", "discharge" or "discharge+21d".')
  }
  for (const [name, { availableAt }] of Object.entries(data.columns)) {
    known(name, ['data', 'columns', name])
    moment(availableAt, ['data', 'columns', name, 'availableAt'])
  }
  moment(data.defaultAvailableAt, ['data', 'defaultAvailableAt'])
  for (const [i, { columns }] of (data.case?.sections ?? []).entries()) {
    for (const [k, name] of columns.entries()) known(name, ['data', 'case', 'sections', i, 'columns', k])
  }
  if (verify.truth !== undefined) known(verify.truth, ['verify', 'truth'])
}
