import { useEffect, useRef } from 'react'
import type { Exhibit } from '../../core/verdict.ts'
import { TONE_SIGNS } from './tone-signs.ts'

type PictureData = Extract<Exhibit, { kind: 'picture' }>

/** A synthetic picture drawn from its pixels, with boxes over it; each box is named in the list below. */
export function Picture({ picture }: { picture: PictureData }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height, channels, pixels, marks = [], caption } = picture
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(width, height)
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) image.data[i * 4 + c] = pixels[i * channels + (channels === 3 ? c : 0)] ?? 0
      image.data[i * 4 + 3] = 255
    }
    context.putImageData(image, 0, 0)
  }, [width, height, channels, pixels])
  return (
    <>
      <div className="exhibit-picture" style={{ aspectRatio: `${width} / ${height}` }}>
        {/* Drawn from pixels, so it cannot be an <img>. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <canvas ref={canvas} width={width} height={height} role="img" aria-label={caption} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          {marks.map(({ x, y, w, h, label, tone }) => <rect key={`${label} ${x} ${y}`} className={`exhibit-box exhibit-box-${tone}`} x={x} y={y} width={w} height={h} vectorEffect="non-scaling-stroke" />)}
        </svg>
      </div>
      {marks.length > 0 && <ul className="exhibit-marks">{marks.map(({ x, y, label, tone }) => <li key={`${label} ${x} ${y}`} className={`exhibit-${tone}`}>{TONE_SIGNS[tone]} {label}</li>)}</ul>}
    </>
  )
}
