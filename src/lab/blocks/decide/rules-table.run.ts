import { readRuleTable } from '../../../core/artefacts/rule-table.ts'
import type { Cell } from '../../../core/verdict.ts'
import { type CompiledTable, compileTable, decide, outcomeOf } from '../../decision-table/compile-table.ts'
import type { Value } from '../../decision-table/unary-test.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Column, Rulings, Table } from '../../graph/ports.ts'
import { cellAt, columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { rulesTableSpec } from './rules-table.ts'

export const rulesTable: Block = {
  ...rulesTableSpec,
  fit(inputs, context) {
    return { outputs: { rulings: ruled(take(inputs, 'cases', 'Table'), context) }, state: null }
  },
  report(_, outputs) {
    const { cases, rulings, rowIds } = take(outputs, 'rulings', 'Rulings')
    const spoken = new Set(rulings.flatMap(({ hits }) => hits))
    const unmatched = rulings.filter(({ hits }) => hits.length === 0).length
    return {
      rows: cases.ids.length,
      columns: null,
      facts: [countOf(rowIds.length, 'row'), `${countOf(rowIds.length - spoken.size, 'row')} never fired`, `${countOf(unmatched, 'case')} without a rule`],
      views: [{
        view: 'bars', title: 'Who decides', say: 'Cases decided by each row, from top to bottom.', unit: 'cases',
        rows: rowIds.map((_id, at) => ({ label: `Row ${at + 1}`, value: rulings.filter(({ hits }) => hits.includes(at)).length })),
      }],
      detail: casesDetail(cases),
    }
  },
}

/** A bench shows these beside its table; more would only be scrolled past. */
const SHOWN = 400

/** The cases as they came to the rules, for the bench: an id first, then every column. */
function casesDetail(cases: Table): { columns: string[]; rows: Cell[][] } {
  const names = cases.meta.map(({ name }) => name)
  const rows = cases.ids.slice(0, SHOWN).map((id, row): Cell[] => [id, ...names.map((name) => cellAt(columnOf(cases, name), row))])
  return { columns: ['id', ...names], rows }
}

function ruled(cases: Table, context: RunContext): Rulings {
  const { table: name } = paramsOf(rulesTableSpec, context)
  const read = readRuleTable(Object.hasOwn(context.artefacts, name) ? context.artefacts[name] : undefined)
  if (!read.ok) return context.problem(read.say, 'rule-table')
  const compiled = compileTable(read.table)
  const [problem] = compiled.problems
  if (problem) {
    const column = [...read.table.inputs, ...read.table.outputs].find((one) => one.name === problem.column)?.label ?? problem.column
    return context.problem(`Row ${problem.place}, ${column}: ${problem.say}`, 'rule-cell')
  }
  return decideAll(compiled, cases, read.table.cases?.many ?? 'cases', context)
}

function decideAll(compiled: CompiledTable, cases: Table, many: string, context: RunContext): Rulings {
  const columns = compiled.table.inputs.map(({ name, label }) =>
    columnOf(cases, name) ?? context.problem(`The rules ask for "${label}", and the ${many} do not say it.`, 'no-column'))
  const said = new Map<string, Record<string, string[]>>()
  const rulings = cases.ids.map((_, row) => {
    if (row % 500 === 0) context.tick(row / cases.ids.length)
    const hits = decide(compiled, columns.map((column) => valueAt(column, row)))
    const key = hits.join()
    const outcome = said.get(key) ?? outcomeOf(compiled, hits)
    said.set(key, outcome)
    return { hits, outcome }
  })
  return { type: 'Rulings', cases, rulings, hit: compiled.hit, rowIds: compiled.rows.map(({ id }) => id), outputs: compiled.table.outputs.map(({ name }) => name) }
}

/** Empty text and NaN are "not known". */
function valueAt(column: Column, row: number): Value {
  const value = column.values[row]
  return value === undefined || value === '' || Number.isNaN(value) ? null : value
}
