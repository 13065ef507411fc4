/** One row of a table, read like a chart in the words of its quest. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { isKnownAt } from '../graph/moment.ts'
import type { Table } from '../graph/ports.ts'
import { cellAt, columnOf, metaOf } from '../graph/table.ts'

/** The name of the person first, then the quest's own title. */
export function chartTitle({ data }: Quest, table: Table, row: number): string {
  const name = cellAt(columnOf(table, 'name'), row)
  const title = (data.case?.title ?? '').replace(/\{(\w+)\}/g, (_, column: string) => String(cellAt(columnOf(table, column), row) ?? 'not known'))
  return [name, title.replace(/(?<![\d.])1 (year|night|day)s\b/g, '1 $1')].filter(Boolean).join(', ')
}

/** Sections as the quest lays them out; without a layout, every column but those that name people. */
export function chartSections({ data }: Quest, table: Table, row: number, viewAt: string): CaseReport['sections'] {
  const layout = data.case?.sections ?? [{ title: 'Chart', columns: table.meta.filter(({ role }) => role !== 'id').map(({ name }) => name) }]
  return layout.map(({ title, columns }) => ({
    title,
    rows: columns.flatMap((name) => {
      const meta = metaOf(table, name)
      if (!meta) return []
      const { label, unit, availableAt } = meta
      const value = cellAt(columnOf(table, name), row)
      return [{ column: name, label, value, ...(unit ? { unit } : {}), availableAt, known: isKnownAt(availableAt, viewAt) }]
    }),
  }))
}
