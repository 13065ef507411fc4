/** The painted hospital itself: who can be met on it, and what lies over it. */
import { expect, test } from '@playwright/test'
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
