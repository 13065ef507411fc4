/** Names of departments, quest marks and the mark of where one is going: drawn here, at the screen's own density. */
import type { Opened } from '../../src/core/hospital.ts'
import type { DepartmentId } from '../kit/plan.ts'
import type { SheetJson } from '../kit/textures.ts'
import { PLACES } from './map.ts'

/** Colours of the art bible on which white can be read; icons are strokes in a square of 24. */
const BADGES: Record<DepartmentId, { color: string; icon: string }> = {
  'reception': { color: '#b56a22', icon: 'M4 18h16M6 18a6 6 0 0 1 12 0M12 12V9M10 7.5h4' },
  'medical-wards': { color: '#44806a', icon: 'M4 6v13M4 16h16v3M20 16v-3a3 3 0 0 0-3-3H9v6M6.5 11.5a1 1 0 1 0 .1 0' },
  'eye-clinic': { color: '#2c77ba', icon: 'M3 12c4-7 14-7 18 0c-4 7-14 7-18 0zM12 9.5a2.5 2.5 0 1 0 .1 0' },
  'radiology': { color: '#4d6fc4', icon: 'M12 4v10M12 7c-5 0-7 6-7 11c3 1 6 0 7-3M12 7c5 0 7 6 7 11c-3 1-6 0-7-3' },
  'outpatients': { color: '#946d15', icon: 'M5 6h14v13H5zM5 10h14M9 4v4M15 4v4M9 14h.1M12 14h.1M15 14h.1' },
  'orders-desk': { color: '#ca493c', icon: 'M6 5h12v15H6zM9.5 3.5h5v3h-5zM9 11h6M9 15h4' },
  'library': { color: '#af5e2f', icon: 'M12 7c-2-2-5-2-8-2v13c3 0 6 0 8 2c2-2 5-2 8-2V5c-3 0-6 0-8 2zM12 7v13' },
  'integration-room': { color: '#24477a', icon: 'M12 4.5a2 2 0 1 0 .1 0M5.5 15.5a2 2 0 1 0 .1 0M18.5 15.5a2 2 0 1 0 .1 0M12 8.5v4M12 12.5L7 16M12 12.5L17 16' },
  'privacy-office': { color: '#8060a9', icon: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2' },
  'board-room': { color: '#9a5f38', icon: 'M4 19h16M6 16v-4M10.5 16V8M15 16v-6M19 16V5' },
  'corridor': { color: '#5d7386', icon: 'M4 9h14M14 5l4 4l-4 4M20 16H6M10 12l-4 4l4 4' },
  'garden': { color: '#40824e', icon: 'M5 19c0-9 5-14 14-14c0 9-5 14-14 14zM5 19L14 10' },
  'street': { color: '#465a6e', icon: 'M3 16V8h10v8M13 11h4l4 3v2M3 16h18M7.5 17.5a1.5 1.5 0 1 0 .1 0M16.5 17.5a1.5 1.5 0 1 0 .1 0' },
}

const INK = '#17304d'
const FONT = '800 13px Nunito, "Atkinson Hyperlegible Next", system-ui, sans-serif'
const LABEL_H = 26
/** Signs of what quests have opened hang below the department's name, one under the other. */
const OPENED_FONT = FONT.replace('13px', '12px')
const OPENED_H = 20
const OPENED_GAP = 3
const PIN = 30
/** Room around everything for its soft shadow. */
const MARGIN = 6
const SHEET_W = 512

export const MARKS = ['offered', 'active', 'done'] as const
export type MarkName = (typeof MARKS)[number]

interface Sign {
  name: string
  w: number
  h: number
  pivot: { x: number; y: number }
  draw(pen: CanvasRenderingContext2D): void
}

export interface SignSheet {
  canvas: HTMLCanvasElement
  json: SheetJson
}

/** Draws all signs at `density` pixels per CSS pixel; `things` are those that quests have opened. */
export function drawSigns(density: number, things: readonly Opened[]): SignSheet {
  const canvas = document.createElement('canvas')
  // Handed to WebGL as it is: drawn without graphics acceleration, it need not be fetched back from there.
  const measure = canvas.getContext('2d', { willReadFrequently: true })!
  measure.font = FONT
  const labels = PLACES.map((place) => label(place.id, place.name, Math.ceil(measure.measureText(place.name).width)))
  measure.font = OPENED_FONT
  const opened = things.map((thing) => openedSign(thing, Math.ceil(measure.measureText(thing.name).width), rowOf(thing, things)))
  const signs: Sign[] = [...labels, ...opened, ...MARKS.map(mark), target()]
  const frames: SheetJson['frames'] = {}
  const rows = layOut(signs)
  canvas.width = SHEET_W * density
  canvas.height = Math.ceil(rows.height * density)
  const pen = canvas.getContext('2d')!
  for (const { sign, x, y } of rows.places) {
    pen.save()
    pen.scale(density, density)
    pen.translate(x + MARGIN, y + MARGIN)
    sign.draw(pen)
    pen.restore()
    const [w, h] = [sign.w + 2 * MARGIN, sign.h + 2 * MARGIN]
    frames[sign.name] = {
      frame: { x: Math.round(x * density), y: Math.round(y * density), w: Math.round(w * density), h: Math.round(h * density) },
      pivot: { x: (sign.pivot.x + MARGIN) / w, y: (sign.pivot.y + MARGIN) / h },
    }
  }
  return { canvas, json: { frames, meta: { scale: density } } }
}

function layOut(signs: readonly Sign[]) {
  let [x, y, rowH] = [0, 0, 0]
  const places = signs.map((sign) => {
    const [w, h] = [Math.ceil(sign.w + 2 * MARGIN), Math.ceil(sign.h + 2 * MARGIN)]
    if (x + w > SHEET_W) [x, y, rowH] = [0, y + rowH, 0]
    const at = { sign, x, y }
    x += w
    rowH = Math.max(rowH, h)
    return at
  })
  return { places, height: y + rowH }
}

function softShadow(pen: CanvasRenderingContext2D): void {
  // A canvas shadow counts in pixels of the canvas, whatever the transform.
  const density = pen.getTransform().a
  pen.shadowColor = 'rgb(22 38 74 / 26%)'
  pen.shadowBlur = 3 * density
  pen.shadowOffsetY = 1.5 * density
}

function label(id: DepartmentId, name: string, textW: number): Sign {
  const w = textW + 40
  return {
    name: `label/${id}`,
    w,
    h: LABEL_H,
    pivot: { x: w / 2, y: LABEL_H / 2 },
    draw(pen) {
      pen.save()
      softShadow(pen)
      pen.fillStyle = '#ffffff'
      pen.beginPath()
      pen.roundRect(0, 0, w, LABEL_H, LABEL_H / 2)
      pen.fill()
      pen.restore()
      pen.fillStyle = BADGES[id].color
      pen.beginPath()
      pen.arc(LABEL_H / 2, LABEL_H / 2, 10, 0, 2 * Math.PI)
      pen.fill()
      pen.fillStyle = INK
      pen.font = FONT
      pen.textBaseline = 'middle'
      pen.fillText(name, 28, LABEL_H / 2 + 0.5)
      pen.translate(LABEL_H / 2 - 7.2, LABEL_H / 2 - 7.2)
      pen.scale(0.6, 0.6)
      stroke(pen, BADGES[id].icon, '#ffffff', 2.6)
    },
  }
}

function rowOf(thing: Opened, things: readonly Opened[]): number {
  return things.filter(({ department }) => department === thing.department).indexOf(thing)
}

/** A lit sign: its pivot is the middle of the department's label above it. */
function openedSign({ id, name }: Opened, textW: number, row: number): Sign {
  const w = textW + 30
  return {
    name: `opened/${id}`,
    w,
    h: OPENED_H,
    pivot: { x: w / 2, y: -(LABEL_H / 2 + OPENED_GAP + row * (OPENED_H + OPENED_GAP)) },
    draw(pen) {
      pen.save()
      softShadow(pen)
      pen.fillStyle = '#f8cd55'
      pen.beginPath()
      pen.roundRect(0, 0, w, OPENED_H, OPENED_H / 2)
      pen.fill()
      pen.restore()
      pen.fillStyle = '#4b3406'
      pen.font = OPENED_FONT
      pen.textBaseline = 'middle'
      pen.fillText(name, 21, OPENED_H / 2 + 0.5)
      pen.translate(5, 4)
      pen.scale(0.5, 0.5)
      pen.fill(new Path2D(STAR))
    },
  }
}

const STAR = 'm12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z'

function stroke(pen: CanvasRenderingContext2D, path: string, color: string, width: number): void {
  pen.strokeStyle = color
  pen.lineWidth = width
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke(new Path2D(path))
}

/** Colour is never the only sign: ! is offered, a ring with a dot is under way, a tick is done. */
const PINS: Record<MarkName, { fill: string; edge: string; draw(pen: CanvasRenderingContext2D): void }> = {
  offered: {
    fill: '#f8cd55',
    edge: '#ffffff',
    draw: (pen) => stroke(pen, 'M15 7v7.5M15 18.6v.1', '#4b3406', 3.4),
  },
  active: {
    fill: '#ffffff',
    edge: '#f8cd55',
    draw: (pen) => stroke(pen, 'M9.5 13h.1M15 13h.1M20.5 13h.1', '#4b3406', 3.6),
  },
  done: {
    fill: '#2f7a45',
    edge: '#ffffff',
    draw: (pen) => stroke(pen, 'M9.8 13.3l3.7 3.7l6.8-7.6', '#ffffff', 3.2),
  },
}

function mark(name: MarkName): Sign {
  const { fill, edge, draw } = PINS[name]
  return {
    name: `mark/${name}`,
    w: PIN,
    h: PIN + 2,
    pivot: { x: PIN / 2, y: PIN + 2 },
    draw(pen) {
      const body = new Path2D('M15 31.5L9.5 24.2A12 12 0 1 1 20.5 24.2Z')
      pen.save()
      softShadow(pen)
      pen.fillStyle = edge
      pen.fill(body)
      pen.restore()
      pen.strokeStyle = edge
      pen.lineWidth = 2.5
      pen.lineJoin = 'round'
      pen.stroke(body)
      pen.fillStyle = fill
      if (name === 'active') {
        pen.beginPath()
        pen.arc(15, 13.3, 9.8, 0, 2 * Math.PI)
        pen.fill()
      } else {
        pen.fill(body)
      }
      draw(pen)
    },
  }
}

/** A ring that lies on the floor. */
function target(): Sign {
  const [w, h] = [44, 24]
  return {
    name: 'target',
    w,
    h,
    pivot: { x: w / 2, y: h / 2 },
    draw(pen) {
      for (const [radius, color, width] of [[19, 'rgb(255 255 255 / 90%)', 5], [19, '#1f6fb5', 2.6], [4, '#1f6fb5', 4]] as const) {
        pen.beginPath()
        pen.ellipse(w / 2, h / 2, radius, radius / 2, 0, 0, 2 * Math.PI)
        pen.strokeStyle = color
        pen.lineWidth = width
        pen.stroke()
      }
    },
  }
}
