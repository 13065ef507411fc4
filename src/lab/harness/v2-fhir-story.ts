/** The trap as a story: a potassium that was corrected, or a detail that was wiped by an empty field. */
import type { Exhibit, Verdict } from '../../core/verdict.ts'
import { spanOf } from '../interop/v2/place.ts'
import { rawExhibit } from './v2-fhir-cases.ts'
import type { Outcome } from './v2-fhir-replay.ts'
import type { V2Set } from './v2-fhir.ts'

type StoryPanel = NonNullable<Verdict['story']>[number]

const POTASSIUM = 'Potassium'

export function potassiumStory(sets: readonly V2Set[]): StoryPanel[] {
  const outcomes = sets.flatMap((set) => set.outcomes)
  const late = outcomes.filter((outcome) => outcome.stale)
  const stale = late.find(({ feed }) => feed.wanted.some(isThePotassium)) ?? late[0]
  const lost = outcomes.find((outcome) => outcome.lost && !outcome.message.deadLetter)
  return [...(stale ? correction(stale) : []), ...(lost ? [lostDetail(lost)] : [])]
}

/** The one that Tobias Wren speaks of. */
function isThePotassium({ code, valueQuantity }: Outcome['feed']['wanted'][number]): boolean {
  return (code as { text?: unknown } | undefined)?.text === POTASSIUM && (valueQuantity as { value?: unknown } | undefined)?.value === 7.1
}

function correction(outcome: Outcome): StoryPanel[] {
  const values = outcome.diffs.filter(({ path }) => path === 'Observation.valueQuantity.value')
  const changed = values.find(({ ok }) => !ok)
  const should = changed?.wanted ?? 'the new value'
  const shows = changed?.got ?? 'nothing'
  return [
    { title: 'The laboratory rings twice', say: 'First came a preliminary result, then a final one. Hours later somebody repeats the test and sends it again, with C in OBX-11: corrected.', exhibit: withCorrection(outcome) },
    { title: 'The ward screen', say: `The portal keeps a final result until something that calls itself corrected replaces it. What came said something else, so the screen still shows ${shows}. It should show ${should}.`, exhibit: statusDiff(outcome) },
  ]
}

/** The state of the result marked in its line. */
function withCorrection(outcome: Outcome): Exhibit {
  const exhibit = rawExhibit(outcome)
  if (exhibit.kind !== 'text') return exhibit
  const wrong = outcome.diffs.find(({ path, ok }) => !ok && path === 'Observation.valueQuantity.value')
  const line = outcome.message.changes.find(({ type, id }) => type === 'Observation' && id === wrong?.id)?.line ?? exhibit.text.split('\n').findIndex((one) => one.startsWith('OBX'))
  const mark = (field: number, label: string, tone: 'wrong' | 'note') => {
    const span = spanOf(exhibit.text, { line, field })
    return span ? [{ ...span, label, tone }] : []
  }
  return { ...exhibit, spans: [...mark(5, 'the new value', 'note'), ...mark(11, 'corrected', 'wrong')] }
}

function statusDiff({ diffs }: Outcome): Exhibit {
  const told = diffs.filter(({ path }) => path === 'Observation.status' || path === 'Observation.valueQuantity.value').slice(0, 2)
  return { kind: 'diff', caption: 'On the ward screen', rows: told.map(({ path, wanted, got, ok }) => ({ path: path.endsWith('status') ? 'State' : 'Value', wanted: String(wanted ?? 'nothing'), got: String(got ?? 'nothing'), ok })) }
}

const DETAIL = /^Patient\.(address|telecom)/

function lostDetail(outcome: Outcome): StoryPanel {
  const details = outcome.diffs.filter(({ path, ok }) => !ok && DETAIL.test(path))
  const wiped = details.filter(({ got }) => got === null)
  const gone = wiped.length > 0
  const told = gone ? wiped : details
  return {
    title: gone ? 'Nobody to ring' : 'The old number stays',
    say: gone
      ? 'This message leaves a field empty. Empty means "nothing new", yet something the portal knew was wiped.'
      : 'This message holds two double quotes: "delete it". The portal still has something there.',
    exhibit: { kind: 'diff', caption: 'In the portal', rows: told.slice(0, 3).map(({ path, wanted, got, ok }) => ({ path: path.replace(DETAIL, '').replace(/^\[0\]\./, ''), wanted: String(wanted ?? 'nothing'), got: String(got ?? 'nothing'), ok })) },
  }
}
