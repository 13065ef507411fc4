/** The painted hospital itself: who can be met on it, and what lies over it. */
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { Learner } from './learner.ts'

const painted = async ({ page }: Learner) => {
  await expect(page.locator('#stage canvas')).toBeVisible()
  await expect(page.getByText('Painting the hospital…')).toHaveCount(0)
}

test('the player walks up to whoever is chosen in the list, and the cards over the map pass axe', async ({ page }) => {
  const max = new Learner(page)
  await max.startGame('Max')
  await painted(max)
  await expectAccessible(page, 'hospital, map')
  await max.meet('Rosa Lind')
  await expectAccessible(page, 'meeting over the map')
  await page.keyboard.press('Escape')
  await expect(max.dialogue('Rosa Lind')).toHaveCount(0)
  for (const zoom of ['Zoom in', 'Zoom out', 'Whole floor']) await max.press(zoom)
  await max.press('List only')
  await expect(page.locator('#stage canvas')).toHaveCount(0)
  await max.press('Show the painted hospital')
  await painted(max)
  max.expectNoProblems()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('the map with its cards passes axe, and nothing is clipped', async ({ page }) => {
    const sita = new Learner(page)
    await sita.startGame('Sita')
    await painted(sita)
    await expectAccessible(page, 'hospital, map')
    await expectNothingClipped(page, 'hospital, map')
    await sita.press('People and places')
    await expectAccessible(page, 'list over the map')
    await sita.meet('Rosa Lind')
    await expectAccessible(page, 'meeting over the map')
    await expectNothingClipped(page, 'meeting over the map')
    sita.expectNoProblems()
  })
})

/** What the stage hangs on its parent with ?debug: where people are seen, and where the player stands. */
interface DebugStage {
  seenAt(person: string): { x: number; y: number } | null
  awake: boolean
  learner: { walker: { x: number; y: number } }
}

const seen = (page: Page, person: string) => page.evaluate((who) => (document.getElementById('stage') as unknown as { stage: DebugStage }).stage.seenAt(who)!, person)
const standing = (page: Page) => page.evaluate(() => {
  const { x, y } = (document.getElementById('stage') as unknown as { stage: DebugStage }).stage.learner.walker
  return { x, y }
})
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)
/** Two people whose distance on the screen tells the zoom. */
const spread = async (page: Page) => apart(await seen(page, 'rosa-lind'), await seen(page, 'joan-malik'))

test('with the hand on the floor: click to walk and to meet, letters to walk, wheel and trackpad to zoom, drag to look about', async ({ page }) => {
  const max = new Learner(page)
  await max.startGame('Max', '/?debug')
  await painted(max)

  await test.step('a click on a person walks up to them', async () => {
    const rosa = await seen(page, 'rosa-lind')
    await page.mouse.click(rosa.x, rosa.y)
    await expect(max.dialogue('Rosa Lind')).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('a held letter walks, and a released one stops', async () => {
    const before = await standing(page)
    await page.keyboard.down('s')
    await expect.poll(async () => apart(await standing(page), before)).toBeGreaterThan(0.5)
    await page.keyboard.up('s')
    let last = before
    await expect.poll(async () => {
      const moved = apart(await standing(page), last)
      last = await standing(page)
      return moved
    }).toBe(0)
  })
  await test.step('a click on the floor walks there', async () => {
    const [before, rosa] = [await standing(page), await seen(page, 'rosa-lind')]
    await page.mouse.click(rosa.x - 60, rosa.y + 70)
    await expect.poll(async () => apart(await standing(page), before)).toBeGreaterThan(0.3)
  })
  await test.step('the wheel zooms in', async () => {
    const rosa = await seen(page, 'rosa-lind')
    const before = await spread(page)
    await page.mouse.move(rosa.x, rosa.y)
    await page.mouse.wheel(0, -200)
    await expect.poll(() => spread(page)).toBeGreaterThan(before * 1.2)
  })
  await test.step('a drag moves the floor under the hand', async () => {
    // The camera has come to rest.
    let last = await seen(page, 'rosa-lind')
    await expect.poll(async () => {
      const moved = apart(await seen(page, 'rosa-lind'), last)
      last = await seen(page, 'rosa-lind')
      return moved
    }).toBe(0)
    const from = last
    await page.mouse.move(480, 520)
    await page.mouse.down()
    await page.mouse.move(520, 540, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => apart(await seen(page, 'rosa-lind'), from)).toBeGreaterThan(20)
  })
  await test.step('a pinch on the trackpad zooms out again', async () => {
    const before = await spread(page)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, 40)
    await page.keyboard.up('Control')
    await expect.poll(() => spread(page)).toBeLessThan(before * 0.8)
  })
  max.expectNoProblems()
})

for (const density of [2, 3]) {
  test.describe(`on a screen of ${density} pixels for one`, () => {
    test.use({ viewport: { width: 360, height: 420 }, deviceScaleFactor: density })
    test('the floor is painted with every one of them', async ({ page }) => {
      const mo = new Learner(page)
      await mo.startGame('Mo')
      await painted(mo)
      const canvas = page.locator('#stage canvas')
      expect(await canvas.evaluate((one: HTMLCanvasElement) => [one.width / one.clientWidth, one.height / one.clientHeight])).toEqual([density, density])
      mo.expectNoProblems()
    })
  })
}
