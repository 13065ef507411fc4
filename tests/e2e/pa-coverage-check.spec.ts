/** The orders desk: to gold by the reference, into the trap with the emergency row last; the bench by keys alone and on a phone. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { RuleTable } from '../../src/core/artefacts/rule-table.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible } from './axe.ts'
import { keyboard, mouse, touch, type Hand } from './hands.ts'
import { Learner } from './learner.ts'
import { plain } from './quest.ts'
import { RuleGrid } from './rule-grid.ts'

const quest = JSON.parse(readFileSync('quests/pa-coverage-check/quest.json', 'utf8')) as Quest
const reference = quest.build.referenceArtefacts['ruleTable'] as unknown as RuleTable

class Clerk extends Learner {
  readonly rules = new RuleGrid(this.page)

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
    if (next) await expect(this.step()).toContainText(plain(next.say).slice(0, 50))
    else await expect(this.button('Go and build')).toBeVisible()
  }

  editor(): Locator {
    return this.page.getByRole('dialog', { name: /^Row \d+: / })
  }

  /** By mouse: open the cell, write, Done. */
  async write(place: number, column: string, text: string): Promise<void> {
    await this.rules.cell(place, column).click()
    await this.editor().getByRole('combobox').fill(text)
    await this.editor().getByRole('button', { name: 'Done' }).click()
    await expect(this.editor()).toHaveCount(0)
  }

  async runRules(): Promise<void> {
    await this.press('Run')
    await expect(this.page.getByText(/\d+ of \d+ past orders right/)).toBeVisible()
  }
}

const sit = async (page: Page, hand: Hand = mouse()): Promise<Clerk> => {
  const clerk = new Clerk(page, hand)
  await clerk.sitDown('Ada')
  return clerk
}

test('practises every step, springs the trap with the emergency row last, then writes the books to gold', async ({ page }) => {
  const ada = await sit(page)
  await ada.toPractice()

  await test.step('practise: run, move, turn round the unknown, the new year, the gap', async () => {
    await ada.runRules()
    await ada.expectStepPassed(0)
    await ada.askForStep()
    await expect(ada.step().getByRole('alert')).toHaveText(plain(quest.practice[1]?.onFail ?? ''))
    await ada.rules.row(5).dragTo(ada.rules.row(1))
    await expect(ada.rules.cell(1, 'Setting')).toContainText('ED')
    await ada.expectStepPassed(1)
    await ada.write(5, 'Visits', '-')
    await ada.expectStepPassed(2)
    await ada.rules.row(3).focus()
    await ada.press('Duplicate: row 3')
    await ada.write(3, 'Payer', 'meridian advantage')
    await ada.write(3, 'Plan year', '>=2026')
    await ada.write(3, 'Permission', 'no')
    await ada.expectStepPassed(3)
    await ada.hand.turnTo(page.getByRole('tab', { name: /^Gaps/ }))
    await ada.press('Add a row for Power wheelchair')
    await ada.write(7, 'Documents', 'face-to-face visit, home assessment, therapist evaluation')
    await ada.expectStepPassed(4)
    await ada.press('Run')
    await ada.expectStepPassed(5)
    await ada.press('Go and build')
    await ada.expectStage('Build')
  })

  await test.step('every row right and the emergency row last', async () => {
    const [first, ...rest] = reference.rows
    if (!first) throw new Error('the reference has rows')
    await ada.rules.writeTable({ ...reference, rows: [...rest, first] })
    await ada.runRules()
    expect(await ada.verify()).toBe('Not yet')
    const story = page.getByRole('region', { name: 'What happened next' })
    await expect(story).toContainText('has had a fall and hit the head')
    await expect(story).toContainText('Head CT: go ahead')
    await ada.hand.press(page.getByRole('button', { name: /Needless form \(/ }))
    await ada.hand.press(page.getByRole('button', { name: /^Open the chart:/ }).first())
    await expect(page.getByRole('dialog')).toContainText('The card that was wanted')
    await page.keyboard.press('Escape')
    await ada.hand.press(ada.button('Back to the bench').first())
  })

  await test.step('one row moved, and it is gold', async () => {
    await ada.rules.row(reference.rows.length).focus()
    for (let n = 1; n < reference.rows.length; n++) await page.keyboard.press('Alt+ArrowUp')
    await expect(ada.rules.cell(1, 'Setting')).toContainText('ED')
    expect(await ada.verify()).toBe('Gold')
  })
  ada.expectNoProblems()
})

test('by keys alone: in by Tab, arrows, typing, moving, undoing, why', async ({ page }) => {
  const hand = keyboard(page)
  const ada = await sit(page, hand)
  await ada.toBuild()
  await hand.press(ada.button('Run'))
  await expect(page.getByText(/of 400 past orders right/)).toBeVisible()
  await ada.rules.walkTo(11, 'Setting')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(ada.rules.cell(10, 'Setting')).toBeFocused()
  for (let n = 0; n < 9; n++) await page.keyboard.press('Alt+ArrowUp')
  await expect(ada.rules.cell(1, 'Setting')).toContainText('ED')
  await expect(page.getByText('Now row 1.')).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(ada.rules.cell(2, 'Setting')).toContainText('ED')
  await page.keyboard.press('Control+y')
  await expect(ada.rules.cell(1, 'Setting')).toContainText('ED')

  await ada.rules.walkTo(3, 'Service')
  await page.keyboard.type('not(pow')
  await expect(ada.editor().getByRole('listbox').getByRole('option')).toHaveText(['Power wheelchair'])
  await page.keyboard.press('Enter')
  await expect(ada.editor()).toContainText('Service is never')
  await page.keyboard.press('Home')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('not(pow')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type(')')
  await expect(ada.editor()).toContainText('Service is known and not Power wheelchair')
  await page.keyboard.press('Enter')
  await expect(ada.rules.cell(3, 'Service')).toContainText('not(Power wheelchair)')
  await expect(ada.rules.cell(3, 'Service')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(ada.rules.cell(3, 'Service')).not.toContainText('not')
  await page.keyboard.press('Insert')
  await expect(ada.rules.rows).toHaveCount(12)
  await page.keyboard.press('Shift+Delete')
  await expect(ada.rules.rows).toHaveCount(11)

  const first = page.getByRole('region', { name: 'Results' }).getByRole('button', { name: /wrong/ }).first()
  await hand.press(first)
  await expect(page.getByRole('region', { name: 'Why?' })).toContainText(/Row 1 Setting is .*; the row asks for ED/)
  ada.expectNoProblems()
})

test('axe finds nothing on the bench, wide, with a cell open, in every tab, and on a phone', async ({ page }) => {
  const ada = await sit(page)
  await ada.toBuild()
  await expectAccessible(page, 'before a run')
  await ada.runRules()
  await page.getByRole('region', { name: 'Results' }).getByRole('button', { name: /wrong/ }).first().click()
  await expectAccessible(page, 'with a case')
  for (const tab of [/^Gaps/, /^Book/, /^Last run/]) {
    await page.getByRole('tab', { name: tab }).click()
    await expectAccessible(page, String(tab))
  }
  await ada.rules.cell(4, 'Payer').click()
  await expectAccessible(page, 'cell open')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('button', { name: 'Move down: row 1', exact: true })).toBeVisible()
  await expectAccessible(page, 'phone')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('rows are cards: moved, opened, given a condition, nothing off the screen', async ({ page }) => {
    const ada = await sit(page, touch())
    await ada.toBuild()
    for (let n = 11; n > 1; n--) await ada.press(`Move up: row ${n}`)
    await ada.hand.choose(page.getByRole('combobox', { name: 'Add a condition: row 3' }), 'Service')
    await ada.press('Add a condition, row 3')
    await page.getByRole('option', { name: 'Power wheelchair' }).tap()
    await ada.press('not( … )')
    await expect(ada.editor()).toContainText('Service is known and not Power wheelchair')
    await ada.press('Done')
    await expect(page.getByRole('button', { name: 'Service, row 3: not(Power wheelchair)' })).toBeVisible()
    await ada.runRules()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    ada.expectNoProblems()
  })
})
