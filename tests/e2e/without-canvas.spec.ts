import { expect, test } from '@playwright/test'
import { Learner } from './learner.ts'

/** Everything that the map offers is in the list. The browser of this spec has no WebGL at all. */
const WITHOUT = [
  { name: 'with the canvas hidden', address: '/?map=0', says: null },
  { name: 'where WebGL is missing', address: '/', says: 'This browser cannot paint the hospital. Everything is here in the list.' },
]

for (const { name, address, says } of WITHOUT) {
  test(`${name}, the list plays the quest to gold and the hospital answers in it`, async ({ page }) => {
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull()
    const kim = new Learner(page)
    await kim.startGame('Kim', address)
    if (says) await expect(page.getByText(says)).toBeVisible()
    await expect(page.locator('#stage canvas')).toHaveCount(0)
    for (const person of ['Rosa Lind', 'Edith Moore']) {
      await kim.meet(person)
      await kim.hand.press(kim.dialogue(person).getByRole('button', { name: 'Goodbye' }).or(kim.button('Next')).first())
    }
    await kim.takeTheQuest()
    await kim.hand.press(page.getByRole('navigation', { name: 'Cards' }).getByRole('button').last())
    await kim.press('Go and practise')
    await kim.press('Skip the practice')
    await kim.buildReference(await kim.showTable())
    expect(await kim.verify()).toBe('Gold')
    await kim.goToDebrief()
    await kim.finishQuest()
    await kim.backToTheFloor()
    await kim.expectTheHospitalAnswered()
    kim.expectNoProblems()
  })
}
