import { useEffect, useRef } from 'react'

interface DrawnPictureProps {
  /** A whole <svg>. It is drawn as a picture: nothing in it can run, whatever a save may hold in the place of a colour. */
  svg: string
  /** Empty when the words beside it say the same. */
  alt: string
  /** Its shape; the style sheet says how large it is shown. */
  width: number
  height: number
}

/**
 * A drawing as pixels, as many as the screen has for it. A face is a hundred curves: as an <img> the graphics draw every one again
 * whenever something near it changes, and first build a program for each kind. Here the processor draws them once.
 */
export function DrawnPicture({ svg, alt, width, height }: DrawnPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => canvas.current ? keepDrawn(canvas.current, svg) : undefined, [svg])
  const name = alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt }
  return <canvas ref={canvas} width={width} height={height} style={{ aspectRatio: `${width} / ${height}` }} {...name} />
}

/** Draws once the canvas is seen, and again when it gets another size. What was there stays until the new drawing is. */
function keepDrawn(canvas: HTMLCanvasElement, svg: string): () => void {
  let picture: Promise<HTMLImageElement | null> | null = null
  let wanted = { width: 0, height: 0 }
  const draw = async () => {
    const image = await (picture ??= load(svg))
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!image || !pen || stopped) return
    canvas.width = wanted.width
    canvas.height = wanted.height
    pen.drawImage(image, 0, 0, wanted.width, wanted.height)
  }
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    const { width, height } = entry.contentRect
    wanted = { width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) }
    if (wanted.width > 0 && wanted.height > 0) void draw()
  })
  let stopped = false
  observer.observe(canvas)
  return () => {
    stopped = true
    observer.disconnect()
  }
}

async function load(svg: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return image.decode().then(() => image, () => null)
}
