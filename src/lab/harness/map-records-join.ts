/** What the map made, joined to what would have been right. */
import type { Mapped, PortValue, Records, Table } from '../graph/ports.ts'
import { elementsThatApply } from '../records/applies.ts'
import { type Outcome, outcomeOf, shapeProblem } from '../records/compare-record.ts'
import { textOfField } from '../records/field-text.ts'
import { type Evidence, textOf } from '../records/map-record.ts'
import { type Element, elementsOf, type Shape } from '../records/shape.ts'
import { truthAt } from '../records/written.ts'
import type { JudgedSet } from './harness.ts'

export interface JudgedElement {
  row: number
  path: string
  element: Element
  outcome: Outcome
  wanted: string | number | null
  /** As text; '' where nothing stands. */
  got: string
  /** Row of the map that filled it, from 1. */
  by: number | null
  /** The paper it was taken from. */
  paper: Evidence | null
  /** Why it does not keep to the shape. */
  problem: string | null
}

export interface JudgedMap {
  table: Table
  shape: Shape
  mapRows: readonly string[]
  elements: readonly JudgedElement[]
}

export interface MapSet extends JudgedSet, JudgedMap {}

/** @throws TypeError when the graph ends in something else than mapped records */
export function mappedIn(result: PortValue): Mapped {
  const from = result.type === 'Result' ? result.from : result
  if (from.type !== 'Mapped') throw new TypeError(`map-records judges mapped records, not ${from.type}`)
  return from
}

/** @param whole with the truth; rows of the same index. `rows`: only these, all when left out */
export function joinRecords({ shape, records, mapRows, desk }: Mapped, { table }: Pick<Records, 'table'>, rows: readonly number[] = [...records.keys()]): JudgedMap {
  const wanted = elementsOf(shape)
  const applies = elementsThatApply(shape)
  const elements = rows.flatMap((row) => wanted.filter(({ path }) => applies((name) => textOfField(table, name, row))(path)).map(({ path, element }): JudgedElement => {
    const filled = records[row]?.filled.get(path) ?? (desk?.blanks === 'person' ? LOOKED_FOR : undefined)
    const right = truthAt({ table }, element.truth, row)
    return { row, path, element, wanted: right, got: textOf(filled), by: filled && filled.row !== '' ? mapRows.indexOf(filled.row) + 1 : null, paper: filled && 'paper' in filled ? filled.paper ?? null : null, outcome: outcomeOf(element, right, filled), problem: shapeProblem(shape, element, filled) }
  }))
  return { table, shape, mapRows, elements }
}

/** What no row fills goes to a person, where the desk works that way. */
const LOOKED_FOR = { ask: true, row: '' } as const

/** Visible records whose right answer somebody has told. */
export function knownRows({ table, shape }: Pick<Mapped, 'table' | 'shape'>): number[] {
  const { known } = shape
  const rows = [...table.ids.keys()]
  return known === undefined ? rows : rows.filter((row) => table.columns[known]?.values[row] === 1)
}

/** In the order in which each key is first met. */
export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
