import type { View } from '../../../core/verdict.ts'
import { asRetina, type RetinaImages, takeOf } from '../../data/retina.ts'
import type { Block } from '../../graph/block.ts'
import type { ScoredSet } from '../../graph/ports.ts'
import { labelOf } from '../../graph/table.ts'
import { take } from '../../graph/take.ts'
import { auc } from '../../ml/metrics.ts'
import { numbersView } from '../distribution.ts'
import { pictureOf } from '../image/shown.ts'
import { countOf, figure } from '../say.ts'
import { rocViewOf } from '../view/pictures.ts'
import { pretrainedSpec } from './pretrained.ts'

/** It was taught elsewhere and learns nothing here, so every photograph is a fair test. */
export const pretrained: Block = {
  ...pretrainedSpec,
  fit(inputs, context) {
    const images = take(inputs, 'images', 'Images')
    if (images.subject !== 'retina') context.problem('This box was made for photographs of the eye only.', 'wrong-subject')
    const eyes = asRetina(images)
    const scores = Float64Array.from(eyes.eyes, (_, row) => takeOf(eyes, row).score)
    const set: ScoredSet = { ids: images.table.ids, scores, y: labelOf(images.table), table: images.table }
    return { outputs: { scores: { type: 'Scores', probability: false, train: set, test: set, uses: [], work: eyes.work } }, state: null }
  },
  report(inputs, outputs) {
    const { test } = take(outputs, 'scores', 'Scores')
    const known = !test.y.some(Number.isNaN)
    const views: (View | null)[] = [
      { view: 'exhibits', title: 'What it says of three eyes', exhibits: threeEyes(asRetina(take(inputs, 'images', 'Images')), test.scores) },
      known ? rocViewOf(test) : null,
      numbersView('score', 'Score of the eye', test.scores, known ? test.y : undefined),
    ]
    return {
      rows: test.ids.length,
      columns: 1,
      facts: [`${countOf(test.ids.length, 'eye')} scored`, ...(known ? [`AUROC ${figure(auc(test.y, test.scores))}`] : [])],
      head: { columns: ['eye', 'score'], rows: test.ids.slice(0, 5).map((id, row) => [id, Math.round((test.scores[row] as number) * 1000) / 1000]) },
      views: views.filter((view) => view !== null),
    }
  },
}

/** From the lowest score to the highest, evenly. */
function threeEyes(images: RetinaImages, scores: Float64Array) {
  const order = [...scores.keys()].sort((a, b) => (scores[a] as number) - (scores[b] as number))
  const places = order.length <= 3 ? order : [0.02, 0.85, 0.995].map((at) => order[Math.floor(at * (order.length - 1))] as number)
  return places.map((row) => pictureOf(images, row, `score ${(scores[row] as number).toFixed(2)}`))
}
