import { useEffect, useRef } from 'react'
import { type LightWindow, type PictureData, rgbaOf, WHOLE_RANGE } from './picture-pixels.ts'
import { TONE_SIGNS } from './tone-signs.ts'

/** The pixels, in the light that is asked for. */
export function PictureCanvas({ picture, light = WHOLE_RANGE }: { picture: PictureData; light?: LightWindow }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { level, width: range } = light
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgbaOf(picture, { level, width: range }), picture.width, picture.height), 0, 0)
  }, [picture, level, range])
  return (
    // Drawn from pixels, so it cannot be an <img>.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <canvas ref={canvas} width={picture.width} height={picture.height} role="img" aria-label={picture.caption} />
  )
}

/** Boxes over a picture; `MarkList` says what they are. */
export function PictureBoxes({ picture: { width, height, marks = [] } }: { picture: PictureData }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {marks.map(({ x, y, w, h, label, tone }) => <rect key={`${label} ${x} ${y}`} className={`exhibit-box exhibit-box-${tone}`} x={x} y={y} width={w} height={h} vectorEffect="non-scaling-stroke" />)}
    </svg>
  )
}

/** What the boxes stand for; like boxes are named once, with their number. */
export function MarkList({ picture: { marks = [] } }: { picture: PictureData }) {
  const named = new Map<string, { tone: keyof typeof TONE_SIGNS; label: string; n: number }>()
  for (const { label, tone } of marks) named.set(`${tone} ${label}`, { tone, label, n: (named.get(`${tone} ${label}`)?.n ?? 0) + 1 })
  return (
    <ul className="exhibit-marks">
      {[...named].map(([key, { tone, label, n }]) => <li key={key} className={`exhibit-${tone}`}>{TONE_SIGNS[tone]} {label}{n > 1 && ` (${n})`}</li>)}
    </ul>
  )
}
