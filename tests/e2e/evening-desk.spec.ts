/** A desk on books that its file writes itself, opened as a trainer opens it: an emergency lost behind a polite answer, then the bell, and gold. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { PromptPack } from '../../src/core/artefacts/prompt-pack.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { playServer } from '../../src/cli/play.ts'
import { listenOn } from '../../scripts/serve.mjs'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { touch } from './hands.ts'
import { Learner } from './learner.ts'

const FILE = 'docs/examples/evening-desk/quest.json'
const quest = JSON.parse(readFileSync(FILE, 'utf8')) as Quest
const reference = quest.build.referenceArtefacts['promptPack'] as unknown as PromptPack

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

class Porter extends Learner {
  async toTheBench(address: string): Promise<void> {
    await this.beginOwnQuest(address)
    await this.goOnTo('Build')
  }

  async runDesk(): Promise<void> {
    await this.press('Run')
    await expect(this.page.getByRole('region', { name: 'Ask the desk' }).getByRole('article')).toBeVisible()
    await expect(this.button('Run')).toBeEnabled()
  }

  async setTheDesk(): Promise<void> {
    const { page, hand } = this
    for (const word of reference.alarm?.words ?? []) {
      await hand.type(page.getByRole('textbox', { name: 'Word or words' }), word)
      await this.press('Add')
    }
    for (const { title, year, on } of reference.shelf) await hand.tick(page.getByRole('switch', { name: `${title}, ${year}` }), on)
    await hand.pick(page.getByRole('radio', { name: 'By section' }))
    await hand.pick(page.getByRole('radio', { name: 'Words and letters (hybrid)' }))
    await hand.slide(page.getByRole('slider', { name: 'Passages to read' }), reference.search.k)
    await hand.pick(page.getByRole('radio', { name: /^Only from the passages/ }))
    await hand.slide(page.getByRole('slider', { name: 'Temperature' }), reference.temperature)
    for (const name of [/^Look up every statement/, /^Show only what is backed/, /^A person takes over/]) await hand.tick(page.getByRole('switch', { name }))
  }
}

test('on a phone, into the trap and out of it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { server, close } = playServer(FILE, process.env.E2E_DIST ?? 'dist')
  try {
    const ada = new Porter(page, touch())
    await ada.toTheBench(`http://localhost:${await listenOn(server, 4481, 'localhost')}/?quest=play/quest.json&map=0`)
    await expect(page.getByText('A page about Maple Ward makes')).toBeVisible()
    await ada.runDesk()
    await ada.hand.choose(page.getByRole('combobox', { name: 'Show' }), await page.getByRole('option', { name: /Wrong, by order of a page/ }).innerText())
    await expect(page.getByRole('article')).toContainText('A line in the cited page orders machines to say this')
    await expectNothingClipped(page, 'a desk of its own')
    await expectAccessible(page, 'a desk of its own')
    expect(await ada.verify()).toBe('Not yet')
    await expect(page.getByRole('region', { name: 'What happened next' })).toContainText('No bell rang')

    await ada.goToStage('Build')
    await ada.setTheDesk()
    await page.getByRole('button', { name: 'Take away: bleeding' }).tap()
    await ada.hand.press(page.getByRole('button', { name: /^Undo/ }))
    await expect(page.getByRole('list', { name: 'Emergencies' })).toContainText('bleeding')
    await ada.runDesk()
    await ada.hand.choose(page.getByRole('combobox', { name: 'Show' }), await page.getByRole('option', { name: /Emergency, person called/ }).innerText())
    await expect(page.getByRole('article')).toContainText('Handed to a person, unread')
    await expect(page.getByRole('article')).not.toContainText(/medicine|nurse/i)
    expect(await ada.verify()).toBe('Gold')
    ada.expectNoProblems()
  } finally {
    close()
  }
})
