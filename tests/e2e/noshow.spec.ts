/** Outpatients: the clinic as it runs into the trap, then to gold by the reference; by keys alone with the day played step by step; on a phone. */
import { expect, type Locator, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { keyboard, mouse, touch } from './hands.ts'
import { Learner } from './learner.ts'
import { plain } from './quest.ts'

const quest = JSON.parse(readFileSync('quests/noshow-fair-clinic/quest.json', 'utf8')) as Quest
const OUR_OWN_DOING = "missedWhy == 'hospital cancelled' or missedWhy == 'bus strike'"

class ClinicManager extends Learner {
  async sitDown(name: string): Promise<void> {
    await this.startGame(name, '/?map=0')
    await this.takeQuestOf(quest.npc.name)
  }

  async toPractice(): Promise<void> {
    await this.goOnTo('Practise')
  }

  async toBuild(): Promise<void> {
    await this.toPractice()
    await this.press('Skip the practice')
    await this.expectStage('Build')
  }

  override async expectStepPassed(n: number): Promise<void> {
    const next = quest.practice[n + 1]
    if (next) await expect(this.step()).toContainText(plain(next.say).slice(0, 40))
    else await expect(this.button('Go and build')).toBeVisible()
  }

  async turnToTheDay(): Promise<void> {
    await this.hand.turnTo(this.page.getByRole('tab', { name: 'Running the day' }))
    await expect(this.plan()).toBeVisible()
  }

  async turnToThePipeline(): Promise<void> {
    await this.hand.turnTo(this.page.getByRole('tab', { name: 'Pipeline', exact: true }))
  }

  plan(): Locator {
    return this.page.getByRole('region', { name: 'The plan' })
  }

  days(): Locator {
    return this.page.getByRole('region', { name: 'The days' })
  }

  async cleanTheLabel(): Promise<void> {
    const bench = await this.showTable()
    await this.hand.type((await bench.settings('Label')).getByRole('combobox', { name: 'Leave out a row when' }), OUR_OWN_DOING)
  }

  async leaveTheStreetOut(): Promise<void> {
    const features = await (await this.showTable()).settings('Features')
    await this.hand.tick(features.getByRole('checkbox', { name: /^District\b/ }), false)
    await this.hand.tick(features.getByRole('checkbox', { name: /^No car at home\b/ }))
  }

  async helpByNeed(): Promise<void> {
    await this.hand.slide(this.plan().getByRole('slider', { name: 'Of a hundred booked people, help' }), 0.2)
    await this.hand.pick(this.plan().getByRole('radio', { name: /^Whatever fits/ }))
  }

  async shareOnePlace(): Promise<void> {
    await this.hand.pick(this.plan().getByRole('radio', { name: /^In places that are the same/ }))
    await this.hand.press(this.plan().getByRole('button', { name: /^Place 6, 10:40/ }))
    await expect(this.plan().getByText('1 of 10 places is shared')).toBeVisible()
  }

  async runTheDays(): Promise<void> {
    await this.press('Run')
    await expect(this.days().getByRole('tab', { name: 'Hall' })).toBeVisible()
  }
}

test('practises, finds the map behind the clinic as it runs, and mends it to gold', async ({ page }) => {
  const ada = new ClinicManager(page, mouse())
  await ada.sitDown('Ada')

  await test.step('practise', async () => {
    await ada.toPractice()
    await ada.cleanTheLabel()
    await ada.expectStepPassed(0)
    await ada.leaveTheStreetOut()
    await ada.expectStepPassed(1)
    await ada.turnToTheDay()
    await ada.helpByNeed()
    await ada.expectStepPassed(2)
    await ada.shareOnePlace()
    await ada.expectStepPassed(3)
    await ada.runTheDays()
    await ada.expectStepPassed(4)
  })

  await test.step('the clinic as it runs: the trap', async () => {
    await ada.press('Go and build')
    await ada.expectStage('Build')
    expect(await ada.verify()).toBe('Not yet')
    const story = page.getByRole('region', { name: 'What happened next' })
    await expect(story.getByRole('img', { name: /shared places, by district/ })).toBeVisible()
    await expect(story).toContainText('Mill Lane')
    await expectAccessible(page, 'the verdict with its map and its day')
    await ada.hand.press(page.getByRole('button', { name: /^Open the chart/ }).first())
    await expect(page.getByRole('dialog')).toContainText('came all the same')
    await page.keyboard.press('Escape')
    await ada.hand.press(ada.button('Back to the bench').first())
  })

  await test.step('gold', async () => {
    await ada.turnToThePipeline()
    await ada.cleanTheLabel()
    await ada.leaveTheStreetOut()
    await ada.turnToTheDay()
    await ada.helpByNeed()
    await ada.shareOnePlace()
    expect(await ada.verify()).toBe('Gold')
    await ada.hand.press(ada.button('Go to the debrief').first())
    await ada.expectStage('Debrief')
    await expect(page.getByText('A shuttle begins to run over the bridge')).toBeVisible()
  })
  ada.expectNoProblems()
})

test('the plan and its day by keys alone, moment by moment where nothing may move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const kim = new ClinicManager(page, keyboard(page))
  await kim.sitDown('Kim')
  await kim.toBuild()
  await kim.turnToTheDay()
  await kim.helpByNeed()
  await kim.shareOnePlace()

  await test.step('undo and do again', async () => {
    await page.keyboard.press('ControlOrMeta+z')
    await expect(kim.plan().getByText('Press a place to share it.')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+y')
    await expect(kim.plan().getByText('1 of 10 places is shared')).toBeVisible()
  })

  await test.step('the day, step by step', async () => {
    await kim.runTheDays()
    const replay = kim.days().getByRole('region', { name: /^Clinic day/ })
    await expect(replay.getByText('Movement is off')).toBeVisible()
    await expect(replay.getByRole('button', { name: 'Play' })).toHaveCount(0)
    const clock = replay.locator('output')
    await expect(clock).toHaveText('08:30')
    for (let i = 0; i < 3; i++) await kim.hand.press(replay.getByRole('button', { name: 'Next moment' }))
    await expect(clock).not.toHaveText('08:30')
    await kim.hand.press(replay.getByRole('button', { name: 'To the end' }))
    await expect(replay.getByText('Still to come').first().locator('xpath=following-sibling::dd')).toHaveText('0')
    await kim.hand.turnTo(replay.getByRole('tab', { name: 'Map' }))
    const someone = await replay.getByRole('combobox', { name: 'Look at' }).getByRole('option').nth(1).innerText()
    await kim.hand.choose(replay.getByRole('combobox', { name: 'Look at' }), someone)
    await expect(replay.getByText(/The score said/)).toBeVisible()
    await expectAccessible(page, 'the operations bench with a day on its map')
  })
  kim.expectNoProblems()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the plan, the hall and the time line fit, and a finger works them', async ({ page }) => {
    const tam = new ClinicManager(page, touch())
    await tam.sitDown('Tam')
    await tam.toBuild()
    await tam.turnToTheDay()
    await tam.shareOnePlace()
    await tam.runTheDays()
    const replay = tam.days().getByRole('region', { name: /^Clinic day/ })
    await tam.hand.press(replay.getByRole('button', { name: 'Play' }))
    await tam.hand.press(replay.getByRole('button', { name: 'Pause' }).or(replay.getByRole('button', { name: 'Play again' })))
    await expectNothingClipped(page, 'the hall')
    await tam.hand.turnTo(replay.getByRole('tab', { name: 'Time line' }))
    await expectNothingClipped(page, 'the time line')
    await expectAccessible(page, 'the operations bench on a phone')
    tam.expectNoProblems()
  })
})
