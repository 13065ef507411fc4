import type { View } from '../../../core/verdict.ts'
import type { Block, BlockSpec, Inputs, RunContext } from '../../graph/block.ts'
import type { Scores } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { changedDrawn, cuesOf, type DrawnImages, pickDrawn } from '../../imaging/drawn/pictures.ts'
import { askedDrawn, LEANS, occlusion, shiftsOf, swap } from '../../imaging/drawn/trials.ts'
import { auc } from '../../ml/metrics.ts'
import { countOf, figure } from '../say.ts'
import { auditSpec, occlusionSpec, sliceSpec, swapSpec } from './probes.ts'
import { pictureOf } from './shown.ts'

interface Found {
  rows: number
  facts: string[]
  views: View[]
}

const MOST_SLICES = 12

/** Hands nothing on: what it found is its report. */
function probe(spec: BlockSpec, look: (scores: Scores, context: RunContext) => Found): Block {
  return {
    ...spec,
    fit: (inputs, context) => ({ outputs: {}, state: look(take(inputs, 'scores', 'Scores'), context) }),
    report: (_, __, state) => ({ ...(state as Found), columns: null }),
  }
}

export const slice = probe(sliceSpec, ({ test }, context) => {
  const { by } = paramsOf(sliceSpec, context)
  const values = columnOf(test.table, by)?.values ?? context.problem(`There is no column "${by}" to slice by. Choose one of the list.`, 'no-column')
  const kinds = [...new Set(Array.from<number | string>(values))].sort((a, b) => (a < b ? -1 : 1))
  if (kinds.length > MOST_SLICES) context.problem(`"${by}" holds ${kinds.length} different values: these are no slices. Choose a column with few.`, 'too-many-words')
  const sliceOf = (name: string, holds: (row: number) => boolean) => {
    const rows = [...test.ids.keys()].filter(holds)
    const y = rows.map((row) => test.y[row] as number)
    return { name, n: rows.length, ill: y.reduce((sum, one) => sum + one, 0), area: auc(y, rows.map((row) => test.scores[row] as number)) }
  }
  const all = [sliceOf('all', () => true), ...kinds.map((kind) => sliceOf(`${by}: ${kind}`, (row) => values[row] === kind))]
  return {
    rows: test.ids.length,
    facts: all.map(({ name, area }) => `${name}: AUROC ${figure(area)}`),
    views: [
      { view: 'bars', title: `How well it ranks, by ${by}`, say: 'AUROC in each slice by itself: 0.5 is a coin, 1 is perfect. Slices without both kinds of picture have none.', rows: all.flatMap(({ name, area }) => (area === null ? [] : [{ label: name, value: area }])), limit: 1 },
      { view: 'rows', title: 'Slices', columns: ['slice', 'pictures', 'ill', 'AUROC'], rows: all.map(({ name, n, ill, area }) => [name, n, ill, figure(area)]) },
    ],
  }
})

export const occlude = probe(occlusionSpec, (scores, context) => {
  const { grid } = paramsOf(occlusionSpec, context)
  const asked = drawnIn(scores, context)
  const parts = occlusion(scores.test, asked, grid, context.tick)
  const words = (i: number) => `row ${Math.floor(i / grid) + 1} column ${(i % grid) + 1}`
  const most = [...parts.keys()].sort((a, b) => (parts[b]?.change ?? 0) - (parts[a]?.change ?? 0)).slice(0, 8)
  const [top] = most
  return {
    rows: scores.test.ids.length,
    facts: top === undefined ? [] : [`moves most when ${words(top)} is covered: ${figure(parts[top]?.change ?? null, 2)}`],
    views: [
      { view: 'bars', title: 'How far the score moves when a part is covered', say: 'Mean change of the score, up or down. Where the picture says the most to this model is at the top; it does not say what stands there.', rows: most.map((i) => ({ label: words(i), value: parts[i]?.change ?? 0 })) },
      { view: 'rows', title: 'All parts, as they lie in the picture', columns: ['', ...Array.from({ length: grid }, (_, i) => `column ${i + 1}`)], rows: Array.from({ length: grid }, (_, row) => [`row ${row + 1}`, ...parts.slice(row * grid, (row + 1) * grid).map(({ change }) => figure(change, 2))]) },
      ...(top === undefined || asked.images.table.ids.length === 0 ? [] : [{ view: 'exhibits' as const, title: 'The part that moves it most, covered', exhibits: [pictureOf(asked.images, 0), pictureOf(changedDrawn(asked.images, { trial: { patch: (parts[top] as (typeof parts)[number]).part } }), 0, words(top))] }]),
    ],
  }
})

export const swapMarker = probe(swapSpec, (scores, context) => {
  const { column } = paramsOf(swapSpec, context)
  const { images } = drawnIn(scores, context)
  const done = swap(scores.test, scores.pictures, column)
    ?? context.problem(`"${column}" cannot be swapped: nothing in the picture changes with it alone, or it has not two values. Choose one of: ${cuesOf(images).join(', ')}.`, 'no-column')
  const { rows, before, after, values: [first, second], shift } = done
  const changed = changedDrawn(images, { trial: { swap: column } })
  const most = [...rows.keys()].sort((a, b) => moved(done, b) - moved(done, a)).slice(0, 2)
  const own = columnOf(images.table, column)?.values
  const mean = (kind: number | string) => rows.reduce((sum, row, i) => sum + ((own?.[row] === kind ? before : after)[i] as number), 0) / Math.max(1, rows.length)
  return {
    rows: rows.length,
    facts: [`${countOf(rows.length, 'picture')} shown twice`, `score ${shift < 0 ? 'falls' : 'rises'} by ${figure(Math.abs(shift), 2)} from "${first}" to "${second}"`, Math.abs(shift) >= LEANS ? 'it leans on this' : `below ${LEANS}: it hardly cares`],
    views: [
      { view: 'bars', title: `The same pictures with "${column}" as ${first} and as ${second}`, say: 'Mean score. Nothing else in the pictures was changed, so whatever differs is owed to the marker alone.', rows: [{ label: `${column}: ${first}`, value: mean(first) }, { label: `${column}: ${second}`, value: mean(second), tone: Math.abs(shift) >= LEANS ? 'wrong' : 'note' }] },
      { view: 'exhibits', title: 'Moved most', exhibits: most.flatMap((i) => [pictureOf(images, rows[i] as number, `score ${figure(before[i] as number, 2)}`), pictureOf(changed, rows[i] as number, `swapped, score ${figure(after[i] as number, 2)}`)]) },
    ],
  }
})

function moved({ before, after }: { before: Float64Array; after: Float64Array }, i: number): number {
  return Math.abs((after[i] as number) - (before[i] as number))
}

/** Measured on hidden pictures only: on visible ones that is what the probes are for. */
export const audit: Block = {
  ...auditSpec,
  fit(inputs: Inputs, context) {
    const scores = take(inputs, 'scores', 'Scores')
    drawnIn(scores, context)
    const { leansOn } = paramsOf(auditSpec, context)
    return { outputs: { decisions: { ...take(inputs, 'decisions', 'Decisions'), audit: { claims: leansOn, shifts: context.applying ? shiftsOf(scores.test, scores.pictures) : [] } } }, state: null }
  },
  report(_, outputs) {
    const { audit: said, test } = take(outputs, 'decisions', 'Decisions')
    return { rows: test.ids.length, columns: null, facts: [said && said.claims.length > 0 ? `It is said to lean on ${said.claims.join(', ')}` : 'It is said to lean on nothing but the illness'], views: [] }
  },
}

function drawnIn({ pictures }: Scores, context: RunContext): { images: DrawnImages; scoresOf: NonNullable<Scores['pictures']>['scoresOf'] } {
  const asked = askedDrawn(pictures) ?? context.problem('These scores were not made from pictures that can be drawn anew. Probe the scores as they come out of the model.', 'wrong-subject')
  return { ...asked, images: pickDrawn(asked.images, [...asked.images.table.ids.keys()]) }
}
