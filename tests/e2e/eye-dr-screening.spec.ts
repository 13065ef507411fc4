/** The eye clinic: into the trap by the second way out, to gold by the reference; by keys alone; on a phone; pictures looked at closely. */
import { expect, type Locator, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import type { Bench } from './bench.ts'
import { keyboard, mouse, touch } from './hands.ts'
import { Learner } from './learner.ts'

const quest = JSON.parse(readFileSync('quests/eye-dr-screening/quest.json', 'utf8')) as Quest

class Screener extends Learner {
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

  /** A way out by its own name: the gate has two. */
  async wire(bench: Bench, from: string, to: string, input: string): Promise<void> {
    const row = await bench.settings(to)
    await this.hand.choose(row.getByRole('combobox', { name: `Input: ${input}`, exact: true }), from)
  }

  async dial(bench: Bench, value: string): Promise<void> {
    await this.hand.type((await bench.settings('Refer above')).getByRole('textbox', { name: 'Refer above' }), value)
  }

  /** From the vendor's own set-up to worst eye, one more try, a considered cut. Nobody waits at the second way out yet. */
  async turnTheDials(bench: Bench): Promise<void> {
    await bench.remove('Mean of both eyes')
    await bench.add('Worst eye')
    await this.wire(bench, 'Vendor box · Score of each eye', 'Worst eye', 'scores of eyes')
    await this.wire(bench, 'Worst eye · Score of each person', 'Refer above', 'scores of people')
    await this.dial(bench, '0.42')
    await this.hand.type((await bench.settings('Quality gate')).getByRole('textbox', { name: 'Photograph again' }), '1')
  }

  async mindTheSecondWayOut(bench: Bench): Promise<void> {
    await bench.add('If it cannot be read')
    await this.wire(bench, 'Refer above · Who is referred', 'If it cannot be read', 'who is referred')
    await this.wire(bench, 'Quality gate · Cannot be read', 'If it cannot be read', 'cannot be read')
    await this.hand.pick((await bench.settings('If it cannot be read')).getByRole('radio', { name: 'Refer them' }))
    const list = await bench.settings('The list')
    await this.hand.choose(list.getByRole('combobox', { name: /^Input: / }), 'If it cannot be read · What happens to everybody')
  }

  results(): Locator {
    return this.page.getByRole('region', { name: 'Results' })
  }
}

test('by mouse: each step of the practice, the trap and its story, then gold, and the hospital answers', async ({ page }) => {
  const ada = new Screener(page, mouse())
  await ada.sitDown('Ada')

  await test.step('the dial on its card: fewer ill, the same cut, other people referred', async () => {
    await ada.hand.press(page.getByRole('navigation', { name: 'Cards' }).getByRole('button', { name: /Turn the dial/ }))
    const dial = page.getByRole('region', { name: 'The dial' })
    const ppv = dial.getByText('of those referred, ill').locator('xpath=ancestor::div[1]')
    const before = Number.parseInt((await ppv.locator('dd').textContent()) ?? '', 10)
    await ada.hand.slide(dial.getByRole('slider', { name: 'Are ill' }), 3)
    expect(Number.parseInt((await ppv.locator('dd').textContent()) ?? '', 10)).toBeLessThan(before - 20)
    await expectAccessible(page, 'the dial')
  })

  await test.step('practise', async () => {
    await ada.toPractice()
    const bench = await ada.showTable()
    const nextStep = (n: number) => expect(page.getByText(plainStart(quest.practice[n]?.say ?? '')).first()).toBeVisible()
    await bench.add('Quality gate')
    await ada.wire(bench, 'Photos · Photographs', 'Quality gate', 'photographs')
    await nextStep(1)
    await bench.add('Vendor box')
    await ada.wire(bench, 'Quality gate · Good enough', 'Vendor box', 'photographs')
    await nextStep(2)
    await bench.add('Worst eye')
    await ada.wire(bench, 'Vendor box · Score of each eye', 'Worst eye', 'scores of eyes')
    await nextStep(3)
    await bench.add('Refer above')
    await ada.wire(bench, 'Worst eye · Score of each person', 'Refer above', 'scores of people')
    await ada.dial(bench, '0.42')
    await nextStep(4)
    await ada.mindTheSecondWayOut(bench)
    await nextStep(5)
    await ada.press('Run')
    await expect(page.getByText('You can work the bench.')).toBeVisible()
  })

  await test.step('a picture, looked at closely', async () => {
    await ada.hand.turnTo(ada.results().getByRole('tab', { name: 'Pictures' }))
    await ada.hand.press(ada.results().getByRole('button', { name: /^Look closer: .*not for diagnosis/ }).first())
    const viewer = page.getByRole('dialog', { name: /not for diagnosis/ })
    await viewer.getByRole('application').focus()
    await page.keyboard.press('+')
    await page.keyboard.press('ArrowLeft')
    await expect(viewer.getByText('135%')).toBeVisible()
    await ada.hand.slide(viewer.getByRole('slider', { name: 'Brightness' }), 70)
    await expectAccessible(page, 'the viewer')
    await page.keyboard.press('Escape')
    await expect(viewer).toHaveCount(0)
  })

  await test.step('everything right, and nobody waits at the second way out: the trap', async () => {
    await ada.press('Go and build')
    const bench = await ada.showTable()
    await ada.turnTheDials(bench)
    expect(await ada.verify()).toBe('Not yet')
    const story = page.getByRole('region', { name: 'What happened next' })
    await expect(story).toContainText('That evening')
    await expect(story).toContainText('One month later')
    await expect(story.getByRole('img')).toHaveCount(4)
    await expectAccessible(page, 'the story of the trap')
    await ada.hand.press(page.getByRole('button', { name: /^Open the chart/ }).first())
    await expect(page.getByRole('dialog')).toContainText('nobody asked what then')
    await page.keyboard.press('Escape')
    await ada.hand.press(ada.button('Back to the bench').first())
  })

  await test.step('gold', async () => {
    await ada.mindTheSecondWayOut(await ada.showTable())
    expect(await ada.verify()).toBe('Gold')
    await expect(page.getByRole('heading', { name: 'Of a hundred people you refer, how many are ill?' })).toBeVisible()
    await ada.hand.press(ada.button('Go to the debrief').first())
    await ada.expectStage('Debrief')
    await expect(page.getByText('A camera booth with a green ring opens')).toBeVisible()
  })
  ada.expectNoProblems()
})

test('by keyboard alone, from the vendor\'s set-up to gold', async ({ page }) => {
  const kim = new Screener(page, keyboard(page))
  await kim.sitDown('Kim')
  await kim.toBuild()
  const bench = await kim.showTable()
  await kim.turnTheDials(bench)
  await kim.mindTheSecondWayOut(bench)
  await kim.press('Run')
  await expect(kim.results().getByRole('tab', { name: 'A hundred people' })).toBeVisible()
  await expectAccessible(page, 'bench with results')
  expect(await kim.verify()).toBe('Gold')
  kim.expectNoProblems()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the bench, its pictures and the viewer fit, and a finger works them', async ({ page }) => {
    const tam = new Screener(page, touch())
    await tam.sitDown('Tam')
    await tam.toBuild()
    const bench = await tam.showTable()
    await tam.dial(bench, '0.42')
    await tam.press('Run')
    await expect(tam.results().getByRole('tab', { name: 'A hundred people' })).toBeVisible()
    await expectNothingClipped(page, 'a hundred people')
    await tam.hand.turnTo(tam.results().getByRole('tab', { name: 'Pictures' }))
    await tam.hand.press(tam.results().getByRole('button', { name: /^Look closer/ }).first())
    const viewer = page.getByRole('dialog', { name: /not for diagnosis/ })
    await tam.hand.press(viewer.getByRole('button', { name: 'Closer' }))
    await expect(viewer.getByText('135%')).toBeVisible()
    await expectNothingClipped(page, 'the viewer')
    await expectAccessible(page, 'the viewer on a phone')
    tam.expectNoProblems()
  })
})

/** Enough of a step's words to know it by, up to its first mark of markdown. */
function plainStart(words: string): string {
  return words.split(/[*`]/)[0]?.trim().slice(0, 60) ?? ''
}
