/** `cxr.films`: chest films, past ones to learn from and those of one night, with what was measured at the bedside. */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import { type ChestFilm, drawChest } from '../imaging/chest-film.ts'
import { evened } from '../imaging/conv-bank.ts'
import type { Column, ColumnMeta, Drawing, Images, Table } from '../graph/ports.ts'
import { type ChestCase, type CriticalKind, criticalKinds, drawCase } from './chest-case.ts'
import { arrivalsOf } from './chest-night.ts'
import { peopleForFilms } from './chest-people.ts'
import type { Generator } from './generator.ts'

const Params = z.strictObject({
  past: z.int().min(0).max(2000).default(0).meta({ title: 'Past films', description: 'Films with a known report, to learn from.' }),
  pastRate: z.number().min(0).max(1).default(0.25).meta({ title: 'Critical among past films', description: 'Collected on purpose, so higher than on any night.' }),
  n: z.int().min(0).max(1000).default(180).meta({ title: 'Films of the night', description: 'How many films are read in one night.' }),
  criticalRate: z.number().min(0).max(1).default(0.06).meta({ title: 'Critical films', description: 'Share of the night\'s films that cannot wait.' }),
  burst: z.boolean().default(false).meta({ title: 'Burst at two', description: 'Many films come in at once at 02:00.' }),
})

export interface ChestImages extends Images {
  subject: 'chest'
  cases: readonly ChestCase[]
  /** Reports are known: past films, or a night long over. */
  known: boolean
}

export const CHEST_COLUMNS: readonly ColumnMeta[] = [
  { name: 'name', label: 'Name', kind: 'category', availableAt: 'arrival', role: 'id' },
  { name: 'age', label: 'Age', unit: 'years', kind: 'number', availableAt: 'arrival' },
  { name: 'sex', label: 'Sex', kind: 'category', availableAt: 'arrival' },
  { name: 'from', label: 'Comes from', kind: 'category', availableAt: 'arrival' },
  { name: 'set', label: 'Belongs to', kind: 'category', availableAt: 'arrival' },
  { name: 'arrives', label: 'Came in', unit: 'minutes after 23:40', kind: 'number', availableAt: 'arrival' },
  { name: 'spo2', label: 'Oxygen in the blood', unit: '%', kind: 'number', availableAt: 'arrival' },
  { name: 'resp', label: 'Breaths', unit: 'per minute', kind: 'number', availableAt: 'arrival' },
  { name: 'pulse', label: 'Pulse', unit: 'per minute', kind: 'number', availableAt: 'arrival' },
  { name: 'minutes', label: 'Reading it took', unit: 'minutes', kind: 'number', availableAt: 'arrival+1d', role: 'truth' },
  { name: 'finding', label: 'What the report later said', kind: 'category', availableAt: 'arrival+1d', role: 'truth' },
]

export const REPORT_WORDS: Readonly<Record<NonNullable<ChestCase['subject']['finding']> | 'none', string>> = {
  none: 'nothing new', pneumothorax: 'collapsed lung', oedema: 'water in the lungs', effusion: 'water beside a lung', consolidation: 'pneumonia', cardiomegaly: 'wide heart', nodule: 'nodule',
}

export function chestImages(cases: readonly ChestCase[], known: boolean): ChestImages {
  return {
    type: 'Images', subject: 'chest', cases, known,
    table: tableOf(cases, known),
    draw(row, size) {
      const film = drawFilm(cases[row] as ChestCase, size)
      // Where the finding is belongs to the report.
      return known ? film : { ...film, marks: [] }
    },
  }
}

/** The same rows, only some of them. */
export function pickFilms({ cases, known }: ChestImages, keep: (film: ChestCase) => boolean): ChestImages {
  return chestImages(cases.filter(keep), known)
}

/** @throws TypeError for pictures of something else, which blocks have refused in words before */
export function asChest(images: Images): ChestImages {
  if (images.subject !== 'chest' || !('cases' in images)) throw new TypeError(`these are pictures of ${images.subject}, not of chests`)
  return images as ChestImages
}

export function drawFilm({ subject }: ChestCase, size = 384): ChestFilm & Drawing {
  return drawChest(subject, size)
}

/** Pixels of a side of the copy that the computer looks at. */
export const SMALL = 48

const smallCopies = new WeakMap<ChestCase, Uint8ClampedArray>()

/** The small copy of a film, evened out. Drawn once for each case, since every run asks for it again. */
export function smallCopy(film: ChestCase): Float32Array {
  const pixels = smallCopies.get(film) ?? drawChest(film.subject, SMALL).pixels
  smallCopies.set(film, pixels)
  return evened(pixels)
}

function tableOf(cases: readonly ChestCase[], known: boolean): Table {
  const words = (value: (film: ChestCase) => string): Column => ({ kind: 'category', values: cases.map(value) })
  const numbers = (value: (film: ChestCase) => number): Column => ({ kind: 'number', values: Float64Array.from(cases, value) })
  return {
    type: 'Table',
    ids: cases.map(({ id }) => id),
    meta: CHEST_COLUMNS,
    columns: {
      name: words(({ person }) => person.name), age: numbers(({ person }) => person.age), sex: words(({ person }) => person.sex),
      from: words(({ from }) => from), set: words(({ tonight }) => (tonight ? 'the night' : 'past films')), arrives: numbers(({ arrives }) => Math.round(arrives * 10) / 10),
      spo2: numbers(({ vitals }) => vitals.spo2), resp: numbers(({ vitals }) => vitals.resp), pulse: numbers(({ vitals }) => vitals.pulse),
      minutes: numbers(({ minutes }) => (known ? minutes : Number.NaN)),
      finding: words(({ subject }) => (known ? REPORT_WORDS[subject.finding ?? 'none'] : '')),
    },
    label: { expr: 'critical', values: Float64Array.from(cases, ({ critical }) => (known ? Number(critical) : Number.NaN)) },
  }
}

function generate(seed: string, params: Record<string, unknown>): ChestImages {
  const { past, pastRate, n, criticalRate, burst } = Params.parse(params)
  const people = peopleForFilms(seed, past + n)
  const times = arrivalsOf(seed, n, burst)
  const rng = new Rng(`${seed}/critical`)
  const pastCritical = chosen(rng, past, Math.round(past * pastRate))
  const critical = chosen(rng, n, Math.round(n * criticalRate))
  const cases = people.map((person, i) => {
    const tonight = i >= past
    const ill = tonight ? critical.get(i - past) : pastCritical.get(i)
    return drawCase(new Rng(`${seed}/case/${i}`), seed, person, ill ?? null, { tonight, arrives: tonight ? (times[i - past] as number) : 0 })
  })
  return chestImages(cases, true)
}

/** Which of so many films are critical, and how. */
function chosen(rng: Rng, of: number, n: number): Map<number, CriticalKind> {
  const kinds = criticalKinds(rng, n)
  return new Map(rng.shuffle(Array.from({ length: of }, (_, i) => i)).slice(0, n).map((row, i) => [row, kinds[i] as CriticalKind]))
}

export const chestFilms: Generator<ChestImages> = {
  id: 'cxr.films',
  about: 'chest films: past ones to learn from and those of one night, with what was measured at the bedside',
  makes: 'Images',
  params: Params,
  schema: CHEST_COLUMNS,
  generate,
  /** When a film comes in, nobody has read it yet. */
  asOf: (whole, viewAt) => (viewAt.startsWith('arrival+') ? whole : chestImages(whole.cases, false)),
  traps: ['forgotten-false-negative'],
}
