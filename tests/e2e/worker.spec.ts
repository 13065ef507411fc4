import { expect, test } from '@playwright/test'
import { Learner } from './learner.ts'

/** A list of the data office's with the slowest model the bench allows. */
async function slowGraph(ada: Learner): Promise<void> {
  const table = await ada.showTable()
  await table.remove('Logistic regression')
  await table.add('Boosted trees')
  await table.join('Features', 'Boosted trees', 'features')
  await table.join('Boosted trees', 'Threshold', 'scores')
  const trees = await table.settings('Boosted trees')
  await trees.getByRole('textbox', { name: 'Number of trees' }).fill('300')
  await trees.getByRole('textbox', { name: 'Questions in a row' }).fill('6')
  const features = await table.settings('Features')
  // All columns but those that only name people.
  for (const box of await features.getByRole('checkbox').all()) {
    const words = await box.locator('xpath=ancestor::label').textContent()
    if (!/\b(pid|name)\b/.test(words ?? '')) await box.check()
  }
}

test('the heaviest graph can be stopped at once, at the bench and before the judge, and nothing is counted', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  await slowGraph(ada)

  for (const what of ['Run', 'Verify'] as const) {
    await ada.press(what)
    const stop = ada.button('Stop')
    await expect(stop).toBeVisible()
    // The page goes on drawing while the work is done elsewhere: how long its tasks are is measured by `npm run bench:quests`.
    await page.evaluate(() => new Promise<void>((drawn) => {
      let frames = 0
      const next = () => (++frames < 5 ? requestAnimationFrame(next) : drawn())
      requestAnimationFrame(next)
    }))
    await expect(stop).toBeVisible()
    await stop.click()
    await expect(page.getByText('Stopped. Nothing was counted.')).toBeVisible()
    await ada.expectStage('Build')
    await expect(ada.button('Verify')).toBeEnabled()
    await expect(page.getByText('40 runs left')).toBeVisible()
  }
  await ada.goToStage('Brief')
  await page.goto('/?map=0#/journal')
  await expect(page.getByText('Nothing judged yet.')).toBeVisible()
  ada.expectNoProblems()
})
