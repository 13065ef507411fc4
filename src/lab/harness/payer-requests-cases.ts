/** Hidden requests to open: the form item by item, with the paper behind each, and everything that happened on a time line. */
import type { CaseReport, Exhibit, Tone, Verdict } from '../../core/verdict.ts'
import { metaOf } from '../graph/table.ts'
import { calendarWords } from '../payer/office.ts'
import { clockOf, HOUR, type Request, type Step } from '../payer/requests.ts'
import { textOfField, titleOf } from '../records/field-text.ts'
import { factsOf } from '../records/facts.ts'
import type { Evidence } from '../records/map-record.ts'
import { type Fate, fateOf, type JudgedRequest, type RequestSet } from './payer-requests-join.ts'

const SHOWN: readonly (readonly [Fate, number])[] = [['approved on something untrue', 6], ['refused, though eligible', 5], ['lapsed', 3], ['sent back first', 5], ['rightly refused', 3], ['approved at once', 4]]

interface Found {
  set: RequestSet
  one: JudgedRequest
}

export function requestCases(sets: readonly RequestSet[]): CaseReport[] {
  const all = sets.flatMap((set) => set.requests.map((one): Found => ({ set, one })))
  return SHOWN.flatMap(([fate, most]) => {
    // The same thing in the same kind of request teaches once.
    const seen = new Set<string>()
    return all.filter(({ one }) => fateOf(one) === fate).sort(bySlips).filter(({ set, one }) => {
      const key = `${set.shape.by === undefined ? '' : textOfField(set.table, set.shape.by, one.request.row)} ${slipsOf(one).map(({ path }) => path).join()} ${one.request.steps.at(-1)?.say}`
      if (seen.has(key) || seen.size >= most) return false
      seen.add(key)
      return true
    }).map((found) => caseOf(found, fate))
  })
}

/** The most slips first. */
function bySlips(a: Found, b: Found): number {
  return slipsOf(b.one).length - slipsOf(a.one).length
}

function slipsOf({ elements }: JudgedRequest) {
  return elements.filter(({ outcome }) => outcome !== 'right' && outcome !== 'honest' && outcome !== 'asked')
}

function caseOf(found: Found, fate: Fate): CaseReport {
  const { set, one } = found
  return {
    id: `${set.seed}/${set.table.ids[one.request.row]}`, set: set.label, title: titleOf(set.table, set.shape.title, one.request.row), outcome: fate, say: sayOf(found),
    exhibits: [formOf(found, true), lineOf(found)],
    sections: [{ title: 'What happened', rows: one.request.steps.map(({ at, say }, i) => ({ column: `step${i}`, label: calendarWords(at), value: say, known: true })) }, ...papersOf(found)],
  }
}

function sayOf({ one }: Found): string {
  const { request } = one
  const { answer, eligible, pends } = request
  const [slip] = slipsOf(one)
  const item = slip ? `${slip.element.label} says ${slip.got || 'nothing'}${slip.wanted === null ? ', and no paper says so' : `, and it is ${slip.wanted}`}.` : ''
  switch (fateOf(one)) {
    case 'approved on something untrue': return eligible ? `Approved, on a form that is not true. ${item}` : `Approved, and this patient does not meet the criteria. ${item}`
    case 'refused, though eligible': return `${request.steps.at(-1)?.say} This patient meets the criteria. ${item}`
    case 'lapsed': return `A question lay open until the clock ran out. ${item}`
    case 'sent back first': return `Approved in the end, after ${pends === 1 ? 'one question' : `${pends} questions`}. ${item}`
    case 'rightly refused': return `${request.steps.at(-1)?.say} The criteria are not met, and the form says so truly.`
    case 'approved at once': return answer === 'approved' ? 'Everything was there, true and with its paper. Nobody had to ask.' : item
  }
}

/** @param papers with the paper behind each item, where there is room for it */
function formOf({ one }: Found, papers: boolean): Exhibit {
  return {
    kind: 'diff', caption: 'The form as your map filled it', heads: ['Should be', 'Yours', 'Right?'],
    rows: one.elements.map(({ element, wanted, got, outcome, paper }) => ({
      path: element.label, wanted: wanted ?? 'in no paper', got: got === '?' ? 'left to a person' : got === '' ? null : got, ok: outcome === 'right' || outcome === 'honest' || outcome === 'asked',
      ...(paper && papers ? { note: paperWords(paper) } : {}),
    })),
  }
}

/** Where the first wrong item was taken from. */
function fromWords({ one }: Found): string {
  const paper = slipsOf(one)[0]?.paper
  return paper ? `It was taken from this paper: ${paperWords(paper)}.` : ''
}

function paperWords({ source, date, side, sure, linked }: Evidence): string {
  return [source, date, side, sure < 1 ? `${Math.round(sure * 100)}% sure` : '', linked ? 'sent along' : 'not sent along'].filter(Boolean).join(', ')
}

/** Signs of the time line: its words are those of the steps. */
const SIGNS: Readonly<Record<Step['what'], readonly [string, Tone]>> = {
  written: ['written', 'note'], rang: ['clinic asked', 'note'], sent: ['sent', 'note'], pended: ['sent back', 'missed'], approved: ['approved', 'note'], denied: ['refused', 'missed'], lapsed: ['lapsed', 'missed'],
}

function lineOf({ set, one: { request } }: Found): Exhibit {
  const { steps, writtenAt, sentAt, answeredAt, urgent } = request
  const due = sentAt === null ? null : sentAt + clockOf(set.payer, urgent)
  const last = answeredAt ?? writtenAt
  // Where the answer came long before it was due, the day it was due would press everything else together.
  const shown = due !== null && due - writtenAt <= 2 * (last - writtenAt) ? due : null
  const hour = (at: number) => Math.round((10 * (at - writtenAt)) / HOUR) / 10
  const said = steps.map(({ at, what }) => `${calendarWords(at)} ${SIGNS[what][0]}`).join('; ')
  return {
    kind: 'course', caption: 'From the order to the last word', say: `${said}.${due === null ? '' : ` An answer was due ${calendarWords(due)}${urgent ? ', since delay endangers' : ''}.`}`, hours: spanOf(hour(Math.max(last, shown ?? 0))),
    lines: [{ label: 'At the desk', unit: '0 or 1', points: heldBy(request, ['desk', 'clinic', 'returned'], hour) }, { label: 'At the payer', unit: '0 or 1', points: heldBy(request, ['payer'], hour) }],
    marks: [...steps.map(({ at, what }) => ({ at: hour(at), label: SIGNS[what][0], tone: SIGNS[what][1] })), ...(shown === null ? [] : [{ at: hour(shown), label: 'answer due', tone: 'note' as const }])],
  }
}

/** Hours that the clock shows: a little more than it took, in whole hours from an hour on. */
function spanOf(took: number): number {
  return took < 1 ? Math.max(0.25, Math.ceil(took * 4) / 4) : Math.ceil(took)
}

/** A line that steps: both ends of every stretch. */
function heldBy({ moves }: Request, places: readonly Request['place'][], hour: (at: number) => number): [number, number][] {
  return moves.flatMap(({ at, place }, i): [number, number][] => {
    const is = places.includes(place) ? 1 : 0
    const until = moves[i + 1]?.at
    return until === undefined || hour(until) <= hour(at) ? [[hour(at), is]] : [[hour(at), is], [hour(until) - 0.01, is]]
  })
}

function papersOf({ set, one: { request: { row } } }: Found): CaseReport['sections'] {
  const { table, shape } = set
  const facts = factsOf(shape, table, row)
  return [
    { title: 'What came', rows: shape.fields.map((name) => ({ column: name, label: metaOf(table, name)?.label ?? name, value: textOfField(table, name, row) || null, known: true })) },
    {
      title: 'The papers', rows: [...facts].flatMap(([kind, of]) => of.map((fact, i) => ({
        column: `${kind}${i}`, label: shape.facts?.[kind]?.label ?? kind, known: true, value: `${fact.value}${shape.facts?.[kind]?.unit ? ` ${shape.facts[kind].unit}` : ''}: ${[fact.source, fact.date, fact.side, fact.sure < 1 ? `${Math.round(fact.sure * 100)}% sure` : ''].filter(Boolean).join(', ')}`,
      }))),
    },
  ]
}

/** The worst that was sent: the request, the form, and what came of it. */
export function requestStory(sets: readonly RequestSet[]): NonNullable<Verdict['story']> {
  const all = sets.flatMap((set) => set.requests.map((one): Found => ({ set, one })))
  const sorted = [...all].sort(bySlips)
  const worst = (['approved on something untrue', 'refused, though eligible', 'lapsed', 'sent back first'] as const).flatMap((fate) => sorted.find(({ one }) => fateOf(one) === fate && slipsOf(one).length > 0) ?? [])[0]
  if (!worst) return []
  const fate = fateOf(worst.one)
  const same = all.filter(({ one }) => fateOf(one) === fate).length
  return [
    { title: titleOf(worst.set.table, worst.set.shape.title, worst.one.request.row), say: `${sayOf(worst)} ${fromWords(worst)}`, exhibit: formOf(worst, false) },
    { title: 'What came of it', say: worst.one.request.steps.at(-1)?.say ?? '', exhibit: lineOf(worst) },
    ...(same > 1 ? [{ title: 'And not only once', say: `Of ${all.length} hidden requests ${same} ended so: ${fate}.` }] : []),
  ]
}
