/** What the papers say must be so: names in prose go stale silently, and then mislead the next person. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { referenceText } from '../../src/cli/reference.ts'
import { ARTEFACT_NAMES, ARTEFACTS } from '../../src/core/artefacts/shapes.ts'
import { Quest } from '../../src/core/quest/schema.ts'
import { Widget } from '../../src/core/quest/widgets.ts'
import { DEPARTMENTS, STAFF } from '../../src/core/staff.ts'
import { allBlocks } from '../../src/lab/blocks/catalogue.ts'
import { allGenerators } from '../../src/lab/data/generators.ts'
import { allHarnesses } from '../../src/lab/harness/harnesses.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const PAPERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/trainer-guide.md', 'docs/quest-format.md', 'docs/quest-reference.md']
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

test('docs/quest-format.md shows every artefact, with an example that can be read', () => {
  const text = read('docs/quest-format.md')
  for (const name of ARTEFACT_NAMES) {
    const section = new RegExp(`^## .*the artefacts? .*\\\`${name}\\\`.*$([\\s\\S]*?)(?=^## )`, 'm').exec(`${text}\n## `)?.[1]
    expect(section, name).toBeDefined()
    const examples = [...(section ?? '').matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>)
    const shown = examples.find((example) => Object.hasOwn(example, name))
    expect(shown, `an example of ${name}`).toBeDefined()
    expect(ARTEFACTS[name].read(shown?.[name])).toMatchObject({ ok: true })
  }
})

describe('docs/quest-reference.md', () => {
  const text = read('docs/quest-reference.md')

  test('is what the code says: run "npm run -s quest -- docs" when this fails', () => {
    expect(text).toBe(referenceText())
  })

  test('names every generator, harness, block, widget and artefact with all they take', () => {
    const named = (name: string) => expect(text).toContain(`\`${name}\``)
    for (const { id, params, schema } of allGenerators) [id, ...Object.keys(params.shape), ...schema.map((column) => column.name)].forEach(named)
    for (const { id, metrics } of allHarnesses) [id, ...Object.keys(metrics)].forEach(named)
    for (const { id, params, inputs, outputs } of allBlocks) [id, ...Object.keys(params.shape), ...[...inputs, ...outputs].map((port) => port.name)].forEach(named)
    for (const { shape } of Widget.options) [shape.id.value, ...Object.keys(shape.params.shape)].forEach(named)
    for (const name of ARTEFACT_NAMES) named(name)
    for (const { id } of [...DEPARTMENTS, ...STAFF]) named(id)
  })
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
