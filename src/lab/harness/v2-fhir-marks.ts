/** The message as it came, with the fields marked that went wrong: by what is wrong with the message, or by the row that read them. */
import type { Exhibit } from '../../core/verdict.ts'
import { DEFECT_WORDS } from '../interop/feed/feed-message.ts'
import { writtenPath } from '../interop/fhir/shapes.ts'
import type { Read } from '../interop/map/map-message.ts'
import { type Span, spanOf } from '../interop/v2/place.ts'
import type { ElementDiff, Outcome } from './v2-fhir-replay.ts'

export type Mark = Extract<Exhibit, { kind: 'text' }>['spans'][number]

const MOST_MARKS = 10
const MOST_LABELS = 3

/** Line ends as a page shows them; places stay what they were. */
export function shownText(raw: string): string {
  return raw.replaceAll('\r', '\n').trimEnd()
}

export function marksOf(outcome: Outcome): Mark[] {
  const text = shownText(outcome.message.raw)
  return outcome.feed.defect ? defectMark(text, outcome.feed.defect) : wrongMarks(text, outcome)
}

type Defect = keyof typeof DEFECT_WORDS

const PLACES: Readonly<Record<Defect, { line: string; field: number }>> = {
  'future-birth': { line: 'PID', field: 7 }, 'no-such-day': { line: 'PID', field: 7 }, 'unknown-class': { line: 'PV1', field: 2 }, 'left-before-arrival': { line: 'PV1', field: 45 },
  'posted-wrong': { line: 'OBX', field: 11 }, 'future-result': { line: 'OBX', field: 14 }, 'no-value': { line: 'OBX', field: 5 },
}

function defectMark(text: string, defect: Defect): Mark[] {
  const { line, field } = PLACES[defect]
  const span = spanOf(text, { line: text.split('\n').findIndex((one) => one.startsWith(line)), field })
  return span ? [{ ...span, label: `${line}-${field}: ${DEFECT_WORDS[defect]}`, tone: 'wrong' }] : []
}

/** A mark for each place that a wrong element was read from; places inside one another are one mark. */
function wrongMarks(text: string, { message, diffs }: Outcome): Mark[] {
  const found = diffs.filter(({ ok }) => !ok).flatMap((diff) => {
    const right = cameRight(message, diff)
    return readsOf(message, diff).flatMap((read) => read.places.flatMap((place) => {
      const span = spanOf(text, place)
      return span ? [{ span, right, label: right ? RIGHT : `${shortPath(diff.path)} should be ${diff.wanted ?? 'empty'} (row ${read.n})` }] : []
    }))
  })
  const marks: { span: Span; right: boolean; labels: Set<string> }[] = []
  for (const { span, right, label } of found.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)) {
    const last = marks.at(-1)
    if (last && span.from < last.span.to) {
      last.span = { from: last.span.from, to: Math.max(last.span.to, span.to) }
      last.right &&= right
      last.labels.add(label)
    } else marks.push({ span, right, labels: new Set([label]) })
  }
  return marks.slice(0, MOST_MARKS).map(({ span, right, labels }) => ({ ...span, label: labelOf([...labels]), tone: right ? 'note' : 'wrong' }))
}

/** The portal keeps a final result until something that calls itself corrected replaces it. */
const RIGHT = 'came right, and the portal kept what it had'

/** The row did its work: what it put in is what was wanted, and the portal did not take it. */
function cameRight({ changes }: Outcome['message'], { path, id, wanted }: ElementDiff): boolean {
  const edit = changes.find((one) => one.id === id)?.edits.findLast((one) => writtenPath(one.path) === path)
  return edit !== undefined && ('remove' in edit ? wanted === null : edit.set === wanted)
}

/** "address.line", as short as it can be told from its neighbours. */
function shortPath(path: string): string {
  return path.replace(/^[A-Z]\w*\./, '').replaceAll('[0]', '')
}

function labelOf(labels: readonly string[]): string {
  const more = labels.length - MOST_LABELS
  return `${labels.slice(0, MOST_LABELS).join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

/** Rows that are for this element of this resource: the last that filled it, or all that looked and found nothing fit. */
export function readsOf({ changes }: Outcome['message'], { path, id }: ElementDiff): Read[] {
  const change = changes.find((one) => one.id === id && path.startsWith(`${one.type}.`))
  const reads = change?.reads.filter((read) => writtenPath(read.path) === path) ?? []
  const filled = reads.findLast(({ edited }) => edited)
  return filled ? [filled] : reads
}

/** Elements that are wrong and that no row of the map is for. */
export function unread({ message, diffs }: Outcome): string[] {
  return [...new Set(diffs.filter((diff) => !diff.ok && readsOf(message, diff).length === 0).map(({ path }) => path))]
}
