import { mix } from '../colour.ts'
import { circle, ellipse, line, rect, shape } from '../decals.ts'
import { isCovered, showsEars } from '../people/appearance.ts'
import { darker, INK, type Paint } from './paint.ts'

const SIDES = [-1, 1] as const
const FRAME = '#2f3b4c'

export function drawPortraitHead(paint: Paint): string {
  const { look, skinFill } = paint
  return (
    (showsEars(look.style) ? ears(paint) : '') +
    shape('M57 82C57 48 77 34 100 34S143 48 143 82C143 116 124 139 100 139S57 116 57 82Z', skinFill) +
    shape(
      'M143 82C143 116 124 139 100 139C92 139 84 136 77 131C112 132 132 108 134 60C140 66 143 74 143 82Z',
      darker(look.skin),
      'opacity=".28"',
    ) +
    SIDES.map((s) => ellipse(100 + s * 27, 107, 9, 6, '#e2604f', 'opacity=".2"')).join('') +
    SIDES.map((s) => eyeAndBrow(paint, s)).join('') +
    (look.beard ? beard(paint) : '') +
    line('M98 99Q102 104 104 101', mix(darker(look.skin), '#7a3b2c', 0.35), 2.4) +
    (look.mask ? mask() : mouth(paint))
  )
}

function ears({ look }: Paint): string {
  return [57, 143]
    .map(
      (x) =>
        ellipse(x, 92, 9, 12, x < 100 ? mix(look.skin, darker(look.skin), 0.35) : darker(look.skin)) +
        line(`M${x - 2} 87q5 4 1 10`, darker(darker(look.skin)), 2, 'opacity=".5"'),
    )
    .join('')
}

function eyeAndBrow({ look, mood }: Paint, side: 1 | -1): string {
  const x = 100 + side * 18
  const colour = isCovered(look.style) ? mix(look.skin, '#2b1d18', 0.78) : mix(look.hair, INK, 0.35)
  const raised = mood === 'think' && side > 0 ? 5 : 0
  const tilt = mood === 'worried' ? { left: side < 0 ? 2.5 : -2, right: side < 0 ? -2 : 2.5 } : { left: 0, right: 0 }
  return (
    ellipse(x, 90, 5.4, 7.4, INK) +
    circle(x - 1.8, 87, 2, '#fff') +
    circle(x + 1.6, 93, 1, '#fff', 'opacity=".7"') +
    line(`M${x - 7.5} 86Q${x} 79.5 ${x + 7.5} 86`, INK, 2, 'opacity=".55"') +
    line(
      `M${x - 8} ${74 + (side < 0 ? 1.5 : 0) - raised + tilt.left}Q${x} ${69 - raised} ${x + 8} ${74 + (side > 0 ? 1.5 : 0) - raised + tilt.right}`,
      colour,
      3.8,
    )
  )
}

const beard = ({ look, hairFill }: Paint): string =>
  shape(
    'M57 92C60 126 80 146 100 146S140 126 143 92C139 104 132 108 124 108C116 104 108 106 100 106S84 104 76 108C68 108 61 104 57 92Z',
    hairFill,
  ) + shape('M80 110Q90 103 100 108Q110 103 120 110Q110 112 100 111Q90 112 80 110Z', darker(look.hair))

const mask = (): string =>
  shape('M62 98Q100 90 138 98C138 122 122 140 100 140S62 122 62 98Z', '#d3ecf3') +
  line('M70 108Q100 102 130 108M74 118Q100 113 126 118M82 128Q100 124 118 128', '#a9cfdc', 2) +
  line('M62 98L55 88M138 98L145 88', '#eaf6fa', 2)

function mouth({ look, mood }: Paint): string {
  const lips = look.beard ? '#f6d9cc' : mix('#8c3b32', look.skin, 0.1)
  if (mood === 'happy')
    return (
      shape('M88 115Q100 119 112 115Q109 127 100 127T88 115Z', '#7a2f2b') +
      shape('M90 115.8Q100 119 110 115.8Q109 119.5 100 120T90 115.8Z', '#fff')
    )
  if (mood === 'talk') return ellipse(100, 119, 7.5, 6.5, '#7a2f2b') + shape('M94 122q6 -4 12 0q-2 3.5 -6 3.5t-6 -3.5', '#e08a80')
  if (mood === 'worried') return line('M91 121Q100 114 109 121', lips, 3)
  if (mood === 'think') return line('M93 119Q101 117 108 115', lips, 3)
  return line('M90 116Q100 123 110 116', lips, 3)
}

export const drawGlasses = (): string =>
  [66, 105].map((x) => rect(x, 78, 29, 25, '#fff', 11, `fill-opacity=".1" stroke="${FRAME}" stroke-width="3.2"`)).join('') +
  line('M95 88Q100 84 105 88M66 86L58 84M134 86L142 84', FRAME, 3.2) +
  line('M71 96L80 83M110 96L119 83', '#fff', 2.2, 'opacity=".32"')
