import type { Hex } from '../colour.ts'
import { circle, ellipse, line, shape } from '../decals.ts'
import type { HairStyle } from '../people/appearance.ts'
import { brighter, darker, shine, type Paint } from './paint.ts'

type Layer = (paint: Paint) => string

const AFRO_PUFFS = Array.from({ length: 18 }, (_, i) => ({ angle: (i / 18) * 2 * Math.PI, low: i > 2 && i < 9 }))
const CURLS_BACK = [
  [52, 78, 17],
  [54, 54, 18],
  [68, 36, 19],
  [90, 26, 19],
  [114, 26, 19],
  [134, 38, 19],
  [147, 56, 18],
  [149, 80, 16],
  [50, 100, 14],
  [151, 100, 13],
] as const
const CURLS_FRONT = [
  [66, 54, 14],
  [82, 46, 14],
  [100, 43, 14],
  [118, 46, 14],
  [133, 55, 13],
] as const

/** Behind head and shoulders. */
const BACK: Partial<Record<HairStyle, Layer>> = {
  bob: ({ hairFill }) =>
    shape(
      'M45 92C40 42 70 20 100 20S160 42 155 92C157 112 160 124 154 136C146 146 134 144 128 138H72C66 144 54 146 46 136C40 124 43 112 45 92Z',
      hairFill,
    ),
  long: ({ hairFill }) =>
    shape(
      'M46 90C40 40 72 20 100 20S160 40 154 90C156 130 168 152 162 178C150 190 134 184 128 172H72C66 184 50 190 38 178C32 152 44 130 46 90Z',
      hairFill,
    ),
  bun: ({ hairFill, look }) => circle(100, 24, 20, hairFill) + line('M88 15q12 -8 24 2', brighter(look.hair), 3, 'opacity=".5"'),
  pony: ({ hairFill }) => shape('M140 44C176 40 182 84 168 128C164 140 152 138 154 126C160 96 152 76 136 66Z', hairFill),
  afro: ({ hairFill, look }) =>
    AFRO_PUFFS.map(({ angle, low }) =>
      circle(100 + Math.cos(angle) * 58, 74 + Math.sin(angle) * 52, 18, low ? darker(look.hair) : look.hair),
    ).join('') + ellipse(100, 72, 64, 58, hairFill),
  curly: ({ hairFill }) => CURLS_BACK.map(([x, y, r]) => circle(x, y, r, hairFill)).join(''),
}

/** Over the forehead. */
const FRONT: Record<HairStyle, Layer> = {
  short: (p) =>
    cut(
      p,
      'M54 88C46 46 74 22 104 24C138 26 152 52 146 88C143 76 140 68 135 62C118 68 92 64 79 54C71 60 60 70 54 88Z',
      'M70 46Q86 34 106 34',
    ),
  crop: (p) =>
    cut(
      p,
      'M55 84C52 46 76 28 100 28S148 46 145 84C140 66 132 56 122 52C108 48 92 48 78 52C68 56 60 66 55 84Z',
      'M74 42Q88 34 104 35',
    ),
  bob: (p) =>
    cut(
      p,
      'M52 100C48 54 72 32 100 32S152 54 148 100C146 84 140 70 128 62C112 68 98 60 92 52C88 64 70 72 60 76C56 84 54 92 52 100Z',
      'M66 50Q80 34 104 36',
    ),
  long: (p) =>
    shape('M50 104C46 54 72 30 100 30C104 30 106 34 100 44C92 58 66 66 58 84C54 92 52 98 50 104Z', p.hairFill) +
    cut(p, 'M150 104C154 54 128 30 100 30C98 36 98 40 100 44C108 58 134 66 142 84C146 92 148 98 150 104Z', 'M64 56Q76 40 92 37'),
  bun: (p) => cut(p, 'M55 86C52 46 76 29 100 29S148 46 145 86C142 68 130 54 100 50C70 54 58 68 55 86Z', 'M70 48Q84 37 102 37'),
  pony: (p) =>
    cut(
      p,
      'M54 88C48 46 74 26 102 27S152 48 146 88C142 72 134 62 122 56C104 70 80 72 66 66C60 72 56 80 54 88Z',
      'M70 46Q86 35 106 36',
    ),
  afro: ({ hairFill }) =>
    shape('M50 88C44 50 72 28 100 28S156 50 150 88C146 70 134 60 117 57C106 61 94 61 83 57C66 60 54 70 50 88Z', hairFill),
  curly: ({ hairFill, look }) =>
    CURLS_FRONT.map(([x, y, r]) => circle(x, y, r, hairFill)).join('') + shine('M62 42Q72 32 84 30', look.hair),
  bald: ({ look }) =>
    shape('M56 96C50 84 52 66 60 58C62 70 60 84 60 96Z', look.hair) +
    shape('M144 96C150 84 148 66 140 58C138 70 140 84 140 96Z', look.hair) +
    line('M78 46Q90 38 104 40', '#fff', 5, 'opacity=".35"'),
  cap: ({ clothFill, cloth }) =>
    shape('M52 76C48 40 72 20 100 20S152 40 148 76C120 62 80 62 52 76Z', clothFill) +
    shape('M50 80C78 62 122 62 150 80L148 70C122 54 78 54 52 70Z', brighter(cloth)) +
    line('M70 42Q86 30 108 31', '#fff', 4, 'opacity=".25"'),
  turban: ({ clothFill, cloth }) =>
    shape('M50 82C38 40 66 12 100 12S162 40 150 82C140 66 124 58 100 52C76 58 60 66 50 82Z', clothFill) +
    folds(
      ['M52 74C58 46 84 34 118 38', 'M50 60C62 34 94 22 132 34', 'M148 74C140 50 120 40 96 44', 'M150 60C140 40 118 28 92 28'],
      cloth,
    ) +
    shape('M100 52L88 58L100 40L112 58Z', brighter(cloth), 'opacity=".7"'),
  hijab: ({ clothFill, cloth }) =>
    shape(
      'M100 16C62 16 42 46 44 88C45 116 40 130 36 150C46 170 60 182 100 186C140 182 154 170 164 150C160 130 155 116 156 88C158 46 138 16 100 16ZM100 42C122 42 138 58 137 86C136 116 120 136 100 136S64 116 63 86C62 58 78 42 100 42Z',
      clothFill,
      'fill-rule="evenodd"',
    ) +
    line('M63 86C62 58 78 42 100 42S138 58 137 86', darker(cloth), 2.4, 'opacity=".5"') +
    folds(['M62 122C76 150 112 158 148 146M48 146C76 172 116 172 152 158'], cloth) +
    line('M60 50Q70 30 92 25', '#fff', 4, 'opacity=".25"'),
}

const cut = ({ hairFill, look }: Paint, d: string, gleam: string): string => shape(d, hairFill) + shine(gleam, look.hair)
const folds = (list: readonly string[], cloth: Hex): string =>
  list.map((d) => line(d, darker(cloth), 2.6, 'opacity=".6"')).join('')

export const hairBehind = (paint: Paint): string => BACK[paint.look.style]?.(paint) ?? ''
export const hairInFront = (paint: Paint): string => FRONT[paint.look.style](paint)
