import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import type { Images } from '../../graph/ports.ts'
import { columnOf, headOf } from '../../graph/table.ts'
import { distributionsOf } from '../distribution.ts'
import { pictureOf } from '../image/shown.ts'
import { countOf } from '../say.ts'
import { imagesSpec } from './images.ts'

export const imagesSource: Block = {
  ...imagesSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(imagesSpec, context).dataset)
    if (cases.type !== 'Images') throw new TypeError(`this block brings in pictures, and the quest has ${cases.type}`)
    return { outputs: { images: cases }, state: null }
  },
  report(_, outputs) {
    const images = take(outputs, 'images', 'Images')
    const { table } = images
    const people = columnOf(table, 'person')
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [countOf(table.ids.length, WORDS[images.subject] ?? 'picture'), ...(people ? [`of ${countOf(new Set(people.values as string[]).size, 'person', 'people')}`] : [])],
      head: headOf(table),
      views: [
        { view: 'exhibits', title: `The first ${WORDS[images.subject] ?? 'picture'}s`, exhibits: firstRows(images).map((row) => pictureOf(images, row)) },
        ...distributionsOf(table, ['quality', 'age', 'years', 'spo2', 'resp', 'from']),
      ],
    }
  },
}

const SAMPLES = 2
const WORDS: Readonly<Record<string, string>> = { chest: 'film', retina: 'photograph' }

function firstRows({ table }: Images): number[] {
  return [...table.ids.keys()].slice(0, SAMPLES)
}
