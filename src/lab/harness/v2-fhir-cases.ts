/** Messages to open after the verdict: the pipe text with its marks, and element by element what was wanted and what came. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { DEFECT_WORDS } from '../interop/feed/feed-message.ts'
import { marksOf, readsOf, shownText, unread } from './v2-fhir-marks.ts'
import type { ElementDiff, Outcome } from './v2-fhir-replay.ts'
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
      : `${wrongIn(outcome) === 1 ? 'One element' : `${wrongIn(outcome)} elements`} of the portal are not as they should be after this message.${unreadOf(outcome)}`
  }
}

function unreadOf(outcome: Outcome): string {
  const paths = unread(outcome)
  return paths.length === 0 ? '' : ` No row of the map is for ${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''}.`
}

/** The message as it came, the fields that went wrong marked. */
export function rawExhibit(outcome: Outcome): Exhibit {
  return { kind: 'text', caption: `The message ${outcome.message.id}`, text: shownText(outcome.message.raw), mono: true, spans: marksOf(outcome) }
}

/** Wrong elements first; nothing for a message that should not have come in. */
function diffExhibit(outcome: Outcome): Exhibit[] {
  const { diffs } = outcome
  if (diffs.length === 0) return []
  const rows = [...diffs].sort((a, b) => Number(a.ok) - Number(b.ok)).slice(0, MOST_ROWS)
  return [{ kind: 'diff', caption: 'What the portal should hold, and what it holds', rows: numbered(rows.map((diff) => ({ path: diff.path, wanted: cell(diff.wanted), got: cell(diff.got), ok: diff.ok, ...noteOn(outcome, diff) }))) }]
}

/** Which row of the map to look at. */
function noteOn(outcome: Outcome, diff: ElementDiff): { note?: string } {
  if (diff.ok || outcome.message.deadLetter) return {}
  const rows = [...new Set(readsOf(outcome.message, diff).map(({ n }) => n))]
  return { note: rows.length === 0 ? 'no row is for it' : `row ${rows.join(' and ')} of the map` }
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
