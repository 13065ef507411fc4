import { expect, test } from '@playwright/test'
import { Learner } from './learner.ts'

test('on a plain http host name the whole game plays, without what browsers keep for secure pages', async ({ page, baseURL }) => {
  const address = new URL(baseURL ?? '')
  address.hostname = 'turing.class'
  const wren = new Learner(page)
  await wren.skipToBuild('Wren', `${address.href}?map=0`)
  expect(await page.evaluate(() => ({
    secure: isSecureContext, worker: 'serviceWorker' in navigator, subtle: Boolean(crypto.subtle), uuid: 'randomUUID' in crypto, locks: 'locks' in navigator,
  }))).toEqual({ secure: false, worker: false, subtle: false, uuid: false, locks: false })

  expect(await wren.verify()).toBe('Not yet')
  await wren.expectTheTrap()
  await wren.hand.press(wren.button('Back to the bench').first())
  await wren.buildReference(await wren.showTable())
  expect(await wren.verify()).toBe('Gold')
  await page.reload()
  expect(await wren.readVerdict()).toBe('Gold')

  await test.step('two tabs without Web Locks: the second follows, then takes the pen', async () => {
    const other = await page.context().newPage()
    await other.goto(`${address.href}?map=0`)
    await expect(other.getByText('St Turing is open in another tab.')).toBeVisible()
    await other.getByRole('button', { name: 'Play in this tab' }).click()
    await expect(page.getByText('St Turing is open in another tab.')).toBeVisible()
    await expect(other.getByText('St Turing is open in another tab.')).toHaveCount(0)
  })
  wren.expectNoProblems()
})
