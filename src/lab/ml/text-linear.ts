import { chancesOf, type LabelledText, type TextClassifier, type TextReading } from './text-features.ts'
import { tfIdf, type SparseRow } from './tf-idf.ts'

/** Steps of descent, their length, and how strongly weights are held small: set by hand for a few hundred short lines. */
const STEPS = 160
const RATE = 4
const HOLD = 0.002

/**
 * Multinomial logistic regression over TF-IDF, by plain gradient descent on the mean log loss with an L2 penalty. Starts from nought,
 * so the same examples give the same weights.
 * @throws Error without examples
 */
export function linearText(examples: readonly LabelledText[], reading: TextReading): TextClassifier {
  if (examples.length === 0) throw new Error('a linear model has nothing to learn from')
  const labels = [...new Set(examples.map(({ label }) => label))]
  const space = tfIdf(examples.map(({ text }) => text), reading)
  const rows = examples.map(({ text }) => space.rowOf(text))
  const wanted = examples.map(({ label }) => labels.indexOf(label))
  const weights = labels.map(() => new Float64Array(space.size))
  const bias = new Float64Array(labels.length)
  for (let step = 0; step < STEPS; step++) {
    const slopes = labels.map(() => new Float64Array(space.size))
    const biasSlopes = new Float64Array(labels.length)
    rows.forEach((row, at) => {
      chancesOf(logsOf(row, weights, bias)).forEach((chance, label) => {
        const off = (chance - (label === wanted[at] ? 1 : 0)) / rows.length
        biasSlopes[label] = (biasSlopes[label] as number) + off
        const slope = slopes[label] as Float64Array
        for (const [index, weight] of row) slope[index] = (slope[index] as number) + off * weight
      })
    })
    labels.forEach((_, label) => {
      const [own, slope] = [weights[label] as Float64Array, slopes[label] as Float64Array]
      for (let index = 0; index < own.length; index++) own[index] = (own[index] as number) - RATE * ((slope[index] as number) + HOLD * (own[index] as number))
      bias[label] = (bias[label] as number) - RATE * (biasSlopes[label] as number)
    })
  }
  return (text) => {
    const chances = chancesOf(logsOf(space.rowOf(text), weights, bias))
    return new Map(labels.map((label, at) => [label, chances[at] as number]))
  }
}

function logsOf(row: SparseRow, weights: readonly Float64Array[], bias: Float64Array): number[] {
  return weights.map((own, label) => row.reduce((sum, [index, weight]) => sum + weight * (own[index] as number), bias[label] as number))
}
