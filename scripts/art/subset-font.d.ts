declare module 'subset-font' {
  /** Keeps only the glyphs of `text`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2'
      variationAxes?: Record<string, number | { min?: number; max?: number; default?: number }>
    },
  ): Promise<Buffer>
}
