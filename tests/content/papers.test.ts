/** What the papers say must be so: names in prose go stale silently, and then mislead the next person. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Quest } from '../../src/core/quest/schema.ts'
import { allBlocks } from '../../src/lab/blocks/catalogue.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const PAPERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/trainer-guide.md', 'docs/quest-format.md']
const QUESTS = readdirSync('quests').map((name) => join('quests', name, 'quest.json')).filter((path) => existsSync(path))
const BYTES_OF_A_QUEST = 20_000

/** What "#this-heading" would be for every heading of a paper, as GitHub makes it. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'))
}

describe.each(PAPERS)('%s', (paper) => {
  const links = [...read(paper).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? '')

  test('leads only to places that are there', () => {
    for (const link of links.filter((one) => !one.startsWith('http'))) {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? paper : join(dirname(paper), file)
      expect(existsSync(target), `${link} in ${paper}`).toBe(true)
      if (anchor) expect(anchorsOf(target), `${link} in ${paper}`).toContain(anchor)
    }
  })

  test('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read(paper).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)
    for (const name of named) expect(Object.keys(scripts), `npm run ${name} in ${paper}`).toContain(name)
  })
})

test('ARCHITECTURE.md gives a reason for every dependency and names none that is gone', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const rows = [...read('ARCHITECTURE.md').matchAll(/^\| ([^|]+) \| [^|]{10,} \|$/gm)].flatMap(([, names = '']) => names.split(', '))
  const installed = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'))
  for (const name of installed) expect(rows, name).toContain(name)
})

test('docs/quest-format.md names every field of a quest and every block', () => {
  const text = read('docs/quest-format.md')
  const fields = Object.keys(Quest.shape).filter((field) => field !== '$schema')
  for (const field of fields) expect(text).toContain(`\`${field}\``)
  for (const { id } of allBlocks) expect(text).toContain(`\`${id}\``)
})

describe.each(QUESTS)('%s', (path) => {
  test('is small enough to fetch while somebody waits', () => {
    expect(gzipSync(read(path)).length).toBeLessThan(BYTES_OF_A_QUEST)
  })

  test('prints no fact that was written from memory', () => {
    const register = JSON.parse(read('quests/sources.json')) as Record<string, { title: string; address: string; status: string }>
    const { sources } = JSON.parse(read(path)) as { sources: string[] }
    for (const key of sources) {
      expect(register[key]?.status, key).toMatch(/^(seen|secondary)$/)
      expect(register[key]?.address, key).toMatch(/^https?:\/\//)
    }
  })
})
