/** Messages to open after the verdict: the pipe text with its mark, and element by element what was wanted and what came. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { DEFECT_WORDS } from '../interop/feed/feed-message.ts'
import type { Outcome } from './v2-fhir-replay.ts'
import type { V2Set } from './v2-fhir.ts'

const PER_KIND = 4
const MOST_ROWS = 24

type Kind = 'let-in' | 'kept-out' | 'garbled' | 'stopped'

interface Found {
  set: V2Set
  outcome: Outcome
}

/** Defective ones that got in first, then good ones kept out, then those with most wrong elements, then what was caught. */
export function v2Cases(sets: readonly V2Set[]): CaseReport[] {
  const all = sets.flatMap((set) => set.outcomes.map((outcome) => ({ set, outcome })))
  const wrong = all.filter(({ outcome }) => !outcome.feed.defect && !outcome.message.deadLetter && wrongIn(outcome) > 0)
    .sort((a, b) => Number(b.outcome.stale) - Number(a.outcome.stale) || wrongIn(b.outcome) - wrongIn(a.outcome))
  return [
    ...some(all.filter(({ outcome }) => outcome.feed.defect && !outcome.message.deadLetter)).map((found) => caseOf(found, 'let-in')),
    ...some(all.filter(({ outcome }) => !outcome.feed.defect && outcome.message.deadLetter)).map((found) => caseOf(found, 'kept-out')),
    ...some(wrong).map((found) => caseOf(found, 'garbled')),
    ...some(all.filter(({ outcome }) => outcome.feed.defect && outcome.message.deadLetter)).map((found) => caseOf(found, 'stopped')),
  ]
}

function some(found: Found[]): Found[] {
  return found.slice(0, PER_KIND)
}

export function wrongIn({ diffs }: Outcome): number {
  return diffs.filter(({ ok }) => !ok).length
}

function caseOf({ set, outcome }: Found, kind: Kind): CaseReport {
  const { message, feed } = outcome
  return { id: `${set.seed}/${message.id}`, set: set.label, title: feed.title, outcome: kind, say: sayOf(outcome, kind), sections: [], exhibits: [rawExhibit(outcome), ...diffExhibit(outcome)] }
}

function sayOf(outcome: Outcome, kind: Kind): string {
  const { feed, message } = outcome
  const reasons = [...message.stopped.map(({ say, rule }) => say || `rule ${rule}`), ...message.invalid.map(({ path, say }) => `${path} ${say}`)]
  const why = reasons.length > 0 ? ` Stopped because: ${[...new Set(reasons)].slice(0, 3).join('; ')}.` : ''
  switch (kind) {
    case 'let-in': return `This message is defective (${DEFECT_WORDS[feed.defect ?? 'no-value']}) and the gate let it through to the portal.`
    case 'kept-out': return `Nothing is wrong with this message, and it was put aside.${why}`
    case 'stopped': return `Rightly put aside: ${DEFECT_WORDS[feed.defect ?? 'no-value']}.${why}`
    case 'garbled': return outcome.stale
      ? 'The laboratory corrected this result. The portal still shows the old value, because the correction did not call itself one.'
      : `${wrongIn(outcome) === 1 ? 'One element' : `${wrongIn(outcome)} elements`} of the portal are not as they should be after this message.`
  }
}

/** The message as it came, the lines that went wrong marked where we can say which. */
export function rawExhibit({ message, feed, diffs }: Outcome): Exhibit {
  const text = message.raw.replaceAll('\r', '\n').trimEnd()
  const spans = feed.defect ? markOf(text, feed.defect) : lineMark(text, diffs.some(({ path, ok }) => !ok && path.startsWith('Observation')) ? 'OBX' : null)
  return { kind: 'text', caption: `The message ${message.id}`, text, mono: true, spans }
}

type Span = Extract<Exhibit, { kind: 'text' }>['spans'][number]

const PLACES: Readonly<Record<keyof typeof DEFECT_WORDS, { line: string; field: number }>> = {
  'future-birth': { line: 'PID', field: 7 }, 'no-such-day': { line: 'PID', field: 7 }, 'unknown-class': { line: 'PV1', field: 2 }, 'left-before-arrival': { line: 'PV1', field: 45 },
  'posted-wrong': { line: 'OBX', field: 11 }, 'future-result': { line: 'OBX', field: 14 }, 'no-value': { line: 'OBX', field: 5 },
}

function markOf(text: string, defect: keyof typeof DEFECT_WORDS): Span[] {
  const { line, field } = PLACES[defect]
  const start = lineStart(text, line)
  if (start < 0) return []
  const parts = text.slice(start).split('\n', 1)[0]?.split('|') ?? []
  const from = start + parts.slice(0, field).join('|').length + 1
  const length = parts[field]?.length ?? 0
  // An empty field has nothing to mark but the pipe that closes it.
  return [{ from: length === 0 ? from - 1 : from, to: from + Math.max(length, 1), label: `${line}-${field}: ${DEFECT_WORDS[defect]}`, tone: 'wrong' }]
}

function lineMark(text: string, line: string | null): Span[] {
  const start = line === null ? -1 : lineStart(text, line)
  return start < 0 || line === null ? [] : [{ from: start, to: start + line.length, label: 'see below', tone: 'note' }]
}

function lineStart(text: string, line: string): number {
  return text.startsWith(line) ? 0 : text.indexOf(`\n${line}`) + 1 || -1
}

/** Wrong elements first; nothing for a message that should not have come in. */
function diffExhibit({ diffs }: Outcome): Exhibit[] {
  if (diffs.length === 0) return []
  const rows = [...diffs].sort((a, b) => Number(a.ok) - Number(b.ok)).slice(0, MOST_ROWS)
  return [{ kind: 'diff', caption: 'What the portal should hold, and what it holds', rows: numbered(rows.map(({ path, wanted, got, ok }) => ({ path, wanted: cell(wanted), got: cell(got), ok }))) }]
}

type DiffRow = Extract<Exhibit, { kind: 'diff' }>['rows'][number]

/** Two results in one message have the same paths: the second says so. */
function numbered(rows: DiffRow[]): DiffRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const n = (seen.get(row.path) ?? 0) + 1
    seen.set(row.path, n)
    return n === 1 ? row : { ...row, path: `${row.path} (${n})` }
  })
}

function cell(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? String(value) : value
}
