/** Every example for trainers, opened through the door of `quest play`: as it is handed over, then with its reference to the very end. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { exampleFile, playingFile } from './example.ts'
import { Learner } from './learner.ts'

class Guest extends Learner {
  async sitDown(address: string): Promise<void> {
    await this.beginOwnQuest(address)
    await this.goOnTo('Build')
  }

  async seen(where: string): Promise<void> {
    await expectAccessible(this.page, where)
    await this.page.setViewportSize({ width: 390, height: 844 })
    await expectNothingClipped(this.page, `${where}, on a phone`)
    await this.page.setViewportSize({ width: 1120, height: 700 })
  }

  async answer({ check }: Quest): Promise<void> {
    for (const { q, options, answer, why } of check) {
      const group = this.page.getByRole('group', { name: q })
      await this.hand.press(group.getByRole('button', { name: options[answer] ?? '', exact: true }))
      await expect(group).toContainText(why)
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'st-turing-examples-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The same quest with the reference laid out on the bench. */
function solved(name: string, quest: Quest): string {
  const { reference, referenceArtefacts } = quest.build
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify({ ...quest, build: { ...quest.build, start: reference, startArtefacts: referenceArtefacts } }))
  return file
}

async function handedOver(page: Page, name: string): Promise<void> {
  await playingFile(exampleFile(name), async (address) => {
    const ada = new Guest(page)
    await ada.sitDown(address)
    await ada.seen(`${name}, bench`)
    expect(await ada.verify()).toBe('Not yet')
    await ada.seen(`${name}, verdict`)
    ada.expectNoProblems()
  })
}

async function toTheEnd(page: Page, name: string, quest: Quest): Promise<void> {
  await playingFile(solved(name, quest), async (address) => {
    const ada = new Guest(page)
    await ada.sitDown(address)
    expect(await ada.verify()).toBe('Gold')
    await ada.seen(`${name}, gold`)
    await ada.hand.press(ada.button('Go to the debrief').first())
    await ada.expectStage('Debrief')
    await ada.answer(quest)
    await ada.seen(`${name}, debrief`)
    await ada.press('Finish the quest')
    await expect(page.getByText('This quest is done.')).toBeVisible()
    ada.expectNoProblems()
  })
}

for (const name of readdirSync('docs/examples')) {
  test(`${name}: not yet as it is handed over, gold by its reference, and on to the end`, async ({ page, browser }) => {
    const quest = JSON.parse(readFileSync(exampleFile(name), 'utf8')) as Quest
    await handedOver(page, name)
    const another = await browser.newContext({ viewport: { width: 1120, height: 700 } })
    await toTheEnd(await another.newPage(), name, quest)
    await another.close()
  })
}

test('the map on which crews are placed is drawn before anything has run, every name on it', async ({ page }) => {
  await playingFile(exampleFile('ambulance-control'), async (address) => {
    await new Guest(page).sitDown(address)
    const map = page.locator('.posts-map')
    const names = map.locator('text:not(.posts-count)')
    await expect(names.first()).toHaveCSS('font-size', '2.7px')
    const around = await map.boundingBox()
    for (const name of await names.all()) {
      const box = await name.boundingBox()
      expect(box && around && box.x >= around.x && box.x + box.width <= around.x + around.width, await name.textContent() ?? '').toBe(true)
    }
  })
})
