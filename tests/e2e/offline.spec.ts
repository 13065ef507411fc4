import { expect, test } from '@playwright/test'
import { withProfile } from './browser.ts'
import { Learner } from './learner.ts'

test('after one visit: closed, opened without a network, and played on from the same wire to a verdict', async () => {
  await withProfile(async (profile) => {
    const first = await profile.open()
    const page = first.pages()[0] ?? await first.newPage()
    const ada = new Learner(page)
    await ada.skipToBuild('Ada')
    await ada.keepTheLiving(await ada.showTable())
    await ada.expectSaved()
    await page.goto('/')
    await expect(page.getByText('Ready to play without a network.')).toBeVisible()
    await first.close()

    const second = await profile.open()
    await second.setOffline(true)
    const again = second.pages()[0] ?? await second.newPage()
    const back = new Learner(again)
    await again.goto('/')
    expect(await again.evaluate(() => navigator.onLine)).toBe(false)
    await back.press(/^Continue/)
    await expect(again.getByText('Quest under way: The Revolving Door')).toBeVisible()
    // The painted hospital comes out of the cache too.
    await expect(again.locator('#stage canvas')).toBeVisible()
    await again.goto('/?map=0#/quest/readmission-risk/build')
    const table = await back.showTable()
    await expect(again.getByRole('button', { name: /^2\. Keep rows/ })).toBeVisible()
    await back.mendTheModel(table)
    await back.fillTheNursesDay(table)
    await back.run()
    expect(await back.verify()).toBe('Gold')
    await again.reload()
    expect(await back.readVerdict()).toBe('Gold')
    await expect(again.getByRole('region', { name: 'Goal by goal' })).toBeVisible()
    back.expectNoProblems()
  })
})
