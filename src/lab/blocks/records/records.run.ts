import { readMapTable } from '../../../core/artefacts/map-table.ts'
import type { View } from '../../../core/verdict.ts'
import type { Block } from '../../graph/block.ts'
import type { Mapped } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { textOfField } from '../../records/field-text.ts'
import { compileRecords } from '../../records/compile-records.ts'
import { factsOf } from '../../records/facts.ts'
import { mapRecord } from '../../records/map-record.ts'
import { elementsOf } from '../../records/shape.ts'
import { MAP_PARTS } from '../interop/interop.run.ts'
import { countOf } from '../say.ts'
import { recordMapSpec, recordsSourceSpec, recordSinkSpec, requestDeskSpec } from './records.ts'

const MOST = 12

export const recordsSource: Block = {
  ...recordsSourceSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(recordsSourceSpec, context).dataset)
    if (cases.type !== 'Records') throw new TypeError(`this block reads records, and the quest has ${cases.type}`)
    return { outputs: { records: cases }, state: null }
  },
  report(_, outputs) {
    const { table } = take(outputs, 'records', 'Records')
    return { rows: table.ids.length, columns: null, facts: [countOf(table.ids.length, 'record')], views: [] }
  },
}

export const recordMap: Block = {
  ...recordMapSpec,
  fit(inputs, context) {
    const read = readMapTable(context.artefacts['mapTable'])
    if (!read.ok) return context.problem(read.say, 'map')
    const { table, shape, payer } = take(inputs, 'records', 'Records')
    const map = compileRecords(read.table, shape)
    const [problem] = map.problems
    if (problem) return context.problem(`Row ${read.table.rows.findIndex(({ id }) => id === problem.row) + 1} of the map (${MAP_PARTS[problem.part]}): ${problem.say}`, 'map')
    const records = table.ids.map((_, row) => {
      if (row % 200 === 0) context.tick(row / table.ids.length)
      return mapRecord(map, shape, (name) => textOfField(table, name, row), factsOf(shape, table, row))
    })
    return { outputs: { mapped: { type: 'Mapped', table, shape, mapRows: read.table.rows.map(({ id }) => id), records, ...(payer ? { payer } : {}) } }, state: null }
  },
  report(_, outputs) {
    const mapped = take(outputs, 'mapped', 'Mapped')
    return { rows: mapped.records.length, columns: null, facts: [countOf(mapped.mapRows.length, 'row')], views: [filledView(mapped), ...lostView(mapped)] }
  },
}

export const requestDesk: Block = {
  ...requestDeskSpec,
  fit(inputs, context) {
    const mapped = take(inputs, 'mapped', 'Mapped')
    if (!mapped.payer) return context.problem('Nobody answers these records: the quest describes no payer.', 'no-payer')
    return { outputs: { mapped: { ...mapped, desk: paramsOf(requestDeskSpec, context) } }, state: null }
  },
  report(_, outputs) {
    const { records } = take(outputs, 'mapped', 'Mapped')
    return { rows: records.length, columns: null, facts: [countOf(records.length, 'request')], views: [] }
  },
}

export const recordSink: Block = {
  ...recordSinkSpec,
  fit: (inputs) => ({ outputs: { result: { type: 'Result', from: take(inputs, 'mapped', 'Mapped') } }, state: null }),
  report(inputs) {
    const { records } = take(inputs, 'mapped', 'Mapped')
    return { rows: records.length, columns: null, facts: [countOf(records.length, 'record')], views: [] }
  },
}

/** How much comes through, whether or not it is right: nobody has looked at it yet. */
function filledView({ shape, records }: Mapped): View {
  return {
    view: 'bars', title: 'How much comes through', say: 'Of all records, in percent: filled by the map, whether or not it is right, or left to a person.', unit: '%', limit: 100,
    rows: elementsOf(shape).flatMap(({ path, element }) => {
      const filled = records.map((record) => record.filled.get(path))
      const percent = (n: number) => Math.round((1000 * n) / Math.max(1, records.length)) / 10
      const asked = filled.filter((one) => one && 'ask' in one).length
      return [
        { label: element.label, value: percent(filled.filter(Boolean).length - asked), tone: 'note' as const },
        ...(asked > 0 ? [{ label: `${element.label}, left to a person`, value: percent(asked), tone: 'missed' as const }] : []),
      ]
    }),
  }
}

function lostView({ records, mapRows }: Mapped): View[] {
  const counts = new Map<string, number>()
  for (const { lost } of records) for (const { row, value, unfit } of lost) {
    const label = `row ${mapRows.indexOf(row) + 1}: ${value}${unfit ? ' (does not fit)' : ''}`
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  return [{
    view: 'bars', title: 'Values without an entry', say: 'Each of these came in and found no entry in its row\'s value map, did not fit its pattern, or could not be carried into the unit, so nothing was put in.',
    rows: [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).slice(0, MOST).map(([label, value]) => ({ label, value, tone: 'missed' })),
  }]
}
