/** What the map does to the records, worked out at once and without the judge: a preview, not a verdict. */
import { mergePatch } from '../../core/merge-patch.ts'
import { ASK, type MapTable } from '../../core/artefacts/map-table.ts'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import type { Records } from '../../lab/graph/ports.ts'
import { elementsThatApply } from '../../lab/records/applies.ts'
import { outcomeOf } from '../../lab/records/compare-record.ts'
import { compileRecords } from '../../lab/records/compile-records.ts'
import { factsOf } from '../../lab/records/facts.ts'
import { textOfField, titleOf } from '../../lab/records/field-text.ts'
import { type MappedRecord, mapRecord, textOf } from '../../lab/records/map-record.ts'
import { elementsOf } from '../../lab/records/shape.ts'
import { truthAt, writtenRecords } from '../../lab/records/written.ts'
import type { Live, ResourceView, Shown } from './live.ts'

/** Enough to go through by hand; the counts are of all. */
const SHOWN = 120

/** The visible records that the source block of this solution names; null for a quest that was not checked. */
export function recordsOf({ data }: Quest, graph: Graph): Records | null {
  const dataset = graph.nodes.find(({ block }) => block === 'data.source:records')?.params['dataset'] ?? 'train'
  const set = data.sets[String(dataset)]
  if (!set) return null
  const params = mergePatch(data.params, set.params) as Record<string, unknown>
  const key = JSON.stringify([set.seed, params])
  const known = made.get(key)
  if (known) return known
  try {
    const records = writtenRecords(set.seed, params)
    made.set(key, records)
    return records
  } catch {
    return null
  }
}

/** The same visible records for every stage and every visit: made once. */
const made = new Map<string, Records>()

export interface RecordsLive extends Live<Shown> {
  mapped: readonly MappedRecord[]
}

export function recordsLive(records: Records, table: MapTable): RecordsLive {
  const { shape } = records
  const map = compileRecords(table, shape)
  const [unmapped, unfit] = [new Map<string, Map<string, number>>(), new Map<string, Map<string, number>>()]
  const wrongPaths = new Map<string, number>()
  const mapped = records.table.ids.map((_, row) => mapRecord(map, shape, (name) => textOfField(records.table, name, row), factsOf(shape, records.table, row)))
  const messages = mapped.map((record, row): Shown => {
    for (const { row: by, value, unfit: odd } of record.lost) add(odd ? unfit : unmapped, by, value)
    const compared = isKnown(records, row)
    const views = viewsOf(records, record, row, compared)
    const wrong = views.flatMap(({ diffs }) => diffs).filter(({ ok }) => !ok)
    if (compared) for (const { path } of wrong) wrongPaths.set(path, (wrongPaths.get(path) ?? 0) + 1)
    return { sample: { id: records.table.ids[row] ?? '', title: titleOf(records.table, shape.title, row), defect: null, compared }, views, wrong: compared ? wrong.length : 0 }
  })
  return { mapped, messages: messages.slice(0, SHOWN), problems: map.problems, unmapped, unfit, wrongPaths: [...wrongPaths].map(([path, n]) => ({ path, n })).sort((a, b) => b.n - a.n) }
}

function add(lists: Map<string, Map<string, number>>, row: string, value: string): void {
  const values = lists.get(row) ?? new Map<string, number>()
  values.set(value, (values.get(value) ?? 0) + 1)
  lists.set(row, values)
}

function isKnown({ shape, table }: Records, row: number): boolean {
  return shape.known === undefined || table.columns[shape.known]?.values[row] === 1
}

function viewsOf(records: Records, { filled }: MappedRecord, row: number, compared: boolean): ResourceView[] {
  const { shape } = records
  const has = elementsThatApply(shape)((name) => textOfField(records.table, name, row))
  return Object.keys(shape.wanted).map((part) => {
    const elements = elementsOf(shape).filter(({ path }) => path.startsWith(`${part}.`) && has(path))
    return {
      id: records.table.ids[row] ?? '', type: part,
      rows: new Map(elements.flatMap(({ path }) => { const by = filled.get(path)?.row; return by === undefined ? [] : [[path, by] as const] })),
      diffs: elements.map(({ path, element }) => {
        const got = filled.get(path)
        const wanted = truthAt(records, element.truth, row)
        const outcome = outcomeOf(element, wanted, got)
        return { path, wanted: wanted ?? ASK, got: got === undefined ? null : textOf(got), ok: !compared || outcome === 'right' || outcome === 'honest' }
      }),
    }
  })
}

/** What a field of all visible records holds, the commonest first. */
export function valuesOf(records: Records, table: MapTable, rowId: string): (readonly [string, number])[] {
  const { shape } = records
  const row = table.rows.find(({ id }) => id === rowId)
  if (!row) return []
  const { extract: _part, valueMap: _map, convert: _unit, ...bare } = row
  const map = compileRecords({ ...table, rows: [...table.rows.slice(0, table.rows.indexOf(row)), { ...bare, transform: 'text' }] }, shape)
  const counts = new Map<string, number>()
  for (const at of records.table.ids.keys()) {
    const found = mapRecord(map, shape, (name) => textOfField(records.table, name, at), factsOf(shape, records.table, at)).filled.get(row.to)
    if (found?.row === rowId) counts.set(textOf(found), (counts.get(textOf(found)) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

/** Middle half of some numbers; null where there are none. */
export function quartiles(values: readonly number[]): { low: number; middle: number; high: number } | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] as number).toPrecision(3))
  return { low: at(0.25), middle: at(0.5), high: at(0.75) }
}
