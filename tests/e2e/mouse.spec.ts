import { expect, test } from '@playwright/test'
import { Learner } from './learner.ts'

test('by mouse, from the title to gold: every card, every step, the trap, the debrief, and what the hospital keeps of it', async ({ page }) => {
  const ada = new Learner(page)
  await ada.startGame('Ada')
  await ada.takeTheQuest()
  await ada.readAllCards()

  await test.step('practise on the canvas, with one wrong turn', async () => {
    await ada.practise(ada.canvas({ draws: true }))
  })

  await test.step('the starter looks marvellous and goes dark on the wards', async () => {
    await expect(ada.hints()).toContainText('Hint 1. Opens after 1 try at Verify without a medal.')
    await ada.run()
    for (const tab of ['Ranking', 'Calibration', 'Groups', 'What it leans on', 'On the list, or not', 'Spread']) await ada.inspect(tab)
    expect(await ada.verify()).toBe('Not yet')
    await ada.expectTheTrap()
    await ada.press('Watch it again')
    await ada.hand.press(ada.button('Back to the bench').first())
    await ada.readHint(1)
    await expect(ada.hints()).toContainText('Hint 2. Opens after 2 tries at Verify without a medal.')
    await ada.askWhen(ada.canvas({ draws: true }))
  })

  await test.step('build the reference: wires by drawing, settings by forms, the end in the table', async () => {
    const canvas = ada.canvas({ draws: true })
    await ada.keepTheLiving(canvas)
    await ada.mendTheModel(canvas)
    await ada.fillTheNursesDay(await ada.showTable())
    await ada.run()
    expect(await ada.verify()).toBe('Gold')
  })

  await test.step('debrief', async () => {
    await ada.goToDebrief()
    await ada.expectComparison()
    await ada.finishQuest()
  })

  await test.step('what is kept', async () => {
    await ada.backToTheFloor()
    await ada.expectTheHospitalAnswered()
    await ada.press('Journal')
    await expect(page.getByRole('listitem').filter({ hasText: 'Best so far' })).toHaveCount(1)
    await expect(page.getByText('Time traveller')).toBeVisible()
    await ada.press('Certificate')
    await expect(page.getByRole('article')).toContainText('Ada')
    await expect(page.getByRole('row', { name: /The Revolving Door/ })).toContainText('Gold medal')
    await ada.press('Back')
    await ada.hand.press(page.getByRole('listitem').filter({ hasText: 'Best so far' }).getByRole('button', { name: 'Put it on the bench' }))
    await ada.expectStage('Build')
    expect(await ada.verify()).toBe('Gold')
  })
  ada.expectNoProblems()
})
