/** The library desk: into the trap with the old editions on the shelf, then to gold by the reference, by keys alone; and on a phone. */
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { PromptPack } from '../../src/core/artefacts/prompt-pack.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { keyboard, touch } from './hands.ts'
import { Learner } from './learner.ts'

const quest = JSON.parse(readFileSync('quests/rag-guideline-desk/quest.json', 'utf8')) as Quest
const reference = quest.build.referenceArtefacts['promptPack'] as unknown as PromptPack

class Librarian extends Learner {
  async sitDown(name: string): Promise<void> {
    await this.startGame(name, '/?map=0')
    await this.takeQuestOf(quest.npc.name)
    await this.goOnTo('Build')
  }

  async keep(kinds: readonly PromptPack['shelf'][number]['kind'][]): Promise<void> {
    for (const { title, year, kind } of reference.shelf) {
      await this.hand.tick(this.page.getByRole('switch', { name: `${title}, ${year}` }), kinds.includes(kind))
    }
  }

  /** All that the reference sets, but for the books. */
  async setTheDesk(): Promise<void> {
    const { page, hand } = this
    await hand.pick(page.getByRole('radio', { name: 'By section' }))
    await hand.pick(page.getByRole('radio', { name: 'Words and letters (hybrid)' }))
    await hand.slide(page.getByRole('slider', { name: 'Passages to read' }), reference.search.k)
    await hand.pick(page.getByRole('radio', { name: /^Only from the passages/ }))
    await hand.slide(page.getByRole('slider', { name: 'Temperature' }), reference.temperature)
    for (const name of [/^Look up every statement/, /^Show only what is backed/, /^Keep answers in a drawer/]) await hand.tick(page.getByRole('switch', { name }))
  }

  async runDesk(): Promise<void> {
    await this.press('Run')
    await expect(this.page.getByRole('region', { name: 'Ask the desk' }).getByRole('article')).toBeVisible()
    await expect(this.button('Run')).toBeEnabled()
  }
}

test('cites an old edition and is wrong, then keeps the shelf and earns gold, by keys alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const ada = new Librarian(page, keyboard(page))
  await ada.sitDown('Ada')
  await ada.setTheDesk()
  await ada.keep(['current', 'superseded'])
  await ada.runDesk()
  await expect(page.getByText('Simulated language model').first()).toBeVisible()
  await ada.hand.choose(page.getByRole('combobox', { name: 'Show' }), await page.getByRole('option', { name: /Wrong, though its source says so/ }).innerText())
  await expect(page.getByRole('article').getByText('says it, not in force')).toBeVisible()
  await expectAccessible(page, 'the desk with answers')
  expect(await ada.verify()).toBe('Not yet')
  await expect(page.getByRole('heading', { name: 'The page it cites' })).toBeVisible()

  await ada.goToStage('Build')
  await ada.keep(['current'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('switch', { name: /first printing/ })).toBeChecked()
  await page.keyboard.press('ControlOrMeta+y')
  await expect(page.getByRole('switch', { name: /first printing/ })).not.toBeChecked()
  expect(await ada.verify()).toBe('Gold')
  expect(ada.problems).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('sets the desk, runs it and reads an answer with its page', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const ada = new Librarian(page, touch())
    await ada.sitDown('Ada')
    await ada.keep(['current'])
    await ada.setTheDesk()
    await ada.runDesk()
    await page.getByRole('article').getByRole('link', { name: /^Passage \d/ }).first().tap()
    await expect(page.getByRole('article').locator('li:focus')).toContainText('says it')
    await expectNothingClipped(page, 'the desk on a phone')
    await expectAccessible(page, 'the desk on a phone')
  })
})
