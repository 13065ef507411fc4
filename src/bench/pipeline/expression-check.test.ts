import { expect, test } from 'vitest'
import { checkExpression } from './expression-check.ts'

const columns = [
  { name: 'diedInHosp', label: 'Died in hospital', kind: 'number' as const, availableAt: 'discharge' },
  { name: 'age', label: 'Age', kind: 'number' as const, availableAt: 'admission' },
]

test('an expression over known columns is fine', () => {
  expect(checkExpression('diedInHosp == 0 and age >= 18', columns)).toBeNull()
})

test('a misspelt column is named, with the one that was probably meant', () => {
  expect(checkExpression('diedinhosp == 0', columns)).toBe('There is no column "diedinhosp". Did you mean diedInHosp?')
  expect(checkExpression('weight > 80', columns)).toBe('There is no column "weight".')
})

test('what cannot be read is said in words and nothing is thrown', () => {
  for (const text of ['age >=', '((age', 'age ; alert(1)', '__proto__', 'constructor', '(((((((((((((((((((((((((((((((((age']) {
    expect(checkExpression(text, columns), text).toEqual(expect.any(String))
  }
})
