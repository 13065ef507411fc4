/** Requests that a map filled and a desk sent, with what the payer made of each. */
import { isFirstPass, type Request } from '../payer/requests.ts'
import { runRequests } from '../payer/run.ts'
import type { Desk, Payer } from '../payer/spec.ts'
import type { Mapped, Records } from '../graph/ports.ts'
import type { JudgedSet } from './harness.ts'
import { groupedBy, joinRecords, type JudgedElement, type JudgedMap } from './map-records-join.ts'

/** How a desk works that nobody has arranged. */
const UNARRANGED: Desk = { first: 'oldest', blanks: 'send' }

/** One request with its elements as the map filled them. */
export interface JudgedRequest {
  request: Request
  elements: readonly JudgedElement[]
  /** The same without the lane: that says nothing of the patient. */
  items: readonly JudgedElement[]
}

export interface JudgedRequests extends JudgedMap {
  payer: Payer
  requests: readonly JudgedRequest[]
}

export interface RequestSet extends JudgedSet, JudgedRequests {}

/**
 * @param whole with the truth; rows of the same index
 * @throws TypeError where nobody answers
 */
export function joinRequests(mapped: Mapped, whole: Pick<Records, 'table'>, seed: string, rows?: readonly number[]): JudgedRequests {
  const { payer, shape, records, desk = UNARRANGED } = mapped
  if (!payer) throw new TypeError('payer-requests judges what a payer answers, and the quest describes none')
  const joined = joinRecords(mapped, whole, rows)
  const byRow = groupedBy(joined.elements, ({ row }) => String(row))
  const sent = [...byRow.keys()].flatMap((row) => { const record = records[Number(row)]; return record ? [{ row: Number(row), record }] : [] })
  const run = runRequests({ table: whole.table, shape, payer, desk, seed }, sent)
  return { ...joined, payer, requests: run.map((request) => { const elements = byRow.get(String(request.row)) ?? []; return { request, elements, items: elements.filter(({ path }) => path !== payer.lane) } }) }
}

/** Approved for somebody who does not meet the criteria, or on a form that says something untrue. */
export function isUntrueApproval({ request: { answer, eligible, form }, items }: JudgedRequest): boolean {
  return answer === 'approved' && (!eligible || items.some(({ path, outcome }) => UNTRUE.has(outcome) && form.get(path)?.row !== ''))
}

const UNTRUE: ReadonlySet<JudgedElement['outcome']> = new Set(['wrong', 'dangerous', 'forced'])

/** What became of it, in the order in which cases are shown. */
export type Fate = 'approved on something untrue' | 'refused, though eligible' | 'lapsed' | 'sent back first' | 'rightly refused' | 'approved at once'

export function fateOf(one: JudgedRequest): Fate {
  const { answer, eligible } = one.request
  if (isUntrueApproval(one)) return 'approved on something untrue'
  if (answer === 'lapsed') return 'lapsed'
  if (answer === 'denied') return eligible ? 'refused, though eligible' : 'rightly refused'
  return isFirstPass(one.request) ? 'approved at once' : 'sent back first'
}
