/** What was recorded of people: pictures and traces, with what is written about each. */
import type { Table, Work } from './ports.ts'

/** A picture once it is drawn. Grey (one byte a pixel) or RGB (three), row by row. */
export interface Drawing {
  width: number
  height: number
  channels: 1 | 3
  pixels: Uint8ClampedArray
  /** Where the findings are, in pixels, the most telling first. */
  marks: readonly { x: number; y: number; w: number; h: number; label: string }[]
}

/** Pictures: a row of the table for each. Pixels are drawn only for those that somebody looks at. */
export interface Images {
  type: 'Images'
  /** What they show, e.g. "retina". A block made for one subject refuses another in words. */
  subject: string
  /** What is written about each picture; its label, where there is one, is the truth about that picture. */
  table: Table
  /** Always the same picture for the same row. `size` in pixels of the longer side. */
  draw(row: number, size?: number): Drawing
  work?: Work
}

/** Traces: a row of the table for each strip. */
export interface Signal {
  type: 'Signal'
  /** What was measured, e.g. "ecg". A block made for one subject refuses another in words. */
  subject: string
  /** Samples a second. */
  rate: number
  /** What is written about each strip. */
  table: Table
  /** Millivolts, strip by strip. */
  traces: readonly Float32Array[]
  /** As the electrodes gave them, where `traces` have been through a filter. */
  raw?: readonly Float32Array[]
}

/** Stretches of a trace with the beats that were found in each. */
export interface Windows {
  type: 'Windows'
  signal: Signal
  /** What is written about each stretch, and what was measured on it since. */
  table: Table
  /** Seconds from the start of the stretch, rising, stretch by stretch. */
  beats: readonly Float64Array[]
}
