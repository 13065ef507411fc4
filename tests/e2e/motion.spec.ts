import { expect, type Page, test } from '@playwright/test'
import { Learner } from './learner.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Animations that really run: what is over after a blink is no movement. */
const moving = (page: Page) => page.evaluate(() => document.getAnimations()
  .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration ?? 0) > 1)
  .map((one) => (one.effect instanceof KeyframeEffect ? `${one.effect.target?.className} ${(one as CSSAnimation).animationName ?? ''}` : 'something')))
const expectStill = (page: Page) => expect.poll(() => moving(page), 'nothing moves').toEqual([])

test('with reduced motion nothing moves by itself: no animation on any screen, the trap as two pictures, nobody walking', async ({ page }) => {
  const ines = new Learner(page)
  await page.goto('/')
  await expectStill(page)
  await ines.startGame('Ines')
  await expect(page.locator('#stage canvas')).toBeVisible()
  await expect(page.getByText('Painting the hospital…')).toHaveCount(0)
  await expectStill(page)

  await test.step('people stand where they work: two pictures of the floor are the same', async () => {
    const stage = page.locator('#stage canvas')
    await expect.poll(async () => {
      const [before] = [await stage.screenshot()]
      await page.waitForTimeout(1200)
      return before.equals(await stage.screenshot())
    }, { message: 'the painted floor is still', intervals: [500] }).toBe(true)
  })

  await page.goto('/?map=0#/hospital')
  await ines.meet('Sister Joan Malik')
  await expectStill(page)
  await ines.listenUntil('Hear the brief')
  await ines.press('Hear the brief')
  // Nothing is typed letter by letter: every line is there at once.
  for (let line = 0; line < 9; line++) {
    await expect(page.locator('.dialogue-rest')).toHaveText('')
    if (line < 8) await ines.press('Next')
  }
  await ines.press("I'll help")
  await expectStill(page)
  await page.getByRole('navigation', { name: 'Cards' }).getByRole('button').nth(1).click()
  await expectStill(page)
  await page.getByRole('navigation', { name: 'Cards' }).getByRole('button').last().click()
  await ines.press('Go and practise')
  await ines.press('Skip the practice')
  await ines.expectStage('Build')
  await expectStill(page)
  expect(await ines.verify()).toBe('Not yet')
  await ines.expectTheTrap()
  await expectStill(page)
  await expect(ines.button('Watch it again')).toHaveCount(0)
  ines.expectNoProblems()
})
