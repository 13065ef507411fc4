/** The baked floor of a place as `npm run art` writes it down beside its pictures, and as the scene lays it. */

/** A strip of a picture, in its pixels. An isometric floor fills half of its rectangle; painting the empty half costs as much as the other. */
export interface Band {
  top: number
  height: number
  /** From the first pixel that shows to after the last; both 0 when nothing does. */
  left: number
  right: number
  /** The run without a hole or a veil: nothing below it can be seen. Both 0 when there is none. */
  solidLeft: number
  solidRight: number
}

export interface FloorChunk {
  file: string
  /** Map pixels. */
  x: number
  y: number
  w: number
  h: number
  bands: readonly Band[]
}
