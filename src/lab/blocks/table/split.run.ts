import { Rng } from '../../../core/rng.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Column, Split, Table } from '../../graph/ports.ts'
import { columnOf, headOf, takeRows, withoutRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { splitSpec } from './split.ts'

/** Fewer rows than this on either side and no figure means anything. */
const LEAST_ROWS = 20

export const split: Block = {
  ...splitSpec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const params = paramsOf(splitSpec, context)
    const { train, test } = ROWS[params.method](table, params, context)
    if (train.length < LEAST_ROWS || test.length < LEAST_ROWS) {
      context.problem(`That leaves ${countOf(train.length, 'row')} to train and ${countOf(test.length, 'row')} to test: at least ${LEAST_ROWS} of each are needed.`, 'too-few-rows')
    }
    const value: Split = { type: 'Split', train: takeRows(table, train), test: takeRows(table, test), method: params.method }
    return { outputs: { split: value }, state: { group: params.group } }
  },
  /** Hidden cases are all there to be judged. */
  apply(inputs, _, context) {
    const table = take(inputs, 'table', 'Table')
    return { split: { type: 'Split', train: withoutRows(table), test: table, method: paramsOf(splitSpec, context).method } }
  },
  report(_, outputs, state) {
    const { train, test } = take(outputs, 'split', 'Split')
    return {
      rows: train.ids.length + test.ids.length,
      columns: train.meta.length,
      facts: [
        `${countOf(train.ids.length, 'row')} to train`,
        `${countOf(test.ids.length, 'row')} to test`,
        ...sharedPatients(train, test, (state as { group: string }).group),
      ],
      head: headOf(train),
      views: [],
    }
  },
}

interface Params {
  group: string
  time: string
  testShare: number
  seed: number
}

interface Rows {
  train: number[]
  test: number[]
}

type SplitRows = (table: Table, params: Params, context: RunContext) => Rows

const ROWS: Readonly<Record<Split['method'] & ('random-rows' | 'grouped' | 'temporal' | 'grouped-temporal'), SplitRows>> = {
  'random-rows': (table, { testShare, seed }) => {
    const shuffled = new Rng(seed).shuffle(table.ids.map((_, row) => row))
    const edge = Math.floor(shuffled.length * (1 - testShare))
    return { train: shuffled.slice(0, edge), test: shuffled.slice(edge) }
  },
  grouped: (table, { group, testShare, seed }, context) => {
    const patients = keysOf(table, group, context)
    const shuffled = new Rng(seed).shuffle([...new Set(patients)])
    const chosen = new Set(shuffled.slice(Math.floor(shuffled.length * (1 - testShare))))
    return byRow(table, (row) => (chosen.has(patients[row] as string) ? 'test' : 'train'))
  },
  temporal: (table, params, context) => {
    const isLate = lateRows(table, params, context)
    return byRow(table, (row) => (isLate(row) ? 'test' : 'train'))
  },
  'grouped-temporal': (table, params, context) => {
    const isLate = lateRows(table, params, context)
    const patients = keysOf(table, params.group, context)
    const inTest = new Set(patients.filter((_, row) => isLate(row)))
    return byRow(table, (row) => (isLate(row) ? 'test' : inTest.has(patients[row] as string) ? 'neither' : 'train'))
  },
}

function byRow(table: Table, side: (row: number) => 'train' | 'test' | 'neither'): Rows {
  const rows: Rows = { train: [], test: [] }
  for (let row = 0; row < table.ids.length; row++) {
    const chosen = side(row)
    if (chosen !== 'neither') rows[chosen].push(row)
  }
  return rows
}

/** The last `testShare` of the calendar between the first and the last period, e.g. months 19 to 24 for a quarter of 24. */
function lateRows(table: Table, { time, testShare }: Params, context: RunContext): (row: number) => boolean {
  const column = columnNamed(table, time, context)
  if (column.kind !== 'number') return context.problem(`"${time}" holds words, and time must be a number that grows.`, 'not-a-number')
  const { values } = column
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < first) first = value
    if (value > last) last = value
  }
  const edge = first + (last - first + 1) * (1 - testShare)
  return (row) => (values[row] as number) >= edge
}

function keysOf(table: Table, group: string, context: RunContext): string[] {
  return Array.from(columnNamed(table, group, context).values, String)
}

function columnNamed(table: Table, name: string, context: RunContext): Column {
  return columnOf(table, name) ?? context.problem(`There is no column "${name}" in this table. Choose one that is.`, 'no-column')
}

/** Patients who are on both sides: what a random split hides. */
function sharedPatients(train: Table, test: Table, group: string): string[] {
  const [seen, asked] = [columnOf(train, group), columnOf(test, group)]
  if (!seen || !asked) return []
  const known = new Set(Array.from(seen.values, String))
  const shared = new Set(Array.from(asked.values, String).filter((key) => known.has(key)))
  return [`${countOf(shared.size, 'patient')} in both`]
}
