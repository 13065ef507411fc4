/** The audit in the verdict: each marker, what was said of it, and how far the score moved when only it was swapped. */
import type { Quest } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { figure } from '../blocks/say.ts'
import { LEANS } from '../imaging/drawn/trials.ts'
import type { FindingsSet } from './image-findings.ts'

/** Nothing where nobody has audited anything. */
export function auditTable({ data }: Quest, sets: readonly FindingsSet[]): View[] {
  const rows = sets.flatMap(({ label, audit }) => (audit?.shifts ?? []).map(({ column, shift }) => {
    const [said, leans] = [audit?.claims.includes(column) ?? false, Math.abs(shift) >= LEANS]
    return { right: said === leans, cells: [label, data.columns[column]?.label ?? column, figure(shift, 2), leans ? 'leans on it' : 'does not', said ? 'leans on it' : 'does not'] }
  }))
  if (rows.length === 0) return []
  return [{ view: 'rows', title: 'The model under audit, with one marker swapped in the same pictures', columns: ['pictures', 'marker', 'score moves by', 'so it', 'you said it'], rows: rows.map(({ cells }) => cells), marked: rows.flatMap(({ right }, i) => (right ? [] : [i])) }]
}
