import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from './built.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'st-turing-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A file of the house, written so many seconds after midnight. */
const written = (path: string, seconds: number) => {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, seconds, seconds)
}

test('what was never built is stale', () => {
  expect(isStale({ root })).toBe(true)
})

test('a build is stale once one of its sources is younger, however deep it lies', () => {
  written('dist/index.html', 100)
  written('src/lab/blocks/table/query.ts', 90)
  expect(isStale({ root })).toBe(false)
  written('src/lab/blocks/table/query.ts', 110)
  expect(isStale({ root })).toBe(true)
})

test('what the game is not built from asks for no build', () => {
  written('dist/index.html', 100)
  for (const path of ['docs/quest-format.md', 'tests/e2e/play.spec.ts', 'dist/assets/title.js']) written(path, 110)
  expect(isStale({ root })).toBe(false)
})

test('nor does the file that is played from where it lies; another one beside it does', () => {
  written('dist/index.html', 100)
  written('quests/ward-seven/quest.json', 110)
  expect(isStale({ root, except: join(root, 'quests/ward-seven/quest.json') })).toBe(false)
  written('quests/ward-eight/quest.json', 110)
  expect(isStale({ root, except: join(root, 'quests/ward-seven/quest.json') })).toBe(true)
})
