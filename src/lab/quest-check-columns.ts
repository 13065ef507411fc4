/** What a quest says of columns, held against those that its generator makes: names, moments, and the words of a table that it describes itself. */
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { blockSpec } from './blocks/catalogue.ts'
import { columnsOf, ExprError, parseExpr } from './graph/expr.ts'
import { isMoment } from './graph/moment.ts'
import type { ColumnMeta } from './graph/ports.ts'

type Path = readonly PropertyKey[]
type Known = (name: string, path: Path) => void

/** Every column by its name, alone or in an expression, and every moment. */
export function checkColumns(quest: Quest, columns: readonly ColumnMeta[], report: Report): void {
  const { data, verify, build } = quest
  const names = new Set(columns.map(({ name }) => name))
  const known: Known = (name, path) => {
    if (!names.has(name)) report(jsonPath(path), `"${data.generator}" makes no column "${name}"`, `Use one of: ${listed(names, 40)}.`)
  }
  // Words on a column that a block of the palette makes are for the forms of the bench.
  const added = new Set(build.palette.flatMap((block) => blockSpec(block)?.adds ?? []))
  for (const name of Object.keys(data.columns)) if (!added.has(name) && !added.has('any')) known(name, ['data', 'columns', name])
  checkMoments(quest, columns, report)
  for (const [i, section] of (data.case?.sections ?? []).entries()) {
    for (const [k, name] of section.columns.entries()) known(name, ['data', 'case', 'sections', i, 'columns', k])
  }
  for (const field of ['truth', 'eligibility'] as const) {
    const written = verify[field]
    if (written !== undefined) checkExpression(written, ['verify', field], known, report)
  }
  for (const [i, { params = {} }] of verify.metrics.entries()) {
    const at = ['verify', 'metrics', i, 'params']
    for (const key of ['output', 'by', 'event', 'amount', 'day', 'who', 'predict']) if (typeof params[key] === 'string') known(params[key], [...at, key])
    for (const key of ['knows', 'columns']) for (const [k, name] of listIn(params[key]).entries()) known(name, [...at, key, k])
    if (typeof params['where'] === 'string') checkExpression(params['where'], [...at, 'where'], known, report)
  }
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** A column by its name, or an expression over columns. */
function checkExpression(written: string, path: Path, known: Known, report: Report): void {
  try {
    for (const name of columnsOf(parseExpr(written))) known(name, path)
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    report(jsonPath(path), `the expression cannot be read: ${error.message.replace(/\.$/, '')}`, 'Write a column, or e.g. "age >= 18 and diedInHosp == 0".')
  }
}

/** A generator may have moments of its own; a quest may use those as well. */
function checkMoments({ data }: Quest, columns: readonly ColumnMeta[], report: Report): void {
  const own = new Set(columns.flatMap(({ availableAt }) => (availableAt === '' ? [] : [availableAt])))
  const said: [Path, string | undefined][] = [
    ...Object.entries(data.columns).map(([name, { availableAt }]): [Path, string | undefined] => [['data', 'columns', name, 'availableAt'], availableAt]),
    [['data', 'defaultAvailableAt'], data.defaultAvailableAt],
    ...data.hidden.map(({ viewAt }, i): [Path, string | undefined] => [['data', 'hidden', i, 'viewAt'], viewAt]),
  ]
  for (const [path, moment] of said) {
    if (moment !== undefined && !isMoment(moment) && !own.has(moment)) {
      report(jsonPath(path), `"${moment}" is no moment that can be compared with others`, 'Write e.g. "admission", "discharge+21d" or "decision+6h": birth, referral, arrival, admission, stay, discharge or decision, and a time after it where needed.')
    }
  }
}

/** A table that the quest describes itself has no words but the quest's, and nobody else knows what must not be shown. */
export function checkDescribed(quest: Quest, columns: readonly ColumnMeta[], report: Report): void {
  for (const { name, kind } of columns) checkWords(quest, name, kind, report)
  const { data, verify } = quest
  const names = new Set(columns.map(({ name }) => name))
  const looked = [verify.truth, ...verify.metrics.map(({ params }) => params?.['output'])].filter((name) => typeof name === 'string')
  for (const name of new Set(looked)) {
    if (names.has(name) && data.columns[name]?.role !== 'truth') report(jsonPath(['data', 'columns', name]), 'hidden cases would show what Verify looks for', 'Add "role": "truth".')
  }
}

/** The bench tells words from numbers by the unit. */
function checkWords({ data }: Quest, name: string, kind: ColumnMeta['kind'], report: Report): void {
  const words = Object.hasOwn(data.columns, name) ? data.columns[name] : undefined
  const path = jsonPath(['data', 'columns', name])
  if (!words) return report(jsonPath(['data', 'columns']), `the column "${name}" has no words`, `Add "${name}" with a label, or mark the column "latent": true where it is drawn.`)
  if (words.availableAt === undefined && data.defaultAvailableAt === undefined) report(path, `nobody says when "${name}" is written`, 'Add "availableAt", or data.defaultAvailableAt for all columns that do not say.')
  if (words.role === 'truth') return
  if (kind === 'number' && words.unit === undefined) report(path, `"${name}" holds numbers, and a column without a unit is taken for words`, 'Add "unit", e.g. "years", "points" or "0 or 1".')
  if (kind === 'category' && words.unit !== undefined) report(path, `"${name}" holds words, and a column with a unit is taken for numbers`, 'Leave "unit" out.')
}
