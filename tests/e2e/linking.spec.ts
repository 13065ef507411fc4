/** Two charts, one patient: a list of small records is worked with the keyboard alone, and wrongly merged people are read side by side. */
import { expect, test } from '@playwright/test'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { tableBench } from './bench.ts'
import { playing } from './example.ts'
import { keyboard } from './hands.ts'
import { Learner } from './learner.ts'

test('passes are added and set by keyboard, and twins in one chart stand side by side', async ({ page }) => {
  await playing('patient-matching', async (address) => {
    const ada = new Learner(page, keyboard(page))
    const { hand } = ada
    await ada.beginOwnQuest(address)
    await ada.listenUntil('Go and practise')
    await ada.press('Go and practise')
    await ada.expectStage('Practise')

    await test.step('a second pass finds more pairs', async () => {
      await ada.press('Table')
      await ada.press('Run')
      const bench = tableBench(page, hand)
      await expect(page.getByText(/pairs to compare, of/).first()).toBeVisible()
      const before = await page.getByText(/pairs to compare, of/).first().textContent()
      const blocking = await bench.settings('Blocking')
      await hand.press(blocking.getByRole('button', { name: 'Add a pass' }))
      await hand.choose(blocking.getByRole('combobox', { name: 'Column', exact: true }), 'Telephone (phone)')
      await hand.choose(blocking.getByRole('combobox', { name: 'Compare' }).first(), 'Digits only')
      await expect(blocking.getByRole('button', { name: 'Telephone · Digits', exact: true })).toHaveAttribute('aria-expanded', 'true')
      await expectAccessible(page, 'two passes on the bench')
      await expectNothingClipped(page, 'two passes on the bench')
      await ada.press('Run')
      await expect(page.getByText(/pairs to compare, of/).first()).not.toHaveText(before ?? '')
      await hand.press(blocking.getByRole('button', { name: /^Take away pass 2: Telephone/ }))
      await expect(blocking.getByRole('button', { name: /^Take away pass/ })).toHaveCount(1)
      // One pass is the least there must be.
      await expect(blocking.getByRole('button', { name: /^Take away pass 1/ })).toBeDisabled()
    })

    await test.step('what is handed over puts twins into one chart', async () => {
      await ada.press('Skip the practice')
      await ada.expectStage('Build')
      expect(await ada.verify()).toBe('Not yet')
      const story = page.getByRole('region', { name: 'What happened next' })
      await expect(story).toContainText("each other's twin")
      await expect(story.getByRole('columnheader', { name: 'Alike?' })).toBeVisible()
      await hand.press(page.getByRole('button', { name: /^two people in one chart \(/ }))
      await hand.press(page.getByRole('button', { name: /^Open the chart:/ }).first())
      const chart = page.getByRole('dialog')
      await expect(chart).toContainText('Two people in one chart')
      await expect(chart.getByRole('row', { name: /^Given name/ })).toContainText('no')
      await expectAccessible(page, 'two records side by side')
    })
    expect(ada.problems).toEqual([])
  })
})
