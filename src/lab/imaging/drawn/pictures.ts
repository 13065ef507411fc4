/** Pictures that a quest describes in its own JSON. What `pictures.drawn` gives out. */
import { jsonPath } from '../../../core/quest/problem.ts'
import { sayIssues } from '../../../core/quest/shape-words.ts'
import type { ColumnMeta, Drawing, Images, Table } from '../../graph/ports.ts'
import { columnsOf, parseExpr } from '../../graph/expr.ts'
import { takeRows } from '../../graph/table.ts'
import type { ParamProblem } from '../../data/generator.ts'
import { drawColumns } from '../../data/synthetic/draw.ts'
import type { PictureBox } from '../box-score.ts'
import { evened } from '../conv-bank.ts'
import { askFor, paintPicture } from './paint.ts'
import { type DrawnRead, readDrawn } from './plan.ts'
import { placesOf, readPicture, type Readings } from './readers.ts'
import { type DrawnSpec, formulasOf } from './spec.ts'
import { type Values, valuesFor } from './values.ts'

/** All pictures of one seed, and the table that goes with them. */
export interface DrawnCases {
  seed: string
  spec: DrawnSpec
  values: Values
  table: Table
}

/** Shares of the picture that are painted grey at each edge. */
export interface Edges {
  top: number
  right: number
  bottom: number
  left: number
}

export interface DrawnImages extends Images {
  subject: 'drawn'
  cases: DrawnCases
  /** By row: which picture of the cases. */
  at: readonly number[]
  /** Reports are in, and where the findings are. */
  known: boolean
  look: Look
  /** Nothing where reports are not in. */
  findings(row: number): readonly (PictureBox & { label: string })[]
  /** What two people drew; nothing where reports are not in. */
  readings(row: number): Readings
}

/** What has been done to pictures on the way. */
export interface Look {
  edges: Edges
  /** By picture of the cases: boxes that somebody has settled on. What the reports say where nobody has. */
  key: readonly (readonly PictureBox[])[] | null
  /** Places that are painted grey. */
  patches: readonly PictureBox[]
  /** What somebody tries out, to see what a model makes of it: one place covered, or one column drawn as it stands in somebody else's picture. */
  trial: { patch: PictureBox } | { swap: string } | null
}

const UNTOUCHED: Look = { edges: { top: 0, right: 0, bottom: 0, left: 0 }, key: null, patches: [], trial: null }
const PIXELS = 320
const COVER = 90

/** @param table what is written about these rows */
export function drawnImages(cases: DrawnCases, table: Table, at: readonly number[], known: boolean, look: Look = UNTOUCHED): DrawnImages {
  const ask = (row: number) => askFor(cases.values, at[row] as number)
  const { trial } = look
  const patches = trial && 'patch' in trial ? [...look.patches, trial.patch] : look.patches
  const drawnFrom = trial && 'swap' in trial ? swapped(cases.values, trial.swap) : cases.values
  const seedOf = (row: number) => `${cases.seed}/${cases.table.ids[at[row] as number]}`
  const findings = (row: number) => (known ? placesOf(cases.spec.findings, ask(row)) : [])
  return {
    type: 'Images', subject: 'drawn', cases, table, at, known, look, findings,
    readings: (row) => (known ? readPicture(cases.spec, ask(row), seedOf(row)) : { A: [], B: [] }),
    draw(row, size = PIXELS): Drawing {
      const pixels = paintPicture(cases.spec, askFor(drawnFrom, at[row] as number), seedOf(row), size)
      coverEdges(pixels, size, look.edges)
      for (const patch of patches) coverPatch(pixels, size, patch)
      return { width: size, height: size, channels: 1, pixels, marks: findings(row).map(({ label, x, y, w, h }) => ({ label, x: x * size, y: y * size, w: w * size, h: h * size })) }
    },
  }
}

function coverEdges(pixels: Uint8ClampedArray, size: number, { top, right, bottom, left }: Edges): void {
  if (top + right + bottom + left === 0) return
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (y < top * size || y >= size - bottom * size || x < left * size || x >= size - right * size) pixels[y * size + x] = COVER
    }
  }
}

function coverPatch(pixels: Uint8ClampedArray, size: number, { x, y, w, h }: PictureBox): void {
  const edge = (share: number) => Math.min(size, Math.max(0, Math.round(share * size)))
  for (let row = edge(y); row < edge(y + h); row++) pixels.fill(COVER, row * size + edge(x), row * size + edge(x + w))
}

/** Every picture borrows the column from the next one in which it is something else. */
function swapped(values: Values, column: string): Values {
  const own = Array.from(values.columns[column]?.values as ArrayLike<number | string> | undefined ?? [])
  const n = own.length
  return values.borrowed(column, (row) => {
    for (let step = 1; step < n; step++) if (own[(row + step) % n] !== own[row]) return (row + step) % n
    return row
  })
}

/** Columns in the table that a shape is drawn from, and that say nothing of the finding: each can be changed by itself. */
export function cuesOf({ cases: { spec, table } }: DrawnImages): readonly string[] {
  const readBy = (formulas: readonly string[]) => new Set(formulas.flatMap((text) => columnsOf(parseExpr(text))))
  const all = formulasOf(spec)
  const drawn = readBy(all.filter(({ path }) => path[0] === 'draw').map(({ text }) => text))
  const illness = readBy(all.filter(({ path }) => path[0] === 'label' || path[0] === 'findings').map(({ text }) => text))
  return table.meta.map(({ name }) => name).filter((name) => drawn.has(name) && !illness.has(name))
}

/** The same pictures, only some of them. */
export function pickDrawn(images: DrawnImages, rows: readonly number[]): DrawnImages {
  return drawnImages(images.cases, takeRows(images.table, rows), rows.map((row) => images.at[row] as number), images.known, images.look)
}

/** The same pictures, seen or labelled in another way. */
export function changedDrawn(images: DrawnImages, { table = images.table, ...look }: Partial<Look> & { table?: Table }): DrawnImages {
  return drawnImages(images.cases, table, images.at, images.known, { ...images.look, ...look })
}

/** Boxes to learn from. */
export function boxesToLearn(images: DrawnImages, row: number): readonly PictureBox[] {
  return images.look.key?.[images.at[row] as number] ?? images.findings(row)
}

const smallCopies = new WeakMap<DrawnCases, Map<string, Float32Array>>()

/** A small copy, evened out, for whatever measures it. Drawn once, since every verdict looks at the same pictures again. */
export function smallCopy(images: DrawnImages, row: number, size: number): Float32Array {
  const { edges: { top, right, bottom, left }, patches, trial } = images.look
  if (trial) return evened(images.draw(row, size).pixels)
  const known = smallCopies.get(images.cases) ?? new Map<string, Float32Array>()
  smallCopies.set(images.cases, known)
  const key = [images.at[row], size, top, right, bottom, left, ...patches.flatMap(({ x, y, w, h }) => [x, y, w, h])].join('/')
  const copy = known.get(key) ?? evened(images.draw(row, size).pixels)
  known.set(key, copy)
  return copy
}

export function isDrawn(images: Images): images is DrawnImages {
  return images.subject === 'drawn'
}

/** @throws Error that says what is wrong with a description that was not checked */
export function drawnPictures(seed: string, written: Record<string, unknown>): DrawnImages {
  const read = readDrawn(written)
  if (!read.ok) throw new Error(firstProblem(read, written))
  const { spec, columns: plan } = read.plan
  const values = valuesFor(plan, seed)
  const shown = Object.fromEntries(Object.entries(values.columns).filter(([name]) => spec.columns[name]?.latent !== true))
  const rows = { length: plan.n }
  const table: Table = {
    type: 'Table', ids: Array.from(rows, (_, row) => `${spec.prefix}${String(row + 1).padStart(4, '0')}`), columns: shown, meta: metaOf(spec, values),
    label: { expr: spec.label, values: Float64Array.from(rows, (_, row) => Number(values.holds(spec.label, row))) },
  }
  return drawnImages({ seed, spec, values, table }, table, [...table.ids.keys()], true)
}

/** Words and moments are the quest's to give. */
function metaOf(spec: DrawnSpec, { columns }: Pick<Values, 'columns'>): ColumnMeta[] {
  return Object.entries(columns).filter(([name]) => spec.columns[name]?.latent !== true).map(([name, { kind }]) => ({ name, label: name, kind, availableAt: '' }))
}

/** The columns that are shown, or everything that is wrong with the description. */
export function checkDrawn(written: Record<string, unknown>): { ok: true; columns: readonly ColumnMeta[] } | { ok: false; problems: readonly ParamProblem[] } {
  const read = readDrawn(written)
  if (!read.ok) return { ok: false, problems: read.problems }
  const { spec, columns } = read.plan
  return { ok: true, columns: metaOf(spec, { columns: drawColumns({ ...columns, n: 0 }, '') }) }
}

function firstProblem(read: DrawnRead & { ok: false }, written: unknown): string {
  const said: string[] = []
  const say = (path: string, what: string, mend: string) => said.push(`data.params.${path}: ${what}. ${mend}`)
  sayIssues(read.issues, written, say)
  for (const { path, what, mend } of read.problems) say(jsonPath(path), what, mend)
  return `The pictures that this quest describes cannot be drawn. ${said[0] ?? ''}`
}
