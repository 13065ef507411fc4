/** A picture of a row as an exhibit, with a caption that says whose it is and that nobody real is in it. */
import type { Exhibit, Tone } from '../../../core/verdict.ts'
import { SYNTHETIC } from '../../imaging/fundus.ts'
import type { Drawing, Images } from '../../graph/ports.ts'
import { cellAt, columnOf } from '../../graph/table.ts'

type Picture = Extract<Exhibit, { kind: 'picture' }>

/** Small enough to lie beside others, large enough to see a bleed. */
export const SAMPLE_SIZE = 224

/** `more` is said after the name: "score 0.31"; without it, the quality of a photograph. */
export function pictureOf(images: Images, row: number, more = ''): Picture {
  const { table } = images
  const cell = (name: string) => cellAt(columnOf(table, name), row)
  if (images.subject === 'chest') {
    return squareExhibit({ caption: `${cell('name')}, ${cell('age')} years${more && `: ${more}`}`, draw: () => images.draw(row, SAMPLE_SIZE), channels: 1 })
  }
  if (images.subject === 'drawn') return squareExhibit({ caption: `${cell('name') ?? images.table.ids[row]}${more && `: ${more}`}`, draw: () => images.draw(row, SAMPLE_SIZE), channels: 1 })
  const quality = cell('quality')
  const caption = [`${cell('name')}, ${cell('side')} eye`, more || (typeof quality === 'number' ? `quality ${quality.toFixed(2)}` : '')].filter(Boolean).join(': ')
  return squareExhibit({ caption, draw: () => images.draw(row, SAMPLE_SIZE) })
}

interface Square {
  caption: string
  draw: () => Drawing
  size?: number
  /** How its marks are meant; without it they are not shown. */
  tone?: Tone
  /** 1 for a grey picture. */
  channels?: 1 | 3
}

/**
 * A square picture that is drawn when its pixels are first asked for: on the way out of the worker, or never, when a verdict
 * is only counted.
 */
export function squareExhibit({ caption, draw, size = SAMPLE_SIZE, tone, channels = 3 }: Square): Picture {
  let drawn: Drawing | null = null
  const drawing = () => (drawn ??= draw())
  return {
    kind: 'picture', caption: `${caption} (${SYNTHETIC})`, width: size, height: size, channels,
    get pixels() {
      return drawing().pixels
    },
    get marks() {
      return tone ? drawing().marks.map((mark) => ({ ...mark, tone })) : []
    },
  }
}
