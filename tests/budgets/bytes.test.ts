import { describe, expect, test } from 'vitest'
import { chunkOf, distFiles, entryChunk, filesOf, groupChunk, gzipAll, gzipOf, isBuilt, textOf } from './built.ts'

const kB = 1000
const ATLAS = /^assets\/(near|far)-\d+-[\w-]+\.webp$/
const scripts = (files: Iterable<string>) => [...files].filter((file) => file.endsWith('.js'))

test('the game has been built: "npm run build" comes before the byte budgets', () => {
  expect(isBuilt).toBe(true)
})

describe.runIf(isBuilt)('bytes, gzip', () => {
  test('the page that paints the title before any script: 25 kB', () => {
    expect(gzipOf('index.html')).toBeLessThanOrEqual(25 * kB)
    const page = textOf('index.html')
    expect(page).toMatch(/<style>[^<]*\.title-card/)
    expect(page.indexOf('<h1>St Turing')).toBeGreaterThan(0)
    expect(page).toMatch(/class="title-art"[^>]*><img [^>]*src="data:image\/avif/)
  })

  test('JS until the title is usable: 110 kB, without Phaser', () => {
    const js = scripts(filesOf(entryChunk()))
    expect(gzipAll(js)).toBeLessThanOrEqual(110 * kB)
    expect(js.filter((file) => textOf(file).includes('WebGLRenderer'))).toEqual([])
  })

  test('the custom Phaser: 200 kB', () => {
    const stage = scripts(filesOf(chunkOf('scenes/hospital/stage.ts')))
    const phaser = stage.filter((file) => /WebGLRenderer/.test(textOf(file)))
    expect(phaser.length).toBeGreaterThan(0)
    expect(gzipAll(phaser)).toBeLessThanOrEqual(200 * kB)
  })

  test('fonts: 40 kB', () => {
    const fonts = distFiles(/\.woff2$/)
    expect(fonts.length).toBeGreaterThan(0)
    expect(gzipAll(fonts)).toBeLessThanOrEqual(40 * kB)
  })

  test('all atlas pages: 480 kB', () => {
    const pages = distFiles(ATLAS)
    expect(pages.length).toBeGreaterThan(0)
    expect(gzipAll(pages)).toBeLessThanOrEqual(480 * kB)
  })

  test('the whole floor: 1.0 MB', () => {
    const code = [...filesOf(chunkOf('scenes/hospital/stage.ts')), ...distFiles(/^assets\/floor-[\w-]+\.(js|css)$/)]
    const pictures = distFiles(/^assets\/[^/]+\.webp$/)
    expect(pictures.length).toBeGreaterThan(4)
    const all = new Set(['index.html', ...filesOf(entryChunk()), ...code, ...pictures, ...distFiles(/\.woff2$/)])
    expect(gzipAll(all)).toBeLessThanOrEqual(1000 * kB)
  })

  test.each(['annotate', 'board', 'mapping', 'ops', 'pipeline', 'prompt', 'rules'])('the %s bench: 60 kB beyond the libraries, and not before it is opened', (kind) => {
    const bench = chunkOf(`src/bench/${kind}/${kind}-bench.tsx`)
    expect(gzipAll([bench.file, ...(bench.css ?? [])])).toBeLessThanOrEqual(60 * kB)
    for (const earlier of [entryChunk(), groupChunk('floor'), groupChunk('quest')]) {
      expect([...filesOf(earlier)]).not.toContain(bench.file)
    }
  })

  test('the service worker keeps nothing that is not there, and everything that is needed offline', () => {
    const worker = textOf('sw.js')
    const listed = [...worker.matchAll(/url:"([^"]+)"/g)].map((match) => match[1] ?? '')
    const built = new Set(distFiles(/\.\w+$/).map((file) => file.replaceAll('\\', '/')))
    expect(listed.filter((file) => !built.has(file))).toEqual([])
    const needed = distFiles(/\.(js|css|woff2|webp|json)$/).filter((file) => !/^(sw|workbox-\w+)\.js$|^\.vite/.test(file))
    expect(needed.filter((file) => !listed.includes(file.replaceAll('\\', '/')))).toEqual([])
  })
})
