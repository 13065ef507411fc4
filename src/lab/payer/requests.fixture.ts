/** A form of two items, small enough to know by heart: weeks of exercise for one knee, and the lane. */
import { MapTable } from '../../core/artefacts/map-table.ts'
import type { Mapped, Records } from '../graph/ports.ts'
import { compileRecords } from '../records/compile-records.ts'
import { factsOf } from '../records/facts.ts'
import { textOfField } from '../records/field-text.ts'
import { mapRecord } from '../records/map-record.ts'
import { writtenRecords } from '../records/written.ts'
import type { Desk } from './spec.ts'

type Row = Partial<MapTable['rows'][number]>
type Line = Readonly<Record<string, string | number | null>>

const number = { draw: 'uniform', from: 0, to: 1 }
const DAY = { draw: 'date', from: '2026-05-04' }
/** A column that may say what the lines say. */
function columnFor(name: string): object {
  if (name.endsWith('On') || name === 'asked') return DAY
  return typeof LINE[name] === 'string' ? { draw: 'category', weights: { left: 1, right: 1, slow: 1, fast: 1 } } : number
}

export const PAYER = {
  arrives: 'arrives', urgent: 'urgent', eligible: 'eligible', lane: 'Request.lane', expedited: 'fast',
  rules: [
    { id: 'blank', when: 'Form.weeks absent', answer: 'pend', say: 'How many weeks?' },
    { id: 'paper', when: 'Form.weeks.paper absent', answer: 'pend', say: 'Which paper says so?' },
    { id: 'old', when: 'Form.weeks.days > 180', answer: 'deny', say: 'The paper is old.' },
    { id: 'side', when: 'Form.weeks.side present and Form.weeks.side != @side', answer: 'deny', say: 'The paper speaks of the other knee.', sees: 1 },
    { id: 'brief', when: 'Form.weeks < 6', answer: 'deny', say: 'Too few weeks.' },
  ],
  reading: { share: 0, minutes: 60 }, desk: { rings: 24 },
}

/** Monday the fourth of May at ten, left knee, nothing presses; the last visit says eight weeks, an old form twenty. */
export const LINE: Line = { side: 'left', asked: '2026-05-04', arrives: 10, urgent: 0, eligible: 1, chart: 8, chartOn: '2026-04-20', chartSide: 'left', old: 20, oldOn: '2025-05-04', oldSide: 'right', sure: 1, right: 8, later: null, lane: 'slow' }

export function requestsOf(lines: readonly Line[], payer: object = {}): Records {
  return writtenRecords('by heart', {
    n: lines.length, rows: lines,
    columns: Object.fromEntries(Object.keys(LINE).map((name) => [name, columnFor(name)])),
    shape: {
      title: '{asked}: {side}', fields: ['side', 'asked'], asked: 'asked',
      facts: { weeks: { label: 'Weeks', papers: [{ source: 'chart', value: 'chart', date: 'chartOn', side: 'chartSide', sure: 'sure' }, { source: 'old form', value: 'old', date: 'oldOn', side: 'oldSide' }] } },
      wanted: { Form: { weeks: { type: 'number', label: 'Weeks', truth: 'right', later: 'later', within: 0 } }, Request: { lane: { type: 'code', label: 'Lane', list: 'lanes', truth: 'lane' } } },
      lists: { lanes: { slow: 'Slow', fast: 'Fast' } },
    },
    payer: { ...PAYER, ...payer },
  })
}

export function mappedBy(records: Records, rows: readonly Row[], desk: Partial<Desk> = {}): Mapped {
  const { table, shape, payer } = records
  const written = MapTable.parse({ rows: rows.map((row, i) => ({ id: `r${i + 1}`, from: 'weeks', to: 'Form.weeks', ...row })) })
  const map = compileRecords(written, shape)
  return {
    type: 'Mapped', table, shape, mapRows: written.rows.map(({ id }) => id), ...(payer ? { payer } : {}), desk: { first: 'oldest', blanks: 'send', ...desk },
    records: table.ids.map((_, row) => mapRecord(map, shape, (name) => textOfField(table, name, row), factsOf(shape, table, row))),
  }
}
