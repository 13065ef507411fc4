import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { Learner } from './learner.ts'

type Look = (page: Page, where: string) => Promise<void>

/** Every screen and every stage, once, and `look` at each. */
async function tour(page: Page, look: Look, { table }: { table: boolean }): Promise<void> {
  const max = new Learner(page)
  await page.goto('/?map=0')
  await look(page, 'title')
  for (const dialog of ['Import a save', 'Credits']) {
    await max.press(dialog)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await look(page, dialog)
    await max.press('Close')
  }
  await max.press('New game')
  await expect(page.getByRole('heading', { name: 'Who are you today?' })).toBeVisible()
  await look(page, 'player')
  await max.press('Start my first shift')
  await expect(page.getByText('Please write a name')).toBeVisible()
  await look(page, 'player without a name')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Max')
  await max.press('Start my first shift')
  await expect(page.getByRole('heading', { name: 'St Turing Hospital' })).toBeVisible()
  await look(page, 'hospital, list')
  await max.press('Settings')
  for (const tab of ['Play', 'Sound', 'Keys', 'Save']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await look(page, `settings, ${tab}`)
  }
  await max.press('Close')
  await max.meet('Sister Joan Malik')
  await look(page, 'meeting')
  await max.listenUntil('Hear the brief')
  await max.press('Hear the brief')
  await look(page, 'brief')
  await max.listenUntil("I'll help")
  await look(page, 'brief, the last line')
  await max.press("I'll help")
  const cards = page.getByRole('navigation', { name: 'Cards' }).getByRole('button')
  await expect(cards.first()).toBeVisible()
  for (let card = 0; card < await cards.count(); card++) {
    await cards.nth(card).click()
    await look(page, `learn, card ${card + 1}`)
  }
  await max.press('Go and practise')
  await max.askForStep()
  await expect(max.step().getByRole('alert')).toBeVisible()
  await look(page, 'practise, a step that fails')
  await max.press('Skip the practice')
  await max.expectStage('Build')
  if (!table) {
    await max.showCanvas()
    await look(page, 'build, canvas')
    const bench = max.canvas({ draws: true })
    await bench.settings('Features')
    await look(page, 'build, canvas, settings')
    await (await bench.settings('Split')).getByRole('button', { name: 'Connect…' }).click()
    await look(page, 'build, connect dialog')
    await max.press('Close')
  }
  const rows = await max.showTable()
  await rows.settings('Features')
  await look(page, 'build, table')
  await max.run()
  for (const tab of ['Ranking', 'Calibration', 'Groups', 'What it leans on', 'On the list, or not', 'Spread', 'Rows']) {
    await page.getByRole('region', { name: 'Results' }).getByRole('tab', { name: tab }).click()
    await look(page, `build, results, ${tab}`)
  }
  await max.askWhen(rows)
  await look(page, 'build, results, Timeline')
  if (!table) {
    await max.showCanvas()
    await look(page, 'build, canvas after a run')
    await max.showTable()
  }
  await max.verify()
  await max.expectTheTrap()
  await look(page, 'verdict with the trap')
  await page.getByRole('button', { name: /^Open the chart/ }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'a chart')
  await max.press('Close')
  await max.hand.press(max.button('Back to the bench').first())
  await look(page, 'build, with a hint to read')
  await max.buildReference(await max.showTable())
  expect(await max.verify()).toBe('Gold')
  await look(page, 'verdict, gold')
  await max.button('Go to the debrief').first().click()
  await expect(page.getByRole('dialog', { name: 'A word before we go on' })).toBeVisible()
  await look(page, 'huddle')
  await page.keyboard.press('Escape')
  await max.goToDebrief()
  await max.expectComparison()
  await look(page, 'debrief')
  await max.finishQuest()
  await look(page, 'debrief, finished')
  await max.backToTheFloor()
  await look(page, 'hospital, after the quest')
  await max.press('Journal')
  await page.getByRole('button', { name: 'How it was built' }).first().click()
  await look(page, 'journal')
  await max.press('Certificate')
  await look(page, 'certificate')
}

test('axe finds nothing on any screen and stage, on a desk', async ({ page }) => {
  await tour(page, expectAccessible, { table: false })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('axe finds nothing on any screen and stage, and nothing is clipped', async ({ page }) => {
    await tour(page, async (...seen) => {
      await expectAccessible(...seen)
      await expectNothingClipped(...seen)
    }, { table: true })
  })
})

for (const [what, viewport] of [
  // What a window of 1280 px shows when its reader zooms to 200 %, with the largest text of the settings on top.
  ['at 200 %', { width: 640, height: 512 }],
  ['on the smallest phone with the largest words', { width: 320, height: 640 }],
] as const) {
  test.describe(what, () => {
    test.use({ viewport, deviceScaleFactor: 2 })
    test('no control is clipped and nothing scrolls sideways', async ({ page }) => {
      await page.goto('/?map=0')
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('radio', { name: 'Largest' }).check({ force: true })
      await page.getByRole('button', { name: 'Close' }).click()
      await expect(page.locator('html')).toHaveCSS('--text-scale', '1.5')
      await tour(page, expectNothingClipped, { table: true })
    })
  })
}
