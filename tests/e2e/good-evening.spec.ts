/** A kiosk that talks, on a phone: an emergency behind a quick reply, then the red flags come first, and somebody is called. */
import { expect, test } from '@playwright/test'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { playing } from './example.ts'
import { touch } from './hands.ts'
import { Learner } from './learner.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

class Guest extends Learner {
  async talkToAll(): Promise<void> {
    await this.press('Run')
    await expect(this.page.getByRole('combobox', { name: 'Conversations' })).toBeVisible()
    await expect(this.button('Run')).toBeEnabled()
  }

  async notCalled(): Promise<number> {
    const texts = await this.page.getByRole('combobox', { name: 'Show' }).getByRole('option', { name: /nobody was called/ }).allTextContents()
    return Number(/\((\d+)\)/.exec(texts[0] ?? '')?.[1] ?? 0)
  }
}

test('on a phone, an emergency is found behind a quick reply, and red flags are moved in front of it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await playing('good-evening', async (address) => {
    const ada = new Guest(page, touch())
    await ada.beginOwnQuest(address)
    await ada.goOnTo('Build')
    await ada.talkToAll()
    const before = await ada.notCalled()
    const show = page.getByRole('combobox', { name: 'Show' })
    await ada.hand.choose(show, await show.getByRole('option', { name: /nobody was called/ }).innerText())
    const talk = page.locator('figure', { hasText: 'turn by turn' })
    await expect(talk.locator('mark').first()).toContainText('missed')
    await expect(talk).toContainText('Gate')
    await expect(page.getByText('Simulated language model').first()).toBeVisible()
    await expectNothingClipped(page, 'a conversation')
    await expectAccessible(page, 'a conversation')

    for (let n = 0; n < 2; n++) await ada.press('Earlier: Red-flag table')
    await ada.hand.pick(page.getByRole('radio', { name: 'Every turn' }))
    await ada.hand.press(page.getByText(/^Signs of a stroke:/))
    await ada.hand.type(page.getByRole('textbox', { name: 'New word for: Signs of a stroke' }), 'numb')
    await ada.hand.press(page.getByRole('group').filter({ hasText: 'New word for: Signs of a stroke' }).getByRole('button', { name: 'Add', exact: true }).first())
    await expect(page.getByRole('list', { name: 'Words of: Signs of a stroke' })).toContainText('numb')
    await expectAccessible(page, 'the red-flag table')
    await expectNothingClipped(page, 'the red-flag table')
    await ada.talkToAll()
    expect(await ada.notCalled()).toBeLessThan(before)
    ada.expectNoProblems()
  })
})
