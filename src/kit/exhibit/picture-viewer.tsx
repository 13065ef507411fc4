import { useState } from 'react'
import type { KeyboardEvent, PointerEvent, WheelEvent } from 'react'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Slider } from '../slider.tsx'
import { Switch } from '../switch.tsx'
import { type LightWindow, type Look, lookWithin, MOST_ZOOM, type PictureData, WHOLE_PICTURE, WHOLE_RANGE, zoomAt } from './picture-pixels.ts'
import { MarkList, PictureBoxes, PictureCanvas } from './picture-parts.tsx'
import './picture-viewer.css'

const STEP = 1.35
/** One press of an arrow, as a share of what is in sight. */
const SHIFT = 0.15

/** A picture as a reader looks at it: closer, brighter, with more contrast. By wheel, drag, sliders, and by keys alone. */
export function PictureViewer({ picture, onClose }: { picture: PictureData; onClose(): void }) {
  const [look, setLook] = useState<Look>(WHOLE_PICTURE)
  const [light, setLight] = useState<LightWindow>(WHOLE_RANGE)
  const [marked, setMarked] = useState(true)
  const marks = picture.marks ?? []
  const zoom = (by: number) => setLook(lookWithin({ ...look, zoom: look.zoom * by }))
  const reset = () => {
    setLook(WHOLE_PICTURE)
    setLight(WHOLE_RANGE)
  }
  return (
    <Dialog wide title={picture.caption} closeLabel="Close" onClose={onClose} className="viewer">
      <div className="viewer-parts">
        <Frame picture={picture} look={look} onLook={setLook} light={light} marked={marked} />
        <div className="viewer-controls">
          <Slider label="Zoom" value={look.zoom} min={1} max={MOST_ZOOM} step={0.25} onChange={value => setLook(lookWithin({ ...look, zoom: value }))} format={value => `${Math.round(value * 100)}%`} />
          <Slider label="Brightness" value={Math.round((1 - light.level) * 100)} min={5} max={95} step={1} onChange={value => setLight({ ...light, level: 1 - value / 100 })} />
          <Slider label="Contrast" value={Math.round(100 / light.width)} min={60} max={500} step={10} onChange={value => setLight({ ...light, width: 100 / value })} format={value => `${value}%`} />
          {marks.length > 0 && <Switch label="Show the boxes" checked={marked} onChange={setMarked} />}
          <div className="viewer-buttons">
            <Button small icon="plus" onClick={() => zoom(STEP)}>Closer</Button>
            <Button small icon="minus" onClick={() => zoom(1 / STEP)}>Further</Button>
            <Button small icon="undo" onClick={reset}>As it was</Button>
          </div>
          {marks.length > 0 && marked && <MarkList picture={picture} />}
          <p className="viewer-help">Wheel or + and − to zoom, drag or arrow keys to move.</p>
        </div>
      </div>
    </Dialog>
  )
}

interface FrameProps {
  picture: PictureData
  look: Look
  onLook(look: Look): void
  light: LightWindow
  marked: boolean
}

function Frame({ picture, look, onLook, light, marked }: FrameProps) {
  const shift = (dx: number, dy: number) => onLook(lookWithin({ ...look, x: look.x + dx / look.zoom, y: look.y + dy / look.zoom }))
  const onKeyDown = (event: KeyboardEvent) => {
    const move = ARROWS[event.key]
    if (move) shift(move[0] * SHIFT, move[1] * SHIFT)
    else if (event.key === '+' || event.key === '=') onLook(lookWithin({ ...look, zoom: look.zoom * STEP }))
    else if (event.key === '-') onLook(lookWithin({ ...look, zoom: look.zoom / STEP }))
    else if (event.key === '0') onLook(WHOLE_PICTURE)
    else return
    event.preventDefault()
  }
  const onWheel = (event: WheelEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    onLook(zoomAt(look, look.zoom * (event.deltaY < 0 ? STEP : 1 / STEP), { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }))
  }
  const onPointerMove = (event: PointerEvent) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    shift(-event.movementX / box.width, -event.movementY / box.height)
  }
  return (
    // Takes the focus so that arrows can move what is seen: an instrument of its own, hence the role.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="viewer-frame" role="application" aria-label="Picture: arrow keys move it, plus and minus zoom, 0 shows all of it"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
      onKeyDown={onKeyDown} onWheel={onWheel} onPointerMove={onPointerMove}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
    >
      <div className="viewer-picture" style={{ transform: `scale(${look.zoom}) translate(${(0.5 - look.x) * 100}%, ${(0.5 - look.y) * 100}%)` }}>
        <PictureCanvas picture={picture} light={light} />
        {marked && <PictureBoxes picture={picture} />}
      </div>
    </div>
  )
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
