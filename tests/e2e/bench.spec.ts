/** The bench in a real browser: by mouse, by keys alone, as a table on a phone; axe in every state. Builds and serves its own harness. */
import { expect, test, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview, type PreviewServer } from 'vite'
import { violations } from './axe.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let server: PreviewServer
let outDir = ''
let base = ''

test.use({ viewport: { width: 1440, height: 900 } })

// Built, not served from source: what is tested is what ships, and a cold dependency cache cannot disturb it.
test.beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'bench-harness-'))
  const shared = { root, configFile: false as const, logLevel: 'error' as const }
  await build({
    ...shared, base: './', plugins: [react()], publicDir: false,
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, 'tests/kit/bench-harness.html') } },
  })
  server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('the harness has no port')
  base = `http://localhost:${address.port}/tests/kit/bench-harness.html`
})

test.afterAll(async () => {
  await server.close()
  await rm(outDir, { recursive: true, force: true })
})

async function open(page: Page, query: string): Promise<void> {
  await page.goto(base + query, { waitUntil: 'networkidle' })
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
}

const graph = (page: Page) => page.evaluate(() => (window as unknown as { solution: { graph: { nodes: { id: string; at: number[] }[]; edges: string[][] } } }).solution.graph)
const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
const port = (page: Page, id: string, side: 'source' | 'target') => node(page, id).locator(`.react-flow__handle.${side}`)

test('by keys alone: add, connect, set, move, undo, remove', async ({ page }) => {
  await open(page, '?stage=practice')
  await page.getByRole('button', { name: /^Label\b/ }).press('Enter')
  expect((await graph(page)).nodes.map((n) => n.id)).toEqual(['src', 'out', 'label'])

  await expect(node(page, 'label')).toBeVisible()
  await node(page, 'src').focus()
  await page.keyboard.press('Tab')
  await expect(node(page, 'label')).toBeFocused()
  await page.keyboard.press('c')
  await page.getByRole('dialog').getByRole('button', { name: 'Discharges · Stays' }).press('Enter')
  expect((await graph(page)).edges).toEqual([['src.table', 'label.table']])
  await expect(page.getByRole('status').filter({ hasText: 'Discharges now goes into Label.' })).toHaveCount(1)

  await node(page, 'label').focus()
  const before = (await graph(page)).nodes.find((n) => n.id === 'label')?.at
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect((await graph(page)).nodes.find((n) => n.id === 'label')?.at).not.toEqual(before)
  await page.keyboard.press('Control+z')
  expect((await graph(page)).nodes.find((n) => n.id === 'label')?.at).toEqual(before)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Label', level: 3 })).toBeFocused()

  await node(page, 'label').focus()
  await page.keyboard.press('Delete')
  expect((await graph(page)).nodes.map((n) => n.id)).toEqual(['src', 'out'])
  await expect(node(page, 'src')).toBeFocused()
  await page.keyboard.press('Delete')
  expect((await graph(page)).nodes).toHaveLength(2)
  await page.keyboard.press('Control+z')
  expect((await graph(page)).edges).toEqual([['src.table', 'label.table']])
  await page.keyboard.press('Control+Shift+z')
  expect((await graph(page)).edges).toEqual([])
})

test('by keys alone: two blocks of three, copied, pasted, arranged; walking on leaves what was chosen', async ({ page }) => {
  await open(page, '')
  const chosen = page.locator('.react-flow__node.selected')
  await node(page, 'lab').focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(chosen).toHaveCount(1)
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(chosen).toHaveCount(1)
  await page.keyboard.press('Space')
  await expect(chosen).toHaveCount(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(chosen).toHaveCount(3)
  await page.keyboard.press('Space')
  await expect(chosen).toHaveCount(2)

  const { nodes } = await graph(page)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  expect((await graph(page)).nodes).toHaveLength(nodes.length + 2)
  await page.keyboard.press('Control+z')
  expect((await graph(page)).nodes).toHaveLength(nodes.length)

  await page.getByRole('button', { name: 'Arrange the blocks' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Blocks arranged from left to right.' })).toHaveCount(1)
  const places = new Map((await graph(page)).nodes.map(({ id, at }) => [id, at[0]!]))
  for (const [from, to] of (await graph(page)).edges) expect(places.get(from!.split('.')[0]!)).toBeLessThan(places.get(to!.split('.')[0]!)!)
})

test('a wire of the wrong type is refused in words, a taken input is offered', async ({ page }) => {
  await open(page, '')
  await port(page, 'mod', 'source').dragTo(port(page, 'spl', 'target'))
  await expect(page.getByRole('status').filter({ hasText: 'Logistic regression gives points or risks; Split needs a table of rows.' })).toHaveCount(1)
  const edges = (await graph(page)).edges
  await port(page, 'src', 'source').dragTo(port(page, 'spl', 'target'))
  await expect(page.getByRole('button', { name: 'Replace' })).toBeFocused()
  expect((await graph(page)).edges).toEqual(edges)
  await page.keyboard.press('Enter')
  expect((await graph(page)).edges).toContainEqual(['src.table', 'spl.table'])
  expect((await graph(page)).edges).not.toContainEqual(['lab.table', 'spl.table'])
})

test('a block is dragged from the palette to where it is dropped', async ({ page }) => {
  await open(page, '?stage=practice')
  await page.locator('.bench-block').filter({ hasText: 'LACE' }).dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 500, y: 60 } })
  expect((await graph(page)).nodes.map((n) => n.id)).toContain('lace')
})

test('a run lights the blocks in order, and stops at once', async ({ page }) => {
  await open(page, '?step=400')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.locator('.bench-node-running')).toHaveCount(1)
  await expect(page.getByRole('progressbar', { name: 'Progress of the run' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.locator('.bench-node-running')).toHaveCount(0)
  await expect(page.getByText('39 runs left')).toBeVisible()
})

test('on a phone the table does everything', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '?stage=practice')
  await page.getByLabel('Add a block').selectOption('table.label')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByLabel('Input: table').selectOption({ label: 'Discharges · Stays' })
  expect((await graph(page)).edges).toEqual([['src.table', 'label.table']])
  await page.getByLabel('Yes when').fill('readmit31')
  await expect(page.getByText('There is no column "readmit31". Did you mean readmit30?')).toBeVisible()
  await page.getByLabel('Input: table').selectOption('')
  expect((await graph(page)).edges).toEqual([])
  await page.getByRole('button', { name: 'Remove Label' }).click()
  await expect.poll(async () => (await graph(page)).nodes.length).toBe(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('axe finds nothing, in any state', async ({ page }) => {
  await open(page, '?ran')
  expect(await violations(page), 'canvas with results').toEqual([])
  await node(page, 'fea').click()
  expect(await violations(page), 'settings with columns').toEqual([])
  await node(page, 'fea').press('c')
  expect(await violations(page), 'connect dialog').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  expect(await violations(page), 'table').toEqual([])
  for (const tab of ['Calibration', 'Timeline', 'Groups', 'What it leans on', 'On the list, or not', 'Spread', 'Rows']) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await violations(page), tab).toEqual([])
  }
})
