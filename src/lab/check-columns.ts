/** The words of a quest about its columns, held against the columns that its own parameters make. */
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { columnsOf, ExprError, parseExpr } from './graph/expr.ts'
import { isMoment } from './graph/moment.ts'
import type { ColumnMeta } from './graph/ports.ts'

export function checkColumns(quest: Quest, columns: readonly ColumnMeta[], report: Report): void {
  const { data, verify } = quest
  checkMoments(quest, report)
  const names = new Set(columns.map(({ name }) => name))
  for (const { name, kind } of columns) checkWords(quest, name, kind, report)
  const none = (path: PropertyKey[], name: string) => {
    if (!names.has(name)) report(jsonPath(path), `the table has no column "${name}"`, `Use one of: ${listed(names, 30)}.`)
  }
  for (const name of Object.keys(data.columns)) none(['data', 'columns', name], name)
  data.case?.sections.forEach(({ columns: shown }, i) => shown.forEach((name, j) => none(['data', 'case', 'sections', i, 'columns', j], name)))
  if (verify.truth !== undefined) none(['verify', 'truth'], verify.truth)
  const looked = [verify.truth, ...verify.metrics.map(({ params }) => params?.['output'])].filter((name) => typeof name === 'string')
  for (const name of new Set(looked)) {
    if (names.has(name) && data.columns[name]?.role !== 'truth') report(jsonPath(['data', 'columns', name]), 'hidden cases would show what Verify looks for', 'Add "role": "truth".')
  }
  verify.metrics.forEach(({ params = {} }, i) => {
    for (const key of ['output', 'by']) if (typeof params[key] === 'string') none(['verify', 'metrics', i, 'params', key], params[key])
    if (typeof params['where'] === 'string') checkFormula(['verify', 'metrics', i, 'params', 'where'], params['where'], none, report)
  })
  if (verify.eligibility !== undefined) checkFormula(['verify', 'eligibility'], verify.eligibility, none, report)
}

function checkMoments({ data }: Quest, report: Report): void {
  const said: [PropertyKey[], string | undefined][] = [
    [['data', 'defaultAvailableAt'], data.defaultAvailableAt],
    ...Object.entries(data.columns).map(([name, { availableAt }]): [PropertyKey[], string | undefined] => [['data', 'columns', name, 'availableAt'], availableAt]),
    ...data.hidden.map(({ viewAt }, i): [PropertyKey[], string | undefined] => [['data', 'hidden', i, 'viewAt'], viewAt]),
  ]
  for (const [path, moment] of said) {
    if (moment !== undefined && !isMoment(moment)) report(jsonPath(path), `"${moment}" is no moment`, 'Write birth, referral, arrival, admission, stay, discharge or decision, and a time after it where needed: "decision+6h", "discharge+30d".')
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

function checkFormula(path: PropertyKey[], text: string, none: (path: PropertyKey[], name: string) => void, report: Report): void {
  try {
    for (const name of columnsOf(parseExpr(text))) none(path, name)
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    report(jsonPath(path), `the formula cannot be read from character ${error.position + 1} on`, error.message)
  }
}
