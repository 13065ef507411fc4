/** A new version arrives while somebody plays: offered, taken when they say so, and nothing of the quest is lost. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { listenOn, staticServer } from '../../scripts/serve.mjs'
import { fillableDisk } from './full-disk.ts'
import { Learner } from './learner.ts'

const OFFERED = 'A new version of St Turing is ready.'
let folder = ''
let server: Server
let house = ''

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'st-turing-update-'))
  cpSync(process.env.E2E_DIST ?? 'dist', folder, { recursive: true })
  server = staticServer({ dir: folder })
  house = `http://localhost:${await listenOn(server, 0, 'localhost')}/?map=0`
})

test.afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  rmSync(folder, { recursive: true, force: true })
})

/** The second build: a page that says so, and a worker whose list names the new page. */
function publish(): void {
  const [page, worker] = [join(folder, 'index.html'), join(folder, 'sw.js')]
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><meta name="build" content="second">'))
  const list = readFileSync(worker, 'utf8')
  const changed = list.replace(/(url:"index\.html",revision:")\w+"/, '$1the-second-build"')
  expect(changed).not.toBe(list)
  writeFileSync(worker, changed)
}

/** What the game does by itself once an hour. */
const ask = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => {}))
const isSecond = (page: Page) => expect(page.locator('meta[name=build]'))

test('in the middle of a quest: taken, the page stands at the same step with the half-made graph, the last change included', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada', house)
  await ada.expectSaved()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.reload()
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await (await ada.showTable()).add('Calibrate')

  publish()
  await ask(page)
  await expect(page.getByText(OFFERED)).toBeVisible()
  await expect(page.getByText('Your quest stays exactly where it is.')).toBeVisible()
  await ada.press('Later')
  await expect(page.getByText(OFFERED)).toHaveCount(0)
  await isSecond(page).toHaveCount(0)
  await page.reload()
  // Not taken: the old one is still whole, and the new one is offered again.
  await isSecond(page).toHaveCount(0)
  await expect(page.getByText(OFFERED)).toBeVisible()

  // Taken before the pause after which the change would have been written.
  await (await ada.showTable()).add('Capacity')
  await ada.press('Take it now')
  await isSecond(page).toHaveCount(1)
  await ada.expectStage('Build')
  await ada.showTable()
  for (const block of ['Calibrate', 'Capacity']) await expect(page.getByRole('button', { name: new RegExp(`^\\d\\. ${block}`) })).toBeVisible()
  await expect(page.getByText(OFFERED)).toHaveCount(0)
  ada.expectNoProblems()
})

test('on a first visit, with a disk that has just become full: what would be lost is said, a file is offered, and it can be taken', async ({ page }) => {
  const fill = await fillableDisk(page)
  const ada = new Learner(page)
  await ada.skipToBuild('Ada', house)
  await ada.expectSaved()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  publish()
  await ask(page)
  await expect(page.getByText(OFFERED)).toBeVisible()
  await fill(true)
  await (await ada.showTable()).add('Calibrate')
  await expect(page.getByText('What is not saved yet would be lost: export a save first.')).toBeVisible()
  const coming = page.waitForEvent('download')
  await ada.hand.press(ada.button('Export a save').last())
  expect(readFileSync(await (await coming).path(), 'utf8')).toContain('ml.calibrate')
  await ada.press('Take it anyway')
  await isSecond(page).toHaveCount(1)
  await ada.expectStage('Build')
})
