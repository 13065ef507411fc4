import { chancesOf, featuresOf, type LabelledText, type TextClassifier, type TextReading } from './text-features.ts'

/** Added to every count, so that a word that was never seen with a label does not rule it out (Laplace). */
const ADDED = 1

/**
 * Multinomial naive Bayes with Laplace smoothing, as in Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008),
 * figure 13.2: prior = share of examples, P(feature | label) = (count + 1) / (all counts of the label + size of the vocabulary).
 * A feature that no example holds says nothing.
 * @throws Error without examples
 */
export function naiveBayes(examples: readonly LabelledText[], reading: TextReading): TextClassifier {
  if (examples.length === 0) throw new Error('naive Bayes has nothing to learn from')
  const labels = [...new Set(examples.map(({ label }) => label))]
  const vocabulary = new Set<string>()
  const counts = new Map(labels.map((label) => [label, { examples: 0, all: 0, of: new Map<string, number>() }]))
  for (const { text, label } of examples) {
    const mine = counts.get(label)
    if (!mine) continue
    mine.examples += 1
    for (const [feature, n] of featuresOf(text, reading)) {
      vocabulary.add(feature)
      mine.all += n
      mine.of.set(feature, (mine.of.get(feature) ?? 0) + n)
    }
  }
  return (text) => {
    const features = [...featuresOf(text, reading)].filter(([feature]) => vocabulary.has(feature))
    const logs = labels.map((label) => {
      const mine = counts.get(label)
      if (!mine) return Number.NEGATIVE_INFINITY
      const below = mine.all + ADDED * vocabulary.size
      return features.reduce((sum, [feature, n]) => sum + n * Math.log(((mine.of.get(feature) ?? 0) + ADDED) / below), Math.log(mine.examples / examples.length))
    })
    const chances = chancesOf(logs)
    return new Map(labels.map((label, at) => [label, chances[at] as number]))
  }
}
