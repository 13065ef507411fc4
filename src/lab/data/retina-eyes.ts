/**
 * Two eyes of one person, what is in them, how well they can be photographed, and what the vendor's box makes of each
 * photograph. The score of a photograph is drawn here, not measured on its pixels, so that thousands can be judged in a moment;
 * the pixels are drawn from the same numbers when somebody looks.
 */
import { clamp, Rng, sigmoid } from '../../core/rng.ts'
import type { Grade } from '../imaging/fundus-findings.ts'
import type { Side } from '../imaging/fundus-eye.ts'
import { smoothStep } from '../imaging/raster.ts'

/** Photographs that one eye may have taken: the first, and three more tries. */
export const MOST_TAKES = 4
/** Below this quality no grader will put a name to what they see. */
export const READABLE_FROM = 0.3
/** More than mild: what a person must be referred for (the end point of the trial behind source idx). */
export const REFERABLE_FROM: Grade = 2

export interface Take {
  /** 0 nothing can be seen, 1 a picture from a book. */
  quality: number
  /** The vendor's score for this very photograph, 0 to 1. */
  score: number
}

export interface Eye {
  side: Side
  grade: Grade
  takes: readonly Take[]
}

export interface PairOfEyes {
  /** Years with diabetes. */
  years: number
  smallPupil: boolean
  cataract: boolean
  /** More than mild in at least one eye. */
  referable: boolean
  eyes: readonly [Eye, Eye]
}

export type Site = 'clinic' | 'community'

export interface EyeParams {
  /** Share of people with more than mild disease in at least one eye. */
  prevalence: number
  site: Site
  smallPupil: number
  cataract: number
}

/** What a first photograph of a healthy, wide eye scores at each site. */
const QUALITY_AT: Readonly<Record<Site, number>> = { clinic: 0.8, community: 0.66 }
/** A second try is set up with more care; by the fourth, flash upon flash has narrowed the pupil. */
const TAKE_GAIN = [0, 0.09, 0.06, 0.01] as const
/** Disease and poor views have the same roots, age and long diabetes: with it they are about twice as common. */
const POOR_VIEW = { diseased: 1.9, healthy: 0.85 } as const

export function drawPair(rng: Rng, { prevalence, site, smallPupil, cataract }: EyeParams, age: number): PairOfEyes {
  const referable = rng.bern(prevalence) === 1
  const odds = POOR_VIEW[referable ? 'diseased' : 'healthy']
  const years = Math.round(clamp(rng.gamma(2.2, referable ? 6.5 : 3.6), 1, Math.max(2, age - 18)))
  const narrow = rng.bern(clamp(smallPupil * odds, 0, 0.95)) === 1
  const cloudy = rng.bern(clamp(cataract * odds * (age >= 70 ? 1.35 : 0.75), 0, 0.95)) === 1
  const view = QUALITY_AT[site] - (narrow ? rng.gamma(6, 0.042) : 0) - (cloudy ? rng.gamma(4, 0.075) : 0) + rng.normal(0, 0.07)
  const [worse, other] = drawGrades(rng, referable)
  const worseIsRight = rng.bern(0.5) === 1
  const eye = (side: Side, grade: Grade): Eye => ({ side, grade, takes: drawTakes(rng, view + rng.normal(0, 0.05), grade) })
  return {
    years, smallPupil: narrow, cataract: cloudy, referable,
    eyes: [eye('right', worseIsRight ? worse : other), eye('left', worseIsRight ? other : worse)],
  }
}

/** The worse eye first. Both eyes share a body: two times in three the other is referable as well. */
function drawGrades(rng: Rng, referable: boolean): [Grade, Grade] {
  const mild = (): Grade => (rng.bern(0.2) === 1 ? 1 : 0)
  if (!referable) return [mild(), mild()]
  const serious = (): Grade => rng.weighted([[2, 70], [3, 18], [4, 12]] as const)
  return [serious(), rng.bern(0.66) === 1 ? serious() : mild()]
}

function drawTakes(rng: Rng, view: number, grade: Grade): Take[] {
  const seen = severitySeen(rng, grade)
  return Array.from({ length: MOST_TAKES }, (_, take) => {
    const quality = clamp(view + (TAKE_GAIN[take] as number) + rng.normal(0, 0.07), 0.02, 0.99)
    return { quality, score: scoreOf(rng, seen, quality) }
  })
}

/** How ill an eye looks in a perfect picture, in log-odds: mean and spread by grade. */
const LOOKS = [[-2.4, 0.95], [-1.35, 0.95], [1.4, 1.1], [2.8, 0.9], [3.2, 0.9]] as const
/** What the box says when it sees nothing at all: a featureless picture has no findings in it, and so it looks well. */
const BLANK = -2.6
/** Vendors choose their own scale: half way between ill and well lies at 0.42 on this one. */
const OFFSET = 0.32

function severitySeen(rng: Rng, grade: Grade): number {
  const [mean, spread] = LOOKS[grade]
  return rng.normal(mean, spread)
}

/** The worse the picture, the less of the eye is in the score and the more of the blank. */
function scoreOf(rng: Rng, seen: number, quality: number): number {
  const clear = smoothStep(0.08, 0.62, quality)
  return sigmoid(clear * seen + (1 - clear) * BLANK - OFFSET + rng.normal(0, 0.3 + 0.35 * (1 - clear)))
}
