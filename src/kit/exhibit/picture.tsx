import { useState } from 'react'
import { Button } from '../button.tsx'
import { MarkList, PictureBoxes, PictureCanvas } from './picture-parts.tsx'
import { PictureViewer } from './picture-viewer.tsx'
import type { PictureData } from './picture-pixels.ts'

/** A synthetic picture drawn from its pixels, with boxes over it; each box is named in the list below. Opens large. */
export function Picture({ picture }: { picture: PictureData }) {
  const [close, setClose] = useState(false)
  const { width, height, marks = [], caption } = picture
  return (
    <>
      <div className="exhibit-picture" style={{ aspectRatio: `${width} / ${height}` }}>
        <PictureCanvas picture={picture} />
        <PictureBoxes picture={picture} />
      </div>
      {marks.length > 0 && <MarkList picture={picture} />}
      <div><Button small icon="expand" aria-label={`Look closer: ${caption}`} onClick={() => setClose(true)}>Look closer</Button></div>
      {close && <PictureViewer picture={picture} onClose={() => setClose(false)} />}
    </>
  )
}
