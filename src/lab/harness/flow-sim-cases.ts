/** Hidden cases of a described service, opened like a card: what was planned, what happened, what nobody could know. */
import { momentWords } from '../../core/event-log.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import type { ColumnMeta, Table } from '../graph/ports.ts'
import type { Future } from '../ops/flow/flow-figures.ts'
import { dayNames } from '../ops/flow/flow-log.ts'
import type { FlowSpec } from '../ops/flow/spec.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import type { JudgedSet } from './harness.ts'

export interface FlowSet extends JudgedSet {
  futures: readonly Future[]
  spec: FlowSpec
  meta: readonly ColumnMeta[]
}

const PER_OUTCOME = 4

export interface OneCase { set: FlowSet; future: Future; row: number }

export function flowCases(quest: Quest, sets: readonly FlowSet[]): CaseReport[] {
  const all = sets.flatMap((set) => {
    const [future] = set.futures
    return future ? future.lived.fates.map(({ row }): OneCase => ({ set, future, row })) : []
  })
  const home = all.filter((one) => fateOf(one).cancelled)
  const waited = all.filter((one) => !fateOf(one).cancelled && waitOf(one) > 0).sort((a, b) => waitOf(b) - waitOf(a))
  const smooth = all.filter((one) => waitOf(one) === 0 && visitsOf(one).length > 0)
  return [
    ...spread(home).map((one) => caseOf(quest, one, 'sent home', sayHome(one))),
    ...waited.slice(0, PER_OUTCOME).map((one) => caseOf(quest, one, 'waited longest', `Waited ${Math.round(waitOf(one))} minutes, longer than nearly anybody.`)),
    ...spread(smooth).map((one) => caseOf(quest, one, 'went as planned', 'Nobody had to wait, and nobody noticed. That is what a plan looks like when it works.')),
  ]
}

function spread(found: readonly OneCase[]): OneCase[] {
  const step = Math.max(1, Math.floor(found.length / PER_OUTCOME))
  return Array.from({ length: Math.min(PER_OUTCOME, found.length) }, (_, i) => found[i * step] as OneCase)
}

export function fateOf({ future, row }: OneCase) {
  return future.lived.fates[row] as Future['lived']['fates'][number]
}

function visitsOf({ future, row }: OneCase) {
  return future.lived.visits.filter((visit) => visit.row === row)
}

/** Minutes at the first station, from the later of asking and being due. */
function waitOf(one: OneCase): number {
  const [first] = visitsOf(one)
  return first ? Math.max(0, first.there - Math.max(first.asked, fateOf(one).place?.due ?? 0)) : 0
}

export function sayHome(one: OneCase): string {
  const { place, cancelled } = fateOf(one)
  const clock = clockOf(one)
  return `Planned for ${clock(place?.due ?? 0)}, fasting since the evening before. At ${clock(cancelled?.at ?? 0)} sent home: ${cancelled?.why === 'no bed' ? 'there was no bed to go to afterwards' : 'the list ran late, and there was no time left'}.`
}

export function clockOf({ set: { spec } }: OneCase): (minute: number) => string {
  const log = spec.days > 1 ? { dayNames: dayNames(spec) } : {}
  return (minute) => momentWords(log, minute)
}

function caseOf(quest: Quest, one: OneCase, outcome: string, say: string): CaseReport {
  const { set, future, row } = one
  const table: Table = { ...future.table, meta: set.meta }
  return {
    id: `${set.seed}/${future.table.ids[row]}`, set: set.label, title: chartTitle(quest, table, row) || String(future.table.ids[row]), outcome, say,
    sections: [{ title: 'What happened', rows: happened(one) }, ...chartSections(quest, table, row, quest.data.hidden[0]?.viewAt ?? 'decision')],
  }
}

function happened(one: OneCase): CaseReport['sections'][number]['rows'] {
  const { place, comes, cancelled } = fateOf(one)
  const clock = clockOf(one)
  const line = (column: string, label: string, value: string, known: boolean) => ({ column, label, value, known })
  return [
    place ? line('due', 'Planned for', clock(place.due), true) : line('comes', 'Came', clock(comes), false),
    ...visitsOf(one).map(({ station, unit, there, ends }) => line(station, one.future.lived.places.get(station)?.units[unit]?.label ?? station, `${clock(there)} to ${ends === null ? 'after the end' : clock(ends)}`, false)),
    ...(cancelled ? [line('cancelled', 'Sent home', clock(cancelled.at), false)] : []),
  ]
}
