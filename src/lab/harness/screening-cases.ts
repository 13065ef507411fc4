/** Hidden people to open, with the photographs of their eyes: unread and sent home, missed, found, referred for nothing. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { squareExhibit } from '../blocks/image/shown.ts'
import { drawClearly, type RetinaEye, retinaImages } from '../data/retina.ts'
import { READABLE_FROM } from '../data/retina-eyes.ts'
import type { Drawing } from '../graph/ports.ts'
import type { ScreeningSet } from './screening-join.ts'
import { sentHomeUnread } from './screening-figures.ts'
import { spreadEvenly } from './spread-evenly.ts'

type Outcome = 'unread' | 'missed' | 'caught' | 'referred-well'

/** Each picture is drawn for the reader alone, so there are few. */
const HOW_MANY: Readonly<Record<Outcome, number>> = { unread: 3, missed: 3, caught: 2, 'referred-well': 2 }

interface Found {
  set: ScreeningSet
  row: number
}

export function screeningCases(sets: readonly ScreeningSet[]): CaseReport[] {
  return (Object.keys(HOW_MANY) as Outcome[]).flatMap((outcome) => spreadEvenly(peopleWith(outcome, sets), HOW_MANY[outcome]).map((found) => caseOf(outcome, found)))
}

function peopleWith(outcome: Outcome, sets: readonly ScreeningSet[]): Found[] {
  return sets.flatMap((set) => {
    const { people } = set
    const unread = new Set(sentHomeUnread(people))
    const ill = (row: number) => people.y[row] === 1
    const wanted: Readonly<Record<Outcome, (row: number) => boolean>> = {
      unread: (row) => unread.has(row) && ill(row),
      missed: (row) => !unread.has(row) && ill(row) && people.flagged[row] === 0,
      caught: (row) => ill(row) && people.flagged[row] === 1,
      'referred-well': (row) => !ill(row) && people.flagged[row] === 1,
    }
    return [...people.ids.keys()].filter(wanted[outcome]).map((row) => ({ set, row }))
  })
}

function caseOf(outcome: Outcome, { set, row }: Found): CaseReport {
  const eyes = set.eyesOf(set.people.ids[row] as string)
  const first = eyes[0] as RetinaEye
  const { person, pair } = first
  return {
    id: `${set.seed}/${person.id}`,
    set: set.label,
    title: `${person.name}, ${person.age} years, diabetes for ${pair.years} ${pair.years === 1 ? 'year' : 'years'}`,
    outcome,
    say: sayOf(outcome, { set, row }, eyes),
    exhibits: picturesOf(outcome, eyes),
    sections: [
      {
        title: 'At the camera',
        rows: [
          { column: 'score', label: 'Score of the person', value: scoreOf({ set, row }), availableAt: 'screening', known: true },
          ...eyes.map(({ eye }) => ({ column: `quality-${eye.side}`, label: `Quality of the first photograph, ${eye.side} eye`, value: round(eye.takes[0]?.quality ?? 0), availableAt: 'screening', known: true })),
          { column: 'pupil', label: 'Pupils stay small', value: pair.smallPupil ? 'yes' : 'no', availableAt: 'screening', known: true },
          { column: 'cataract', label: 'Cloudy lens', value: pair.cataract ? 'yes' : 'no', availableAt: 'screening', known: true },
        ],
      },
      {
        title: 'Later, at the specialist',
        rows: eyes.map(({ eye }) => ({ column: `grade-${eye.side}`, label: `What was in the ${eye.side} eye`, value: GRADE_WORDS[eye.grade] as string, availableAt: 'screening+30d', known: false })),
      },
    ],
  }
}

const GRADE_WORDS = ['no disease (grade 0)', 'mild (grade 1)', 'moderate (grade 2)', 'severe (grade 3)', 'new vessels (grade 4)'] as const

function sayOf(outcome: Outcome, found: Found, eyes: readonly RetinaEye[]): string {
  const score = scoreOf(found)
  const scored = score === null ? 'without any score' : `with a score of ${score.toFixed(2)}`
  switch (outcome) {
    case 'unread':
      return `Sent home ${scored}: ${unreadEyes(eyes)} could not be read, and nobody asked what then. There was disease behind it.`
    case 'missed':
      return `Sent home ${scored}, just like somebody with healthy eyes. A specialist later found more than mild disease.`
    case 'caught':
      return score === null
        ? `Referred without any score, because ${unreadEyes(eyes)} could not be read. The specialist found what the photograph had hidden, in time to treat it.`
        : `Referred, ${scored}. The specialist found more than mild disease, in time to treat it.`
    case 'referred-well':
      return `Referred, ${scored}. The specialist found nothing that needs treatment: an afternoon, a bus fare, a worried night.`
  }
}

function unreadEyes(eyes: readonly RetinaEye[]): string {
  const poor = eyes.filter(({ eye }) => (eye.takes[0]?.quality ?? 0) < READABLE_FROM + 0.05)
  return poor.length === 1 ? `the ${poor[0]?.eye.side} eye` : 'an eye'
}

function scoreOf({ set, row }: Found): number | null {
  const score = set.people.scores[row]
  return score === undefined || Number.isNaN(score) || set.people.unread[row] === 1 && score === 0 ? null : round(score)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** The eye that matters: the poorest picture of somebody unread, else the sicker eye. Then the same eye through a clear lens. */
function picturesOf(outcome: Outcome, eyes: readonly RetinaEye[]): Exhibit[] {
  const byQuality = [...eyes].sort((a, b) => (a.eye.takes[0]?.quality ?? 0) - (b.eye.takes[0]?.quality ?? 0))
  const bySeverity = [...eyes].sort((a, b) => b.eye.grade - a.eye.grade)
  const shown = (outcome === 'unread' ? byQuality : bySeverity)[0]
  if (!shown) return []
  const { side } = shown.eye
  const asTaken = { caption: `The ${side} eye, as the camera saw it`, draw: () => photographOf(shown), size: CASE_SIZE }
  if (outcome !== 'unread') return [squareExhibit({ ...asTaken, tone: outcome === 'caught' ? 'right' : outcome === 'missed' ? 'missed' : 'note' })]
  const clear = { caption: `The ${side} eye, through a wide pupil and a clear lens`, draw: () => drawClearly(shown, CASE_SIZE), size: CASE_SIZE }
  return [squareExhibit(asTaken), squareExhibit({ ...clear, tone: 'missed' })]
}

const CASE_SIZE = 320

/** The first photograph, the one that everybody met. */
export function photographOf(eye: RetinaEye): Drawing {
  return retinaImages([eye], Uint8Array.of(0), true, 1).draw(0, CASE_SIZE)
}
