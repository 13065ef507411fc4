/**
 * `records.written`: records as their senders write them, described in the quest. They are drawn as a synthetic table is; the
 * shape says which columns the record brings, which elements are wanted, and which column holds what is right.
 */
import { nearest } from '../../core/nearest.ts'
import { didYouMean } from './nearest-name.ts'
import type { Records } from '../graph/ports.ts'
import { elementsOf, Shape, UCUM_LIST } from '../records/shape.ts'
import { RecordsSpec, tablePart, writtenRecords } from '../records/written.ts'
import { Payer } from '../payer/spec.ts'
import type { Generator, ParamProblem } from './generator.ts'
import { type Columns, factProblems, payerProblems } from './records-problems.ts'
import { syntheticTable } from './synthetic/synthetic-table.ts'

function shapeProblems(shape: Shape, columns: Columns, payer: Payer | undefined): ParamProblem[] {
  const { fields, by, thing, amount, wanted, lists, known, title } = shape
  const names = columns.map(({ name }) => name)
  const column = (path: readonly PropertyKey[], name: string): ParamProblem[] => (names.includes(name) ? [] : [{ path, what: `the table has no column "${name}"`, mend: `${didYouMean(name, names)} A latent column never reaches the table.` }])
  const truths = truthsOf(shape, payer)
  const ids = Object.keys(lists)
  return [
    ...fields.flatMap((name, i): ParamProblem[] => [
      ...column(['shape', 'fields', i], name),
      ...(truths.has(name) ? [{ path: ['shape', 'fields', i], what: `"${name}" says what is right, and the record would bring it along`, mend: 'Take it out of the fields, or copy it into a column of its own.' }] : []),
    ]),
    ...Object.entries({ by, thing, amount }).flatMap(([key, name]): ParamProblem[] => (name === undefined || fields.includes(name) ? [] : [{ path: ['shape', key], what: `there is no field "${name}"`, mend: didYouMean(name, fields) }])),
    ...(known === undefined ? [] : column(['shape', 'known'], known)),
    ...[...title.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => column(['shape', 'title'], name)),
    ...Object.entries(wanted).flatMap(([part, elements]) => Object.entries(elements).flatMap(([name, element]): ParamProblem[] => {
      const at = ['shape', 'wanted', part, name]
      const kind = columns.find((one) => one.name === element.truth)?.kind
      const isNumber = element.type === 'number'
      return [
        ...column([...at, 'truth'], element.truth),
        ...(kind !== undefined && (kind === 'number') !== isNumber ? [{ path: [...at, 'truth'], what: `"${element.truth}" holds ${kind === 'number' ? 'numbers' : 'words'}, and the element is a ${element.type}`, mend: isNumber ? 'Name a column of numbers.' : 'Name a column of words, or write "type": "number".' }] : []),
        ...('list' in element && element.list !== UCUM_LIST && !ids.includes(element.list) ? [{ path: [...at, 'list'], what: `there is no list "${element.list}"`, mend: nearest(element.list, ids) ? didYouMean(element.list, ids) : `Write it under "lists", or use "${UCUM_LIST}" for units.` }] : []),
      ]
    })),
  ]
}

/** Columns that say what is true, and that no map and no screen may show before somebody has judged. */
function truthsOf({ wanted, known }: Shape, payer: Payer | undefined): Set<string> {
  const elements = elementsOf({ wanted }).flatMap(({ element: { truth, later } }) => (later === undefined ? [truth] : [truth, later]))
  return new Set([...elements, ...(known === undefined ? [] : [known]), ...(payer ? [payer.urgent, payer.eligible] : [])])
}

export const recordsWritten: Generator<Records> = {
  id: 'records.written',
  about: 'records as their senders write them, with the elements that are wanted of them: the parameters describe both, as they describe a table',
  makes: 'Records',
  params: RecordsSpec,
  schema: [],
  generate: writtenRecords,
  /** Whatever the senders did not write is nobody's to see. */
  asOf: ({ table, ...rest }, viewAt) => {
    const hidden = truthsOf(rest.shape, rest.payer)
    const seen = syntheticTable.asOf(table, viewAt)
    const columns = Object.entries(seen.columns).map(([name, column]) => [name, !hidden.has(name) ? column
      : column.kind === 'number' ? { kind: 'number' as const, values: new Float64Array(table.ids.length).fill(Number.NaN) } : { kind: 'category' as const, values: table.ids.map(() => '') }])
    return { ...rest, table: { ...seen, columns: Object.fromEntries(columns) } }
  },
  columnsFor(written) {
    const made = syntheticTable.columnsFor?.(tablePart(written))
    if (!made?.ok) return made ?? { ok: false, problems: [] }
    const shape = Shape.safeParse(written['shape'])
    const payer = Payer.optional().safeParse(written['payer'])
    const problems = shape.success ? [...shapeProblems(shape.data, made.columns, payer.data), ...factProblems(shape.data, made.columns), ...(payer.data ? payerProblems(payer.data, shape.data, made.columns) : [])] : []
    return problems.length > 0 ? { ok: false, problems } : made
  },
  traps: [],
}
