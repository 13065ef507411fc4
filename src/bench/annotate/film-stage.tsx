import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, WheelEvent } from 'react'
import type { FilmMarks } from '../../core/artefacts/annotations.ts'
import { type LightWindow, type Look, lookWithin, type PictureData, WHOLE_PICTURE, zoomAt } from '../../kit/exhibit/picture-pixels.ts'
import { PictureCanvas } from '../../kit/exhibit/picture-parts.tsx'
import type { PictureBox } from '../../lab/imaging/box-score.ts'
import { boxBetween, freeId, type Point, thinned } from './film-edit.ts'
import { words } from './words.ts'

export type Tool = 'box' | 'brush'

interface FilmStageProps {
  picture: PictureData
  light: LightWindow
  look: Look
  onLook(look: Look): void
  marks: FilmMarks
  chosen: string | null
  tool: Tool
  radius: number
  readOnly: boolean
  /** Marks are hidden where the picture shows them painted. */
  bare: boolean
  /** Boxes of others, to be seen and not touched. */
  others?: readonly OthersBox[]
  onMark(marks: FilmMarks, id: string): void
  say(text: string): void
}

export interface OthersBox extends PictureBox {
  by: 'A' | 'B' | 'both'
}

const STEP = 0.02
const ZOOM = 1.35
const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** A film to draw on: by dragging, or with a cross that the arrow keys move. */
export function FilmStage({ picture, light, look, onLook, marks, chosen, tool, radius, readOnly, bare, others = [], onMark, say }: FilmStageProps) {
  const [cross, setCross] = useState<Point>([0.5, 0.5])
  const [line, showLine] = useState<readonly Point[]>([])
  const [keyed, setKeyed] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  // A hand is faster than a picture: what was drawn is kept here, what is shown follows.
  const drawn = useRef<readonly Point[]>([])
  const setLine = (points: readonly Point[]) => {
    drawn.current = points
    showLine(points)
  }

  const finish = (points: readonly Point[]) => {
    setLine([])
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || readOnly) return
    const id = freeId(marks)
    if (tool === 'brush') return onMark({ ...marks, strokes: [...marks.strokes, { id, radius, points: thinned(points) }] }, id)
    const box = boxBetween(id, first, last)
    if (box.w >= 0.01 && box.h >= 0.01) onMark({ ...marks, boxes: [...marks.boxes, box] }, id)
  }
  const pointOf = (event: PointerEvent): Point => {
    const rect = frame.current?.getBoundingClientRect()
    if (!rect) return [0, 0]
    const at = (share: number, middle: number) => Math.min(1, Math.max(0, middle + (share - 0.5) / look.zoom))
    return [at((event.clientX - rect.left) / rect.width, look.x), at((event.clientY - rect.top) / rect.height, look.y)]
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setKeyed(false)
    setLine([pointOf(event)])
  }
  const onPointerMove = (event: PointerEvent) => {
    const [first] = drawn.current
    if (event.buttons !== 1 || !first) return
    setLine(tool === 'box' ? [first, pointOf(event)] : [...drawn.current, pointOf(event)])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = ARROWS[event.key]
    if (move) {
      const step = event.shiftKey ? STEP * 4 : STEP
      const next: Point = [Math.min(1, Math.max(0, cross[0] + move[0] * step)), Math.min(1, Math.max(0, cross[1] + move[1] * step))]
      setCross(next)
      setKeyed(true)
      if (line.length > 0) setLine(tool === 'box' ? [line[0] as Point, next] : [...line, next])
      say(`${Math.round(next[0] * 100)}, ${Math.round(next[1] * 100)}`)
      if (look.zoom > 1) onLook(lookWithin({ ...look, x: next[0], y: next[1] }))
    } else if (event.key === 'Enter') {
      setKeyed(true)
      if (line.length > 0) finish([...line, cross])
      else {
        setLine([cross])
        say(words.began)
      }
    } else if (event.key === 'Escape' && line.length > 0) {
      setLine([])
      say(words.gaveUp)
    } else if (event.key === '+' || event.key === '=') onLook(lookWithin({ ...look, x: cross[0], y: cross[1], zoom: look.zoom * ZOOM }))
    else if (event.key === '-') onLook(lookWithin({ ...look, zoom: look.zoom / ZOOM }))
    else if (event.key === '0') onLook(WHOLE_PICTURE)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onWheel = (event: WheelEvent) => {
    const rect = event.currentTarget.getBoundingClientRect()
    onLook(zoomAt(look, look.zoom * (event.deltaY < 0 ? ZOOM : 1 / ZOOM), { x: (event.clientX - rect.left) / rect.width, y: (event.clientY - rect.top) / rect.height }))
  }
  return (
    <div>
      {/* Takes the focus so that arrows can move the cross: an instrument of its own, hence the role. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame} className="annot-stage" role="application" aria-label={words.stage}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown} onWheel={onWheel} onPointerDown={onPointerDown} onPointerMove={onPointerMove}
        onPointerUp={event => drawn.current.length > 0 && finish([...drawn.current, pointOf(event)])} onPointerCancel={() => setLine([])}
      >
        <div className="annot-film" style={{ transform: `scale(${look.zoom}) translate(${(0.5 - look.x) * 100}%, ${(0.5 - look.y) * 100}%)` }}>
          <PictureCanvas picture={picture} light={light} />
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {others.map(({ by, x, y, w, h }) => <rect key={`${by} ${x} ${y}`} className={`annot-other annot-other-${by}`} x={x} y={y} width={w} height={h} vectorEffect="non-scaling-stroke" />)}
            {!bare && <Marks marks={marks} chosen={chosen} />}
            {line.length > 0 && <Begun line={line} tool={tool} radius={radius} />}
            {keyed && <path className="annot-cross" d={`M${cross[0] - 0.04} ${cross[1]}h.08M${cross[0]} ${cross[1] - 0.04}v.08`} vectorEffect="non-scaling-stroke" />}
          </svg>
        </div>
      </div>
    </div>
  )
}

function Marks({ marks: { boxes, strokes }, chosen }: { marks: FilmMarks; chosen: string | null }) {
  const look = (id: string) => (id === chosen ? 'annot-shape annot-shape-chosen' : 'annot-shape')
  return (
    <>
      {boxes.map(({ id, x, y, w, h }) => <rect key={id} className={look(id)} x={x} y={y} width={w} height={h} vectorEffect="non-scaling-stroke" />)}
      {strokes.map(({ id, points, radius }) => <path key={id} className={`${look(id)} annot-brush`} d={pathOf(points)} strokeWidth={radius * 2} />)}
    </>
  )
}

function Begun({ line, tool, radius }: { line: readonly Point[]; tool: Tool; radius: number }) {
  const [first, last] = [line[0] as Point, line.at(-1) as Point]
  if (tool === 'brush') return <path className="annot-shape annot-brush annot-shape-chosen" d={pathOf(line)} strokeWidth={radius * 2} />
  const { x, y, w, h } = boxBetween('new', first, last)
  return <rect className="annot-shape annot-shape-chosen" x={x} y={y} width={w} height={h} vectorEffect="non-scaling-stroke" />
}

/** A single touch is a dot. */
function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (points.length === 1 ? 'h.0001' : '')
}
