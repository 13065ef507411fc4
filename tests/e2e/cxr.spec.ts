/** The reading desk at night: into the trap by risk alone, to gold with bedside, ageing and a limit; by keys alone; on a phone. */
import { expect, type Locator, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import type { Bench } from './bench.ts'
import { keyboard, mouse, touch } from './hands.ts'
import { Learner } from './learner.ts'

const quest = JSON.parse(readFileSync('quests/cxr-triage/quest.json', 'utf8')) as Quest

class NightReader extends Learner {
  async sitDown(name: string): Promise<void> {
    await this.startGame(name, '/?map=0')
    await this.takeQuestOf(quest.npc.name)
    await this.goOnTo('Practise')
  }

  async toBuild(): Promise<void> {
    await this.press('Skip the practice')
    await this.expectStage('Build')
  }

  async wire(bench: Bench, from: string, to: string, input: string): Promise<void> {
    const row = await bench.settings(to)
    await this.hand.choose(row.getByRole('combobox', { name: `Input: ${input}`, exact: true }), from)
  }

  async set(bench: Bench, block: string, field: string, value: string): Promise<void> {
    await this.hand.type((await bench.settings(block)).getByRole('textbox', { name: field, exact: true }), value)
  }

  /** From the film alone to film and bedside. */
  async bringInTheBedside(bench: Bench): Promise<void> {
    await bench.add('Bedside values')
    await bench.add('Join sides')
    await this.wire(bench, 'Film features · Numbers from films', 'Join sides', 'one set of numbers')
    await this.wire(bench, 'Bedside values · Numbers from the bedside', 'Join sides', 'the other set')
    await this.wire(bench, 'Join sides · Both together', 'Logistic regression', 'features')
  }

  async protectTheBottom(bench: Bench): Promise<void> {
    await this.set(bench, 'Reading order', 'Urgent from', '0.9')
    await this.set(bench, 'Reading order', 'Ageing', '0.002')
    await this.set(bench, 'Reading order', 'Longest wait', '180')
  }

  results(): Locator {
    return this.page.getByRole('region', { name: 'Results' })
  }
}

test('by mouse: into the trap by risk alone, its film shown; then gold, and the hospital answers', async ({ page }) => {
  const ada = new NightReader(page, mouse())
  await ada.sitDown('Ada')
  await ada.toBuild()
  expect(await ada.verify()).toBe('Not yet')

  await test.step('one film at the bottom of the pile', async () => {
    const story = page.getByRole('region', { name: 'What happened next' })
    await expect(story).toContainText('One film at the bottom of the pile')
    await expect(story.getByRole('img')).toHaveCount(2)
    await expect(page.getByRole('region', { name: /film by film$/ })).toBeVisible()
    await ada.hand.press(page.getByRole('button', { name: /^Open the chart/ }).first())
    await expect(page.getByRole('dialog')).toContainText('First come, first served it would have waited')
    await expect(page.getByRole('dialog').getByRole('img', { name: /marked/ }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expectAccessible(page, 'the verdict with the film that was forgotten')
  })

  await test.step('gold', async () => {
    await ada.hand.press(ada.button('Back to the bench').first())
    const bench = await ada.showTable()
    await ada.bringInTheBedside(bench)
    await ada.protectTheBottom(bench)
    expect(await ada.verify()).toBe('Gold')
    await ada.hand.press(ada.button('Go to the debrief').first())
    await ada.expectStage('Debrief')
    await expect(page.getByText('Dr Ines Falk drinks her coffee while it is hot.')).toBeVisible()
  })
  ada.expectNoProblems()
})

test('by keyboard alone: the practice on a short night, step by step, and the night played', async ({ page }) => {
  const kim = new NightReader(page, keyboard(page))
  await kim.sitDown('Kim')
  const bench = await kim.showTable()
  const nextStep = (n: number) => expect(page.getByText(plainStart(quest.practice[n]?.say ?? '')).first()).toBeVisible()
  await bench.add('Film features')
  await kim.wire(bench, 'Photos · Photographs', 'Film features', 'films')
  await nextStep(1)
  await bench.add('Logistic regression')
  await kim.wire(bench, 'Film features · Numbers from films', 'Logistic regression', 'features')
  await nextStep(2)
  await bench.add('Reading order')
  await kim.wire(bench, 'Logistic regression · Risks', 'Reading order', 'risks')
  await nextStep(3)
  await bench.add('Night queue')
  await kim.wire(bench, 'Reading order · Films in order', 'Night queue', 'films in order')
  await kim.wire(bench, 'Night queue · The same order, tried out', 'The worklist', 'films in order')
  await kim.press('Run')
  await nextStep(4)
  await kim.set(bench, 'Reading order', 'Longest wait', '150')
  await kim.press('Run')
  await nextStep(5)
  const film = kim.results().getByRole('region', { name: 'A past night, with your order' })
  await kim.hand.turnTo(kim.results().getByRole('tab', { name: 'Play' }))
  await kim.hand.press(film.getByRole('button', { name: 'To the end' }))
  await kim.hand.choose(film.getByRole('combobox', { name: 'Look at' }), (await film.locator('option').filter({ hasText: '★' }).first().textContent()) ?? '')
  await expect(film.getByText(/^Risk .* The report:/)).toBeVisible()
  await expectAccessible(page, 'the bench with a night to play')
  kim.expectNoProblems()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('running the night fits, and a finger sets and plays it', async ({ page }) => {
    const tam = new NightReader(page, touch())
    await tam.sitDown('Tam')
    await tam.toBuild()
    await tam.hand.turnTo(page.getByRole('tab', { name: 'Running the day' }))
    const order = page.getByRole('region', { name: 'Settings: Reading order' })
    await tam.hand.type(order.getByRole('textbox', { name: 'Longest wait', exact: true }), '180')
    await tam.press('Run')
    const night = page.getByRole('region', { name: 'A past night, with your order' })
    await expect(night).toBeVisible()
    await tam.hand.press(night.getByRole('button', { name: 'Next moment' }))
    await expectNothingClipped(page, 'a night on a phone')
    await expectAccessible(page, 'a night on a phone')
    tam.expectNoProblems()
  })
})

/** Enough of a step's words to know it by, up to its first mark of markdown. */
function plainStart(words: string): string {
  return words.split(/[*`]/)[0]?.trim().slice(0, 60) ?? ''
}
