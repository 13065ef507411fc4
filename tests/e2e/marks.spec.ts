/** Notes and pictures that a trainer's file describes, marked by Tab alone, from the start of the page to the verdict. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { playServer } from '../../src/cli/play.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { listenOn } from '../../scripts/serve.mjs'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { keyboard, reach, touch } from './hands.ts'
import { Learner } from './learner.ts'

const fileOf = (name: string) => `docs/examples/${name}/quest.json`
const questOf = (name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8')) as Quest

async function playing(name: string, play: (address: string) => Promise<void>): Promise<void> {
  const { server, close } = playServer(fileOf(name), process.env.E2E_DIST ?? 'dist')
  try {
    await play(`http://localhost:${await listenOn(server, 4490, 'localhost')}/?quest=play/quest.json&map=0`)
  } finally {
    close()
  }
}

class Marker extends Learner {
  async toBuild(address: string): Promise<void> {
    await this.page.goto(address)
    await this.hand.type(this.page.getByRole('textbox', { name: 'Your name' }), 'Ada')
    await this.press('Start my first shift')
    await this.listenUntil("I'll help")
    await this.press("I'll help")
    await this.goOnTo('Build')
  }

  async turnTo(name: string): Promise<void> {
    await this.hand.turnTo(this.page.getByRole('tab', { name, exact: true }))
  }
}

const still = (page: Page) => page.emulateMedia({ reducedMotion: 'reduce' })

test('letters by keys alone: a cue takes back, a difference is settled, a word is marked, and the verdict shows what was missed', async ({ page }) => {
  test.setTimeout(300_000)
  await still(page)
  const quest = questOf('coding-evidence')
  await playing('coding-evidence', async (address) => {
    const ada = new Marker(page, keyboard(page))
    await ada.toBuild(address)
    await expect(page.getByRole('region', { name: 'What is to be marked' })).toContainText('Past problem')
    await ada.press('Add a taking back')
    await ada.hand.type(page.getByLabel(/^Cues, parted/), 'no, denies')
    await ada.hand.type(page.getByLabel(/^Its reach ends/), 'but, change')
    await expect(page.locator('.annot-rule-open')).toContainText(/no, denies: no problem\s*[1-9]\d* hits/)
    await expectAccessible(page, 'rules for letters')

    await ada.turnTo('Two readers')
    const answers = page.getByRole('group', { name: /to be marked as/ })
    const [open] = [await answers.count()]
    await ada.hand.pick(answers.first().getByRole('radio', { name: 'Leave it' }))
    await expect(page.getByText(`${open - 1} still open`)).toBeVisible()
    await reach(page, page.getByRole('application', { name: 'The note, word by word' }))
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
    await expect(page.getByRole('region', { name: 'Marked by you' }).getByRole('listitem')).toHaveCount(1)
    await expectAccessible(page, 'two readers of letters')

    expect(await ada.verify()).toBe('Not yet')
    await expect(page.getByText(quest.trap.reveal.split('.')[0] ?? '')).toBeVisible()
    await ada.hand.press(page.locator('.case').filter({ hasText: 'Missed' }).first())
    await expect(page.getByRole('dialog')).toContainText('missed: ')
    expect(ada.problems).toEqual([])
  })
})

test('films by keys alone: two readers are settled with zoom and contrast, and a box is drawn', async ({ page }) => {
  test.setTimeout(300_000)
  await still(page)
  await playing('second-pair-of-eyes', async (address) => {
    const ada = new Marker(page, keyboard(page))
    await ada.toBuild(address)
    await ada.turnTo('Marking')
    await ada.press('Next one still open')
    await ada.hand.slide(page.getByRole('slider', { name: 'Zoom' }), 2)
    await ada.hand.slide(page.getByRole('slider', { name: 'Contrast' }), 150)
    const answers = page.getByRole('group', { name: /^Is it a finding/ })
    const before = await page.getByText(/^\d+ still open$/).first().textContent()
    await ada.hand.pick(answers.first().getByRole('radio', { name: 'Nothing' }))
    await expect(page.getByText(before ?? '', { exact: true })).toHaveCount(0)
    await reach(page, page.getByRole('application', { name: /^Film/ }))
    for (const key of ['Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
    const own = page.getByRole('region', { name: 'Boxes drawn by you' }).getByRole('listitem')
    await expect(own).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(own).toHaveCount(0)
    await expectAccessible(page, 'two readers of films')
    expect(ada.problems).toEqual([])
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('letters and films fit', async ({ page }) => {
    test.setTimeout(240_000)
    await still(page)
    await playing('coding-evidence', async (address) => {
      const ada = new Marker(page, touch())
      await ada.toBuild(address)
      for (const name of ['Rules', 'Two readers', 'Results']) {
        await page.getByRole('tab', { name, exact: true }).tap()
        await expectNothingClipped(page, name)
        await expectAccessible(page, `${name} of letters on a phone`)
      }
    })
  })
})
