import type { NodeReport, View } from '../../../core/verdict.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Column, ColumnMeta, ScoredSet, Scores, Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { take } from '../../graph/take.ts'
import { auc } from '../../ml/metrics.ts'
import { numbersView } from '../distribution.ts'
import { countOf, figure } from '../say.ts'
import { rocViewOf } from '../view/pictures.ts'
import { anySpec, meanSpec, worstSpec } from './group.ts'

type Spec = typeof worstSpec | typeof meanSpec | typeof anySpec

function groupBlock(spec: Spec, together: (scores: readonly number[]) => number): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const scores = take(inputs, 'scores', 'Scores')
      const set = perPerson(scores.test, together, context)
      // What went in was one set, seen from both sides; so is what comes out.
      const grouped: Scores = { ...scores, train: set, test: set }
      return { outputs: { scores: grouped }, state: null }
    },
    report(_, outputs) {
      return reportPeople(take(outputs, 'scores', 'Scores'))
    },
  }
}

export const worst = groupBlock(worstSpec, (scores) => Math.max(...scores))
export const mean = groupBlock(meanSpec, (scores) => scores.reduce((sum, score) => sum + score, 0) / scores.length)
/** Noisy or: the chance that at least one speaks the truth, if they spoke independently. */
export const any = groupBlock(anySpec, (scores) => 1 - scores.reduce((left, score) => left * (1 - score), 1))

const PERSON_COLUMNS: readonly ColumnMeta[] = [
  { name: 'name', label: 'Name', kind: 'category', availableAt: 'screening', role: 'id' },
  { name: 'age', label: 'Age', unit: 'years', kind: 'number', availableAt: 'screening' },
  { name: 'sex', label: 'Sex', kind: 'category', availableAt: 'screening' },
  { name: 'eyes', label: 'Eyes that were scored', unit: 'eyes', kind: 'number', availableAt: 'screening' },
  { name: 'quality', label: 'Poorest photograph that was scored', unit: '0 to 1', kind: 'number', availableAt: 'screening' },
]

/** One row a person, in the order in which they first appear. The truth about a person: the worst that was found in these eyes. */
function perPerson({ scores, y, table }: ScoredSet, together: (scores: readonly number[]) => number, context: RunContext): ScoredSet {
  const person = columnOf(table, 'person')
  if (person?.kind !== 'category' || !columnOf(table, 'side')) {
    return context.problem('These scores are not scores of single eyes, so there is nothing to bring together.', 'not-eyes')
  }
  const rows = new Map<string, number[]>()
  person.values.forEach((id, row) => rows.set(id, [...(rows.get(id) ?? []), row]))
  const groups = [...rows.values()]
  return {
    ids: [...rows.keys()],
    scores: Float64Array.from(groups, (group) => together(group.map((row) => scores[row] as number))),
    y: Float64Array.from(groups, (group) => Math.max(...group.map((row) => y[row] as number))),
    table: peopleTable([...rows.keys()], table, groups),
  }
}

function peopleTable(ids: string[], eyes: Table, groups: readonly number[][]): Table {
  const first = (name: string): Column => {
    const column = columnOf(eyes, name)
    return column?.kind === 'number'
      ? { kind: 'number', values: Float64Array.from(groups, ([row]) => column.values[row as number] as number) }
      : { kind: 'category', values: groups.map(([row]) => String(column?.values[row as number] ?? '')) }
  }
  const quality = columnOf(eyes, 'quality')
  const poorest = (group: readonly number[]) => Math.min(...group.map((row) => Number(quality?.values[row] ?? Number.NaN)))
  return {
    type: 'Table', ids, meta: PERSON_COLUMNS,
    columns: {
      name: first('name'), age: first('age'), sex: first('sex'),
      eyes: { kind: 'number', values: Float64Array.from(groups, (group) => group.length) },
      quality: { kind: 'number', values: Float64Array.from(groups, poorest) },
    },
  }
}

function reportPeople({ test }: Scores): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  const known = !test.y.some(Number.isNaN)
  const eyes = columnOf(test.table, 'eyes')
  const both = eyes?.kind === 'number' ? eyes.values.filter((count) => count === 2).length : 0
  const views: (View | null)[] = [known ? rocViewOf(test) : null, numbersView('score', 'Score of the person', test.scores, known ? test.y : undefined)]
  return {
    rows: test.ids.length,
    columns: 1,
    facts: [
      `${countOf(test.ids.length, 'person', 'people')} have a score`,
      `${countOf(both, 'person', 'people')} with both eyes read`,
      ...(known ? [`AUROC ${figure(auc(test.y, test.scores))}`] : []),
    ],
    head: { columns: ['person', 'score', 'eyes'], rows: test.ids.slice(0, 5).map((id, row) => [id, Math.round((test.scores[row] as number) * 1000) / 1000, Number(eyes?.values[row] ?? 0)]) },
    views: views.filter((view) => view !== null),
  }
}
