import { asChest, type ChestImages } from '../../data/chest-films.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { LabelledMat, Matrix, Table } from '../../graph/ports.ts'
import { columnOf, labelOf, roundedCell, takeRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { vitalsSpec } from './vitals.ts'

const MEASURED = ['spo2', 'resp', 'pulse'] as const

/** What stands in for a value that nobody measured: the middle one of past films. */
type Usual = Readonly<Record<(typeof MEASURED)[number], number>>

export const vitals: Block = {
  ...vitalsSpec,
  fit(_, context) {
    const { table, cases } = filmsOf(context)
    const past = takeRows(table, rowsOf(cases, false))
    const usual = Object.fromEntries(MEASURED.map((name) => [name, median(numbersOf(past, name))])) as Usual
    return { outputs: { matrix: matrixOf(filmsOf(context), usual) }, state: usual }
  },
  apply(_, state, context) {
    return { matrix: matrixOf(filmsOf(context), state as Usual) }
  },
  report(_, outputs) {
    const { train, test, tables } = take(outputs, 'matrix', 'Matrix')
    const missing = numbersOf(tables.train, 'spo2').filter(Number.isNaN).length
    return {
      rows: train.rows + test.rows,
      columns: train.names.length,
      facts: [countOf(train.rows + test.rows, 'person', 'people'), `${countOf(missing, 'past film')} without an oxygen value`],
      head: { columns: [...train.names], rows: [0, 1, 2].filter((row) => row < train.rows).map((row) => train.names.map((_, j) => roundedCell(train.x[row * train.names.length + j] as number))) },
      views: distributionsOf(tables.train, [...MEASURED]),
    }
  },
}

function filmsOf(context: RunContext): ChestImages {
  const cases = context.cases(paramsOf(vitalsSpec, context).dataset)
  if (cases.type !== 'Images') throw new TypeError(`this block brings in people with films, and the quest has ${cases.type}`)
  return asChest(cases)
}

function rowsOf(cases: ChestImages['cases'], tonight: boolean): number[] {
  return [...cases.keys()].filter((row) => cases[row]?.tonight === tonight)
}

function numbersOf(table: Table, name: string): Float64Array {
  const column = columnOf(table, name)
  return column?.kind === 'number' ? column.values : new Float64Array(table.ids.length).fill(Number.NaN)
}

function median(values: Float64Array): number {
  const known = values.filter(Number.isFinite).sort()
  return known[Math.floor(known.length / 2)] ?? 0
}

const NAMES = ['oxygen in the blood', 'breaths per minute', 'pulse', 'oxygen not measured'] as const

function matrixOf({ table, cases }: ChestImages, usual: Usual): Matrix {
  const side = (tonight: boolean): { mat: LabelledMat; part: Table } => {
    const part = takeRows(table, rowsOf(cases, tonight))
    const columns = MEASURED.map((name) => numbersOf(part, name))
    const x = new Float64Array(part.ids.length * NAMES.length)
    part.ids.forEach((_, row) => {
      MEASURED.forEach((name, j) => {
        const value = columns[j]?.[row] ?? Number.NaN
        x[row * NAMES.length + j] = Number.isNaN(value) ? usual[name] : value
      })
      x[row * NAMES.length + 3] = Number.isNaN(columns[0]?.[row] ?? Number.NaN) ? 1 : 0
    })
    return { part, mat: { rows: part.ids.length, names: NAMES, x, ids: part.ids, y: labelOf(part) } }
  }
  const [train, test] = [side(false), side(true)]
  return { type: 'Matrix', train: train.mat, test: test.mat, tables: { train: train.part, test: test.part }, uses: [...MEASURED] }
}
