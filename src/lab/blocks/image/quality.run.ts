import type { Exhibit, NodeReport, View } from '../../../core/verdict.ts'
import { asRetina, pickEyes, type RetinaImages, takeOf } from '../../data/retina.ts'
import { MOST_TAKES } from '../../data/retina-eyes.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { numbersView } from '../distribution.ts'
import { type DrawnImages, isDrawn, pickDrawn } from '../../imaging/drawn/pictures.ts'
import { countOf, percent } from '../say.ts'
import { share } from '../../ml/metrics.ts'
import { qualitySpec } from './quality.ts'
import { pictureOf } from './shown.ts'

interface Gated {
  pass: RetinaImages
  fail: RetinaImages
  /** Photographs taken here, beyond those that came in. */
  again: number
  cut: number
}

export const quality: Block = {
  ...qualitySpec,
  fit(inputs, context) {
    const images = take(inputs, 'images', 'Images')
    const { cut, retakes } = paramsOf(qualitySpec, context)
    if (isDrawn(images)) return { outputs: gateDrawn(images, cut, context), state: null }
    if (images.subject !== 'retina') context.problem('This gate knows photographs of the eye, and pictures with a column "quality".', 'wrong-subject')
    const state = gate(asRetina(images), cut, retakes)
    return { outputs: { pass: state.pass, fail: state.fail }, state }
  },
  apply(inputs, _, context) {
    const { cut, retakes } = paramsOf(qualitySpec, context)
    const images = take(inputs, 'images', 'Images')
    if (isDrawn(images)) return gateDrawn(images, cut, context)
    const { pass, fail } = gate(asRetina(images), cut, retakes)
    return { pass, fail }
  },
  report(inputs, outputs, state) {
    if (state !== null) return reportGate(state as Gated)
    const [pass, fail] = [take(outputs, 'pass', 'Images'), take(outputs, 'fail', 'Images')]
    const exhibits = [...[0, 1].filter((row) => row < pass.table.ids.length).map((row) => pictureOf(pass, row, 'good enough')), ...[0, 1].filter((row) => row < fail.table.ids.length).map((row) => pictureOf(fail, row, 'cannot be read'))]
    return {
      rows: take(inputs, 'images', 'Images').table.ids.length, columns: null,
      facts: [`${countOf(pass.table.ids.length, 'picture')} good enough`, `${countOf(fail.table.ids.length, 'picture')} cannot be read`], views: [{ view: 'exhibits', title: 'On both sides', exhibits }],
    }
  },
}

/** Drawn pictures say their quality in a column of that name. They cannot be taken again. */
function gateDrawn(images: DrawnImages, cut: number, context: RunContext): { pass: DrawnImages; fail: DrawnImages } {
  const quality = columnOf(images.table, 'quality')
  if (quality?.kind !== 'number') return context.problem('These pictures have no column "quality" to go by.', 'no-quality')
  const good = (row: number) => (quality.values[row] as number) >= cut
  const rows = [...images.table.ids.keys()]
  return { pass: pickDrawn(images, rows.filter(good)), fail: pickDrawn(images, rows.filter((row) => !good(row))) }
}

/** The first photograph that is good enough goes on; of those that never are, the best one that was taken. */
function gate(images: RetinaImages, cut: number, retakes: number): Gated {
  const chosen = Uint8Array.from(images.takes)
  const [pass, fail]: [number[], number[]] = [[], []]
  let again = 0
  images.eyes.forEach(({ eye: { takes } }, row) => {
    const first = images.takes[row] as number
    const last = Math.min(first + retakes, MOST_TAKES - 1)
    let [at, best] = [first, first]
    while (qualityAt(takes, at) < cut && at < last) {
      at++
      again++
      if (qualityAt(takes, at) > qualityAt(takes, best)) best = at
    }
    const good = qualityAt(takes, at) >= cut
    chosen[row] = good ? at : best
    ;(good ? pass : fail).push(row)
  })
  const photographs = images.work.photographs + again
  return { pass: pickEyes(images, pass, chosen, photographs), fail: pickEyes(images, fail, chosen, photographs), again, cut }
}

function qualityAt(takes: readonly { quality: number }[], at: number): number {
  return takes[at]?.quality ?? 0
}

function reportGate({ pass, fail, again, cut }: Gated): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  const all = pass.eyes.length + fail.eyes.length
  const views: (View | null)[] = [
    { view: 'exhibits', title: `On both sides of ${cut}`, exhibits: [...nearest(pass, 2, 'just good enough'), ...nearest(fail, 2, 'just not')] },
    sickOnBothSides(pass, fail),
    spread(pass, fail),
  ]
  return {
    rows: all,
    columns: null,
    facts: [
      `${countOf(pass.eyes.length, 'photograph')} good enough`,
      `${countOf(fail.eyes.length, 'eye')} cannot be read (${percent(share(fail.eyes.length, all))})`,
      `${countOf(again, 'photograph')} taken again`,
    ],
    views: views.filter((view) => view !== null),
  }
}

/** Those nearest to the cut, from that side of it. */
function nearest(images: RetinaImages, n: number, words: string): Exhibit[] {
  const rows = [...images.eyes.keys()]
  const sign = words === 'just not' ? -1 : 1
  return rows.sort((a, b) => sign * (takeOf(images, a).quality - takeOf(images, b).quality))
    .slice(0, n)
    .map((row) => pictureOf(images, row, `${words}, quality ${takeOf(images, row).quality.toFixed(2)}`))
}

/** How much disease waits on either side. Null on hidden data and where one side is empty. */
function sickOnBothSides(pass: RetinaImages, fail: RetinaImages): View | null {
  const sick = ({ table }: RetinaImages) => share(table.label?.values.reduce((sum, value) => sum + value, 0) ?? Number.NaN, table.ids.length)
  const [read, unread] = [sick(pass), sick(fail)]
  if (read === null || unread === null || Number.isNaN(read) || Number.isNaN(unread)) return null
  return {
    view: 'bars',
    title: 'Eyes with more than mild disease',
    say: `Of eyes that can be read, ${percent(read)} have it. Of eyes that cannot, ${percent(unread)}.`,
    unit: '%',
    rows: [{ label: 'Good enough', value: read * 100 }, { label: 'Cannot be read', value: unread * 100, tone: unread > read ? 'missed' : 'note' }],
  }
}

function spread(pass: RetinaImages, fail: RetinaImages): View | null {
  const values = [pass, fail].flatMap((images) => [...images.eyes.keys()].map((row) => takeOf(images, row).quality))
  const y = [pass, fail].flatMap(({ table }) => [...(table.label?.values ?? [])])
  const known = y.length === values.length && !y.some(Number.isNaN)
  return numbersView('quality', 'Quality of the photograph', Float64Array.from(values), known ? Float64Array.from(y) : undefined)
}
