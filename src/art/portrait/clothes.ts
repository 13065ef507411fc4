import { lighten, mix } from '../colour.ts'
import { circle, line, rect, shape } from '../decals.ts'
import { C } from '../palette.ts'
import { brighter, darker, type Paint } from './paint.ts'

export function drawBust(paint: Paint): string {
  const { look } = paint
  const covered = look.style === 'hijab'
  const shoulders = shape('M22 204C22 172 52 160 82 152Q100 164 118 152C148 160 178 172 178 204Z', paint.topFill)
  const neck = covered
    ? ''
    : shape('M84 118H116V150Q116 166 100 166T84 150Z', darker(look.skin)) +
      shape('M84 118H116V136Q100 150 84 136Z', mix(darker(look.skin), '#7a3b2c', 0.25), 'opacity=".55"')
  return shoulders + neck + collar(paint, covered) + extras(paint)
}

function collar(paint: Paint, covered: boolean): string {
  const { look } = paint
  if (look.coat) return coat(paint, covered)
  if (look.tie) {
    return (
      shape('M82 152L100 196L118 152L108 148H92Z', '#fff') +
      shape('M94 160h12l6 44h-24z', look.tie) +
      shape('M94 160h12l-3 10h-6z', darker(look.tie)) +
      shape('M80 150L98 204H66L60 176L72 172Z', lighten(look.top, 0.04)) +
      shape('M120 150L102 204H134L140 176L128 172Z', lighten(look.top, 0.02))
    )
  }
  if (look.gown) {
    const dots = Array.from({ length: 22 }, (_, i) =>
      circle(30 + (i % 8) * 20 + (Math.floor(i / 8) % 2) * 10, 170 + Math.floor(i / 8) * 13, 2.6, '#fff', 'opacity=".75"'),
    )
    return (
      dots.join('') +
      shape('M86 150Q100 168 114 150Q100 160 86 150', paint.skinFill) +
      line('M82 152Q100 172 118 152', '#fff', 3, 'opacity=".7"')
    )
  }
  if (covered) return ''
  return (
    shape('M83 150L100 182L117 150Q100 162 83 150Z', paint.skinFill) +
    line('M82 152L100 184L118 152', look.trim ?? brighter(look.top), 4.4)
  )
}

function coat({ look, topFill, skinFill, coatFill }: Paint, covered: boolean): string {
  const cloth = look.coat!
  return (
    shape('M84 152L100 190L116 152L108 150H92Z', topFill) +
    (covered ? '' : shape('M88 150L100 172L112 150Z', skinFill)) +
    (look.tie ? shape('M94 164h12l4 38h-20z', look.tie) : '') +
    shape('M20 204C20 172 50 160 80 151L98 204Z', coatFill) +
    shape('M180 204C180 172 150 160 120 151L102 204Z', coatFill) +
    shape('M80 151C72 160 70 168 70 172L82 176L78 184L97 204L99 198Z', lighten(cloth, -0.035)) +
    shape('M120 151C128 160 130 168 130 172L118 176L122 184L103 204L101 198Z', lighten(cloth, -0.06))
  )
}

function extras({ look }: Paint): string {
  let svg = ''
  if (look.highVisibility)
    svg += line('M44 165L58 204M156 165L142 204', '#f4e04a', 13) + line('M44 165L58 204M156 165L142 204', '#eef3f5', 4.6)
  if (look.bag)
    svg += line('M58 160L66 204M142 160L134 204', look.bag, 11) + line('M56 160L64 204', brighter(look.bag), 3, 'opacity=".6"')
  if (look.lanyard) svg += line('M82 154L98 200M118 154L102 200', look.lanyard, 4.4)
  if (look.stethoscope)
    svg +=
      line('M80 153C70 176 80 190 86 204M120 153C130 172 126 184 122 192', C.graphite, 4.6) +
      circle(121, 195, 7.5, C.steel, `stroke="${C.graphite}" stroke-width="2.6"`)
  if (look.badge)
    svg +=
      rect(136, 176, 24, 16, '#fff', 3) +
      rect(139, 179, 8, 10, C.sky, 1.5) +
      rect(149, 180, 8, 2.4, C.steel) +
      rect(149, 185, 6, 2.4, C.steel)
  return svg
}
