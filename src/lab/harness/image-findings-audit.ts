/** The audit in the verdict: each marker, how far the score moved when only it was swapped, and what was said of it. */
import type { Quest } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { figure } from '../blocks/say.ts'
import { LEANS } from '../imaging/drawn/trials.ts'
import type { FindingsSet } from './image-findings.ts'

/** All hidden sets together; rows that were judged wrongly are marked. Nothing where nobody has audited anything. */
export function auditTable({ data }: Quest, sets: readonly FindingsSet[]): View[] {
  const [audit] = sets.flatMap((set) => set.audit ?? [])
  if (!audit || audit.shifts.length === 0) return []
  const words = (leans: boolean) => (leans ? 'leans on it' : 'does not')
  const rows = audit.shifts.map(({ column }) => {
    const shifts = sets.flatMap((set) => set.audit?.shifts.filter((one) => one.column === column) ?? [])
    const mean = shifts.reduce((sum, { shift }) => sum + shift, 0) / shifts.length
    const [said, leans] = [audit.claims.includes(column), Math.abs(mean) >= LEANS]
    return { right: said === leans, cells: [data.columns[column]?.label ?? column, figure(mean, 2), words(leans), words(said)] }
  })
  return [{ view: 'rows', title: 'The model under audit, with one marker swapped', columns: ['marker', 'score moves', 'so it', 'you said'], rows: rows.map(({ cells }) => cells), marked: rows.flatMap(({ right }, i) => (right ? [] : [i])) }]
}
