import type { Block, Inputs, Outputs } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { changedDrawn, isDrawn } from '../../imaging/drawn/pictures.ts'
import { countOf } from '../say.ts'
import { coverSpec } from './drawn.ts'
import { maskSpec } from './probes.ts'
import { pictureOf } from './shown.ts'

export const cover: Block = {
  ...coverSpec,
  fit(inputs, context) {
    const images = take(inputs, 'images', 'Images')
    if (!isDrawn(images)) return context.problem('These pictures have no edges to cover.', 'wrong-subject')
    return { outputs: { images: changedDrawn(images, { edges: paramsOf(coverSpec, context) }) }, state: null }
  },
  report: left,
}

export const mask: Block = {
  ...maskSpec,
  fit(inputs, context) {
    const images = take(inputs, 'images', 'Images')
    if (!isDrawn(images)) return context.problem('Only pictures that a quest describes can be covered.', 'wrong-subject')
    return { outputs: { images: changedDrawn(images, { patches: [...images.look.patches, paramsOf(maskSpec, context)] }) }, state: null }
  },
  report: left,
}

function left(_: Inputs, outputs: Outputs): ReturnType<NonNullable<Block['report']>> {
  const images = take(outputs, 'images', 'Images')
  const shown = [0, 1].filter((row) => row < images.table.ids.length)
  return { rows: images.table.ids.length, columns: null, facts: [countOf(images.table.ids.length, 'picture')], views: [{ view: 'exhibits', title: 'What is left to look at', exhibits: shown.map((row) => pictureOf(images, row)) }] }
}
