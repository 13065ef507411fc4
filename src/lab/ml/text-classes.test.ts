import { describe, expect, test } from 'vitest'
import { naiveBayes } from './naive-bayes.ts'
import { featuresOf } from './text-features.ts'
import { linearText } from './text-linear.ts'
import { tfIdf } from './tf-idf.ts'

describe('naive Bayes', () => {
  test('gives the chances of the worked example in Manning, Raghavan and Schütze (13.1): 0.0003 against 0.0001', () => {
    const classify = naiveBayes([
      { text: 'Chinese Beijing Chinese', label: 'china' }, { text: 'Chinese Chinese Shanghai', label: 'china' },
      { text: 'Chinese Macao', label: 'china' }, { text: 'Tokyo Japan Chinese', label: 'other' },
    ], 'words')
    // 3/4 * (3/7)^3 * 1/14 * 1/14 and 1/4 * (2/9)^3 * 2/9 * 2/9, made to add up to 1.
    const [china, other] = [(3 / 4) * (3 / 7) ** 3 / 14 / 14, (1 / 4) * (2 / 9) ** 5]
    const read = classify('Chinese Chinese Chinese Tokyo Japan')
    expect(read.get('china')).toBeCloseTo(china / (china + other), 10)
    expect(read.get('china')).toBeCloseTo(0.6898, 4)
  })

  test('falls back on how often a label comes where it knows no word, and has nothing to say without examples', () => {
    const classify = naiveBayes([{ text: 'park', label: 'a' }, { text: 'car', label: 'a' }, { text: 'dog', label: 'b' }], 'words')
    expect(classify('zebra').get('a')).toBeCloseTo(2 / 3, 10)
    expect(() => naiveBayes([], 'words')).toThrow('nothing to learn from')
  })
})

describe('TF-IDF', () => {
  test('weighs a word by ln((1 + n) / (1 + df)) + 1, and makes each row of length 1', () => {
    const { rowOf, size } = tfIdf(['the car', 'the dog'], 'words')
    const [the, car] = [1, Math.log(3 / 2) + 1]
    const length = Math.hypot(the, car)
    expect(size).toBe(3)
    expect(rowOf('the car').map(([, weight]) => weight)).toEqual([expect.closeTo(the / length, 10), expect.closeTo(car / length, 10)])
    expect(rowOf('zebra')).toEqual([])
  })
})

describe('the linear model', () => {
  const examples = ['where can I park', 'what does parking cost', 'is there a car park'].map((text) => ({ text, label: 'parking' }))
    .concat(['may I visit my wife', 'when do visits end', 'visiting hours please'].map((text) => ({ text, label: 'visiting' })))

  test('is undecided between two labels it saw as often, on a line of none of their words', () => {
    expect(Math.abs((linearText(examples, 'words')('zebra').get('parking') ?? 0) - 0.5)).toBeLessThan(0.1)
  })

  test('comes to the weights where the slope is nought: for two examples of one word each, (1 - p) / 2 = 0.002 w and p = 1 / (1 + exp(-2 w))', () => {
    // Solved by hand: w = 2.33, p = 0.991.
    expect(linearText([{ text: 'park', label: 'a' }, { text: 'dog', label: 'b' }], 'words')('park').get('a')).toBeCloseTo(0.991, 2)
  })

  test('with letters, knows a word with a slip of the finger that whole words do not know', () => {
    expect(linearText(examples, 'letters')('parkng').get('parking')).toBeGreaterThan(0.6)
    expect(linearText(examples, 'words')('parkng').get('parking')).toBeLessThan(0.55)
  })

  test('says the same for the same examples', () => {
    expect(linearText(examples, 'letters')('when may I park')).toEqual(linearText(examples, 'letters')('when may I park'))
  })
})

test('letters of a word are taken three and four at a time, with its ends', () => {
  expect([...featuresOf('car', 'letters').keys()]).toEqual(['car', '~_ca', '~car', '~ar_', '~_car', '~car_'])
})
