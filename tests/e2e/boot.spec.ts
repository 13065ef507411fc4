import { expect, type Page, test } from '@playwright/test'
import { listenOn, staticServer } from '../../scripts/serve.mjs'

test('the title is painted before any script has arrived', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'St Turing' })).toBeVisible()
  await expect(page.locator('.title-art img')).toBeVisible()
})

test('from the title into the hospital, and back with the browser', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto('/')
  await page.getByRole('button', { name: 'New game' }).click()
  await expect(page).toHaveURL(/#\/player$/)
  await page.getByRole('textbox').first().fill('Ada')
  await page.getByRole('textbox').first().press('Enter')
  await expect(page).toHaveURL(/#\/hospital$/)
  await expect(page.getByText('Sister Joan Malik').first()).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/#\/player$/)
  await page.reload()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /Continue/ })).toContainText('Ada')
  expect(problems).toEqual([])
})

test('an address that does not exist leads to the title', async ({ page }) => {
  await page.goto('/#/nowhere')
  await expect(page.getByRole('button', { name: 'New game' })).toBeVisible()
})

/** Files that had come over the line when the mark was set: name and bytes as they travelled (pictures in data: are none). */
async function fetchedUntil(page: Page, mark: string): Promise<{ name: string; bytes: number }[]> {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark)
  return page.evaluate((name) => {
    const until = performance.getEntriesByName(name)[0]?.startTime ?? 0
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[]
    return entries
      .filter((entry) => entry.responseEnd <= until && entry.name.startsWith('http'))
      .map((entry) => ({ name: new URL(entry.name).pathname, bytes: entry.encodedBodySize }))
  }, mark)
}

test('until one can walk: at most 520 kB gzip in at most 14 requests', async ({ page }) => {
  // Whoever serves the game need not know brotli.
  const server = staticServer({ dir: process.env.E2E_DIST ?? 'dist', encodings: ['gzip'] })
  const port = await listenOn(server, 4392, 'localhost')
  await page.goto(`http://localhost:${port}/`)
  await page.getByRole('button', { name: 'New game' }).click()
  await page.getByRole('textbox').first().fill('Ada')
  await page.getByRole('textbox').first().press('Enter')
  const files = await fetchedUntil(page, 'first-walkable')
  const seen = JSON.stringify(files, null, 1)
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0), seen).toBeLessThanOrEqual(520_000)
  expect(files.length, seen).toBeLessThanOrEqual(14)
  server.close()
})
