/** A map over records, made ready: what the map of any two sides is, and what holds for facts besides. */
import type { MapTable } from '../../core/artefacts/map-table.ts'
import { listed } from '../../core/quest/problem.ts'
import { compileBetween, type ReadyMap, type ReadyRow, type RowProblem } from '../interop/map/compile-map.ts'
import { elementsThatApply } from './applies.ts'
import type { ElementPath, Shape } from './shape.ts'
import { type RecordPlace, recordSides } from './sides.ts'

export interface RecordMap extends ReadyMap<RecordPlace, ElementPath> {
  /** Which elements a record has. */
  applies: ReturnType<typeof elementsThatApply>
  /** By row: the kind of facts it looks through. */
  kindOf: ReadonlyMap<string, string>
}
export type RecordRow = ReadyRow<RecordPlace, ElementPath>

export function compileRecords(table: MapTable, shape: Shape): RecordMap {
  const map = compileBetween(table, recordSides(shape))
  const problems = map.rows.flatMap((row): RowProblem[] => {
    const kinds = kindsOf(row)
    return kinds.length > 1 ? [{ row: row.id, part: 'when', say: `A row looks through the facts of one kind, and this one names ${listed(kinds)}. Write a row for each, or compare with an element that is filled already.` }] : []
  })
  const broken = new Set(problems.map(({ row }) => row))
  return { ...map, rows: map.rows.filter(({ id }) => !broken.has(id)), problems: [...map.problems, ...problems], applies: elementsThatApply(shape), kindOf: new Map(map.rows.flatMap((row) => kindsOf(row).map((kind): [string, string] => [row.id, kind]))) }
}

/** Kinds of facts that a row reads. */
function kindsOf({ source, clauses, convert }: RecordRow): string[] {
  const places = [...pathsOf(source), ...(convert ? pathsOf(convert.from) : []), ...clauses.flatMap((clause) => ('as' in clause ? [clause.path, clause.as] : [clause.path]))]
  return [...new Set(places.flatMap((place) => ('fact' in place ? [place.fact] : [])))]
}

function pathsOf(source: RecordRow['source']): readonly RecordPlace[] {
  return source.kind === 'fields' ? source.paths : []
}
