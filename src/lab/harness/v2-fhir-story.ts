/** The trap as a story: a potassium that was corrected, or a detail that was wiped by an empty field. */
import type { Exhibit, Verdict } from '../../core/verdict.ts'
import { rawExhibit } from './v2-fhir-cases.ts'
import type { Outcome } from './v2-fhir-replay.ts'
import type { V2Set } from './v2-fhir.ts'

type StoryPanel = NonNullable<Verdict['story']>[number]

const POTASSIUM = 'Potassium'

export function potassiumStory(sets: readonly V2Set[]): StoryPanel[] {
  const outcomes = sets.flatMap((set) => set.outcomes)
  const stale = outcomes.find(({ stale, feed }) => stale && feed.wanted.some(isPotassium)) ?? outcomes.find((outcome) => outcome.stale)
  const lost = outcomes.find((outcome) => outcome.lost && !outcome.message.deadLetter)
  return [...(stale ? correction(stale) : []), ...(lost ? [wiped(lost)] : [])]
}

function isPotassium({ code }: Outcome['feed']['wanted'][number]): boolean {
  return (code as { text?: unknown } | undefined)?.text === POTASSIUM
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
  const start = exhibit.text.indexOf('\nOBX') + 1
  const parts = exhibit.text.slice(start).split('\n', 1)[0]?.split('|') ?? []
  const at = (field: number): number => start + parts.slice(0, field).join('|').length + 1
  const mark = (field: number, label: string, tone: 'wrong' | 'note') => ({ from: at(field), to: at(field) + (parts[field]?.length ?? 0), label, tone })
  return { ...exhibit, spans: [mark(5, 'the new value', 'note'), mark(11, 'corrected', 'wrong')] }
}

function statusDiff({ diffs }: Outcome): Exhibit {
  const told = diffs.filter(({ path }) => path === 'Observation.status' || path === 'Observation.valueQuantity.value').slice(0, 2)
  return { kind: 'diff', caption: 'On the ward screen', rows: told.map(({ path, wanted, got, ok }) => ({ path, wanted: String(wanted ?? 'nothing'), got: String(got ?? 'nothing'), ok })) }
}

function wiped(outcome: Outcome): StoryPanel {
  const [first] = outcome.diffs.filter(({ path, ok }) => !ok && /^Patient\.(address|telecom)/.test(path))
  const gone = first?.wanted !== null
  return {
    title: gone ? 'Nobody to ring' : 'The old number stays',
    say: gone
      ? 'This message leaves a field empty. Empty means "nothing new", yet something the portal knew was wiped.'
      : 'This message holds two double quotes: "delete it". The portal still has something there.',
    exhibit: { kind: 'diff', caption: 'In the portal', rows: outcome.diffs.filter(({ path, ok }) => !ok && /^Patient\.(address|telecom)/.test(path)).slice(0, 3).map(({ path, wanted, got, ok }) => ({ path, wanted: String(wanted ?? 'nothing'), got: String(got ?? 'nothing'), ok })) },
  }
}
