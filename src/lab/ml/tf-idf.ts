import { featuresOf, type TextReading } from './text-features.ts'

/** A line as numbers: index of a feature, and its weight. */
export type SparseRow = readonly (readonly [index: number, weight: number])[]

export interface TfIdf {
  size: number
  /** Features that the texts it was made from do not hold are left out; a line of none of them is empty. */
  rowOf(text: string): SparseRow
}

/**
 * Term frequency times inverse document frequency, each row of length 1: idf = ln((1 + n) / (1 + df)) + 1, the smoothed form that
 * scikit-learn documents for TfidfTransformer.
 */
export function tfIdf(texts: readonly string[], reading: TextReading): TfIdf {
  const rows = texts.map((text) => featuresOf(text, reading))
  const seen = new Map<string, number>()
  for (const row of rows) for (const feature of row.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const known = new Map([...seen].map(([feature, df], index) => [feature, { index, idf: Math.log((1 + rows.length) / (1 + df)) + 1 }]))
  return {
    size: known.size,
    rowOf(text) {
      const weighed = [...featuresOf(text, reading)].flatMap(([feature, n]) => {
        const at = known.get(feature)
        return at ? [[at.index, n * at.idf] as const] : []
      })
      const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0))
      return weighed.map(([index, weight]) => [index, weight / length] as const)
    },
  }
}
