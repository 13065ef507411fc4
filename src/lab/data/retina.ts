/** `retina.eyes`: photographs of both eyes of people with diabetes, from a clinic or a dim room in the community. */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import { drawFundus, troublesFor } from '../imaging/fundus.ts'
import type { Column, ColumnMeta, Images, Table } from '../graph/ports.ts'
import type { Generator } from './generator.ts'
import { drawPair, type Eye, MOST_TAKES, type PairOfEyes, REFERABLE_FROM, type Site } from './retina-eyes.ts'
import { MOST_SCREENED, peopleToScreen, type Screened } from './retina-people.ts'

const Params = z.strictObject({
  n: z.int().min(10).max(MOST_SCREENED).default(800).meta({ title: 'People', description: 'How many people with diabetes, of the town and then of the towns around; each has two eyes.' }),
  prevalence: z.number().min(0).max(1).default(0.24).meta({ title: 'Prevalence', description: 'Share of people with more than mild disease.' }),
  site: z.enum(['clinic', 'community']).default('clinic').meta({ title: 'Site', description: 'A clinic with a good lamp, or a dim room elsewhere.' }),
  smallPupil: z.number().min(0).max(1).default(0.16).meta({ title: 'Small pupils', description: 'Share of people whose pupils stay small.' }),
  cataract: z.number().min(0).max(1).default(0.14).meta({ title: 'Cataracts', description: 'Share of people with a cloudy lens.' }),
})

/** One eye of one person, as the blocks hand it on. */
export interface RetinaEye {
  /** "P0421/R" */
  id: string
  person: Screened
  pair: PairOfEyes
  eye: Eye
  /** Pixels come from here. */
  seed: string
  site: Site
}

/** Photographs of eyes: one row each, and which of its photographs lies on the table. */
export interface RetinaImages extends Images {
  subject: 'retina'
  eyes: readonly RetinaEye[]
  /** By row: 0 for the first photograph, 1 for the second… */
  takes: Uint8Array
  work: { photographs: number }
}

export const RETINA_COLUMNS: readonly ColumnMeta[] = [
  { name: 'person', label: 'Person', kind: 'category', availableAt: 'screening', role: 'id' },
  { name: 'name', label: 'Name', kind: 'category', availableAt: 'screening', role: 'id' },
  { name: 'side', label: 'Eye', kind: 'category', availableAt: 'screening' },
  { name: 'age', label: 'Age', unit: 'years', kind: 'number', availableAt: 'screening' },
  { name: 'sex', label: 'Sex', kind: 'category', availableAt: 'screening' },
  { name: 'years', label: 'Years with diabetes', unit: 'years', kind: 'number', availableAt: 'screening' },
  { name: 'quality', label: 'Quality of the photograph', unit: '0 to 1', kind: 'number', availableAt: 'screening' },
  { name: 'takes', label: 'Photographs taken', unit: 'photographs', kind: 'number', availableAt: 'screening' },
  { name: 'grade', label: 'What a specialist later found', unit: 'grade 0 to 4', kind: 'number', availableAt: 'screening+30d', role: 'truth' },
]

/** Rows for these eyes, at these photographs. `known`: what a specialist found later is written in, as it is for past patients. */
export function retinaImages(eyes: readonly RetinaEye[], takes: Uint8Array, known: boolean, photographs: number): RetinaImages {
  return {
    type: 'Images',
    subject: 'retina',
    table: tableOf(eyes, takes, known),
    eyes,
    takes,
    work: { photographs },
    draw: (row, size) => drawEye(eyes[row] as RetinaEye, takes[row] ?? 0, size),
  }
}

/** The same rows, only some of them, perhaps at other photographs. */
export function pickEyes(images: RetinaImages, rows: readonly number[], takes: ArrayLike<number>, photographs: number): RetinaImages {
  const eyes = rows.map((row) => images.eyes[row] as RetinaEye)
  return retinaImages(eyes, Uint8Array.from(rows, (row) => takes[row] as number), isKnown(images), photographs)
}

export function takeOf({ eyes, takes }: RetinaImages, row: number): Eye['takes'][number] {
  const eye = eyes[row]?.eye
  const take = eye?.takes[Math.min(takes[row] ?? 0, MOST_TAKES - 1)]
  if (!take) throw new RangeError(`there is no row ${row}`)
  return take
}

/** @throws TypeError for pictures of something else, which blocks have refused in words before */
export function asRetina(images: Images): RetinaImages {
  if (images.subject !== 'retina' || !('eyes' in images)) throw new TypeError(`these are pictures of ${images.subject}, not of eyes`)
  return images as RetinaImages
}

function isKnown({ table }: RetinaImages): boolean {
  return table.label !== undefined && !table.label.values.some(Number.isNaN)
}

function tableOf(eyes: readonly RetinaEye[], takes: Uint8Array, known: boolean): Table {
  const words = (values: string[]): Column => ({ kind: 'category', values })
  const numbers = (value: (eye: RetinaEye, row: number) => number): Column => ({ kind: 'number', values: Float64Array.from(eyes, value) })
  return {
    type: 'Table',
    ids: eyes.map(({ id }) => id),
    meta: RETINA_COLUMNS,
    columns: {
      person: words(eyes.map(({ person }) => person.id)),
      name: words(eyes.map(({ person }) => person.name)),
      side: words(eyes.map(({ eye }) => eye.side)),
      sex: words(eyes.map(({ person }) => person.sex)),
      age: numbers(({ person }) => person.age),
      years: numbers(({ pair }) => pair.years),
      quality: numbers(({ eye }, row) => eye.takes[takes[row] ?? 0]?.quality ?? Number.NaN),
      takes: numbers((_, row) => (takes[row] ?? 0) + 1),
      grade: numbers(({ eye }) => (known ? eye.grade : Number.NaN)),
    },
    label: { expr: 'more than mild', values: Float64Array.from(eyes, ({ eye }) => (known ? Number(eye.grade >= REFERABLE_FROM) : Number.NaN)) },
  }
}

function drawEye({ seed, eye, pair, site }: RetinaEye, take: number, size = 256): ReturnType<typeof drawFundus> {
  const quality = eye.takes[take]?.quality ?? 1
  const camera = troublesFor(quality, { smallPupil: pair.smallPupil, cataract: pair.cataract, dim: site === 'community' })
  return drawFundus({ seed, side: eye.side, grade: eye.grade, camera, take, size })
}

/** The same eye as it would look through a wide pupil and a clear lens, for saying afterwards what was there. */
export function drawClearly({ seed, eye }: RetinaEye, size = 256): ReturnType<typeof drawFundus> {
  return drawFundus({ seed, side: eye.side, grade: eye.grade, size })
}

function generate(seed: string, written: Record<string, unknown>): RetinaImages {
  const params = Params.parse(written)
  const rng = new Rng(seed)
  const eyes = peopleToScreen(seed, params.n).flatMap((person): RetinaEye[] => {
    const pair = drawPair(rng, params, person.age)
    return pair.eyes.map((eye) => {
      const id = `${person.id}/${eye.side === 'right' ? 'R' : 'L'}`
      return { id, person, pair, eye, seed: `${seed}/${id}`, site: params.site }
    })
  })
  return retinaImages(eyes, new Uint8Array(eyes.length), true, eyes.length)
}

export const retina: Generator<RetinaImages> = {
  id: 'retina.eyes',
  about: 'photographs of both eyes of people with diabetes, from a clinic or a dim room in the community',
  makes: 'Images',
  params: Params,
  schema: RETINA_COLUMNS,
  generate,
  /** At the camera nobody knows yet what a specialist will find. */
  asOf: (whole, viewAt) => (viewAt.startsWith('screening+') ? whole : retinaImages(whole.eyes, whole.takes, false, whole.work.photographs)),
  traps: ['ungradable-is-not-normal'],
}
