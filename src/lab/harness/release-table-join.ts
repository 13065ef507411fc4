/** What a pipeline lets out of a hidden house, beside the people it read and those it did not. */
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import { rowsWhere } from '../graph/bind-expr.ts'
import { isTable, type PortValue, type Table } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import type { Attack } from '../synth/attack.ts'
import type { FoundAgain } from '../synth/found-again.ts'
import type { Synthetic } from '../synth/synthetic-value.ts'
import type { JudgedSet } from './harness.ts'

/** A release, and everybody whom it could be about. */
export interface Released {
  synthetic: Synthetic
  /** Who was read, with everything that is known of them. */
  people: Table
  /** Everybody else of the town. */
  outsiders: Table
}

export interface ReleaseSet extends JudgedSet, Released {
  viewAt: string
  attack: Attack | null
  found: FoundAgain[]
}

export function syntheticIn(result: PortValue): Synthetic {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Synthetic') throw new TypeError(`release-table judges Synthetic, not ${from.type}`)
  return from as Synthetic
}

/** Who was read is who went into the generator, whatever the pipeline calls them. */
export function joinRelease({ whole }: HiddenCases, result: PortValue): Released {
  if (!isTable(whole)) throw new TypeError(`release-table reads people from a Table, not from ${whole.type}`)
  const synthetic = syntheticIn(result)
  const read = new Set(synthetic.people.ids)
  const side = (inside: boolean) => takeRows(whole, whole.ids.flatMap((id, row) => (read.has(id) === inside ? [row] : [])))
  return { synthetic, people: side(true), outsiders: side(false) }
}

/** The rows for which a formula holds; none where the table lacks one of its columns. */
export function rareBy(where: string): (table: Table) => ReadonlySet<number> {
  return (table) => {
    try {
      return new Set(rowsWhere(where, table))
    } catch {
      return new Set()
    }
  }
}

export function listOf(metric: Metric | undefined, name: string): string[] {
  const list = metric?.params?.[name]
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : []
}

/** What the attacker knows, as the quest's metric on attacks says. */
export function knownTo({ verify }: Quest): string[] {
  return listOf(verify.metrics.find(({ fn }) => fn === 'attackAuc' || fn === 'reidentified'), 'knows')
}
