import { describe, expect, test } from 'vitest'
import { regexTrouble } from './regex-safety.ts'

describe('regular expressions of a quest', () => {
  test.each(['\\bDr\\.? [A-Z]\\w+', '(\\d{3})-(\\d{4})', '(?:Mr|Mrs|Dr) \\w+', '[a-z]+@[a-z]+', '^(?<year>\\d{4})-\\d\\d$', '(ab)?c+', 'a{2,4}b*', '[(+)]+', '\\(a+\\)+'])(
    '%s may run', (pattern) => expect(regexTrouble(pattern)).toBeNull(),
  )

  test.each([
    ['(a+)+$', /inside another/],
    ['^(\\w+\\s?)*$', /inside another/],
    ['((a*)b)*', /inside another/],
    ['(a|aa)+$', /choice/],
    ['(?:x+x+)+y', /inside another/],
    ['(a{1,})*', /inside another/],
    ['(.+)\\1', /refers back/],
    ['a{5000}', /more than 1000/],
    ['(unclosed', /not a regular expression/],
    ['x'.repeat(500), /more than 400/],
  ])('%.30s is refused', (pattern, words) => expect(regexTrouble(pattern)).toMatch(words))
})
