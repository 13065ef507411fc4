import { expect, test } from '@playwright/test'
import { touch } from './hands.ts'
import { Learner } from './learner.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 })

test('on a phone by touch, from the title to gold, and nothing is wider than the screen', async ({ page }) => {
  const sita = new Learner(page, touch())
  const fits = () => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'nothing to scroll sideways').toBeLessThanOrEqual(0)
  await page.goto('/?map=0')
  await fits()
  await sita.startGame('Sita', '/?map=0')
  await fits()
  await sita.takeTheQuest()
  await sita.readAllCards()
  await fits()
  // On a phone the bench opens as a table by itself.
  await expect(page.getByRole('region', { name: 'Pipeline as a table' })).toBeVisible()
  await sita.practise(await sita.showTable())
  await fits()
  expect(await sita.verify()).toBe('Not yet')
  await sita.expectTheTrap()
  await fits()
  await sita.hand.press(sita.button('Back to the bench').first())
  await sita.askWhen(await sita.showTable())
  await fits()
  await sita.buildReference(await sita.showTable())
  expect(await sita.verify()).toBe('Gold')
  await sita.goToDebrief()
  await sita.expectComparison()
  await sita.finishQuest()
  await fits()
  await sita.backToTheFloor()
  await sita.expectTheHospitalAnswered()
  sita.expectNoProblems()
})
