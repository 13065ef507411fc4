import { expect, test } from '@playwright/test'

test('the title is painted before any script has arrived', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'St Turing' })).toBeVisible()
  await expect(page.locator('.title-art svg')).toBeVisible()
})

test('from the title into the hospital, and back with the browser', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto('/')
  await page.getByRole('button', { name: 'New game' }).click()
  await expect(page).toHaveURL(/#\/player$/)
  await page.getByRole('textbox').first().fill('Ada')
  await page.getByRole('textbox').first().press('Enter')
  await expect(page).toHaveURL(/#\/hospital$/)
  await expect(page.getByText('Sister Joan Malik').first()).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/#\/player$/)
  await page.reload()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /Continue/ })).toContainText('Ada')
  expect(problems).toEqual([])
})

test('an address that does not exist leads to the title', async ({ page }) => {
  await page.goto('/#/nowhere')
  await expect(page.getByRole('button', { name: 'New game' })).toBeVisible()
})
