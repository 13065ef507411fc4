import { expect, test } from '@playwright/test'
import { expectVisibleFocus, keyboard } from './hands.ts'
import { Learner } from './learner.ts'

/** Any use of the pointer breaks the promise of this spec. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    for (const kind of ['mousedown', 'touchstart'] as const) {
      addEventListener(kind, () => { throw new Error('a pointer was used') }, { capture: true })
    }
  })
})

test('by keyboard alone, from the title to gold, with the focus always in sight', async ({ page }) => {
  const noor = new Learner(page, keyboard(page))
  await noor.startGame('Noor', '/?map=0')
  await noor.takeTheQuest()
  await noor.readAllCards()

  await test.step('practise on the canvas: Enter opens a block, its settings join it', async () => {
    await noor.practise(noor.canvas({ draws: false }))
  })

  await test.step('the trap, and back', async () => {
    expect(await noor.verify()).toBe('Not yet')
    await noor.expectTheTrap()
    await noor.hand.press(noor.button('Back to the bench').first())
    await expectVisibleFocus(page)
  })

  await test.step('build the reference: the model on the canvas, the list in the table', async () => {
    await noor.askWhen(noor.canvas({ draws: false }))
    await noor.keepTheLiving(noor.canvas({ draws: false }))
    const table = await noor.showTable()
    await noor.mendTheModel(table)
    await noor.fillTheNursesDay(table)
    expect(await noor.verify()).toBe('Gold')
  })

  await test.step('debrief and certificate', async () => {
    await noor.goToDebrief()
    await noor.expectComparison()
    await noor.finishQuest()
    await noor.backToTheFloor()
    await noor.expectTheHospitalAnswered()
    await noor.press('Journal')
    await noor.press('Certificate')
    await expect(page.getByRole('article')).toContainText('Noor')
  })
  noor.expectNoProblems()
})

test('keys of the canvas: C joins, Delete removes and keeps the focus, Ctrl+Z brings back', async ({ page }) => {
  const noor = new Learner(page, keyboard(page))
  await noor.skipToBuild('Noor')
  const bench = noor.canvas({ draws: false })
  await bench.settings('Threshold')
  const block = page.getByRole('group', { name: /^Threshold,/ })
  await noor.hand.press(block)
  await block.focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Connect Threshold' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await block.focus()
  await page.keyboard.press('Delete')
  await expect(block).toHaveCount(0)
  await expectVisibleFocus(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(block).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('tablist')).toBeVisible()
  noor.expectNoProblems()
})

test('after a talk the focus is again on the person it began with', async ({ page }) => {
  const ada = new Learner(page, keyboard(page))
  await ada.startGame('Ada', '/?map=0')
  await ada.meet('Rosa Lind')
  await page.keyboard.press('Escape')
  await expect(ada.dialogue('Rosa Lind')).toHaveCount(0)
  await expect(ada.person('Rosa Lind')).toBeFocused()
})
