/** The list of examples is how a trainer finds the one to copy: nothing is left out of it, and every link leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const list = readFileSync('docs/examples.md', 'utf8')
const links = [...list.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)

test.each(readdirSync('docs/examples'))('%s is on the list, under the title it has in the game', (name) => {
  const { title } = JSON.parse(readFileSync(`docs/examples/${name}/quest.json`, 'utf8')) as { title: string }
  expect(list).toContain(`[${title}](examples/${name}/quest.json)`)
})

test.each(readdirSync('docs/from-json'))('from-json/%s is linked from an example', (page) => {
  expect(links).toContain(`from-json/${page}`)
})

test('every link leads to a file', () => {
  expect(links.filter((to) => !existsSync(join('docs', to)))).toEqual([])
})
