/** A trainer's own file, opened through the door of `quest play`: patients, rules and a verdict that no code of the game knows. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { RuleTable } from '../../src/core/artefacts/rule-table.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { exampleFile, playing } from './example.ts'
import { Learner } from './learner.ts'
import { plain } from './quest.ts'
import { RuleGrid } from './rule-grid.ts'

const questOf = (name: string) => JSON.parse(readFileSync(exampleFile(name), 'utf8')) as Quest
const [rules, risk] = [questOf('chart-access-rules'), questOf('deterioration-watch')]

class Auditor extends Learner {
  readonly quest: Quest
  readonly rules = new RuleGrid(this.page)

  constructor(page: Page, quest: Quest) {
    super(page)
    this.quest = quest
  }

  async toPractice(address: string): Promise<void> {
    await this.beginOwnQuest(address)
    for (const [at, card] of this.quest.learn.entries()) {
      await expect(this.page.getByRole('heading', { name: card.title })).toBeVisible()
      if (at < this.quest.learn.length - 1) await this.press('Next')
    }
    await this.press('Go and practise')
    await this.expectStage('Practise')
  }

  override async expectStepPassed(n: number): Promise<void> {
    const next = this.quest.practice[n + 1]
    if (next) await expect(this.step()).toContainText(plain(next.say).slice(0, 40))
    else await expect(this.button('Go and build')).toBeVisible()
  }

  override async answerQuestions(): Promise<void> {
    for (const question of this.quest.check) {
      const group = this.page.getByRole('group', { name: question.q })
      await this.hand.press(group.getByRole('button', { name: question.options[question.answer] ?? '' }))
      await expect(group).toContainText(question.why)
    }
  }
}

test('rules over an audit table: learns, practises, is locked out by the trap, and writes the book to gold', async ({ page }) => {
  await playing('chart-access-rules', async (address) => {
    const ada = new Auditor(page, rules)
    await ada.toPractice(address)

    await test.step('practise on past openings, with the reason for each', async () => {
      await ada.press('Run')
      await expect(page.getByText(/\d+ of 200 past openings right/)).toBeVisible()
      await ada.expectStepPassed(0)
      await page.getByRole('region', { name: 'Results' }).getByRole('button', { name: /wrong/ }).first().click()
      const why = page.getByRole('region', { name: 'Why?' })
      await expect(why).toContainText('The bookAccess: allow; Review: yes')
      await expect(why).toContainText(/Row 1/)
      await ada.rules.row(2).focus()
      await page.keyboard.press('Alt+ArrowUp')
      await ada.expectStepPassed(1)
      await page.getByRole('tab', { name: /^Gaps/ }).click()
      await expect(page.getByRole('region', { name: 'Results' })).toContainText(/openings? ha(s|ve) no row/)
      await ada.rules.addRow(2, { Reason: 'null', Access: 'allow', Review: 'yes' })
      await ada.expectStepPassed(2)
      await ada.rules.addRow(1, { Opens: '> 60', Access: 'deny', Review: 'yes' })
      await ada.expectStepPassed(3)
      await ada.press('Run')
      await ada.expectStepPassed(4)
      await ada.press('Go and build')
      await ada.expectStage('Build')
    })

    await test.step('the table as it is handed over holds emergencies', async () => {
      expect(await ada.verify()).toBe('Not yet')
      const story = page.getByRole('region', { name: 'What happened next' })
      await expect(story).toContainText('met a closed door')
      await expect(story).toContainText(/Row 1 speaks/)
      await page.getByRole('button', { name: /^Access: deny, should be allow \(/ }).click()
      await page.getByRole('button', { name: /^Open the chart:/ }).first().click()
      const chart = page.getByRole('dialog')
      await expect(chart).toContainText('What the log says')
      await expect(chart).toContainText('It should have been: Access allow')
      await page.keyboard.press('Escape')
      await expectAccessible(page, 'verdict on rulings')
      await ada.hand.press(ada.button('Back to the bench').first())
    })

    await test.step('the book, page by page', async () => {
      await ada.rules.writeTable(rules.build.referenceArtefacts['ruleTable'] as unknown as RuleTable)
      await ada.press('Run')
      await expect(page.getByText('400 of 400 past openings right')).toBeVisible()
      await page.getByRole('tab', { name: /^Gaps/ }).click()
      await expect(page.getByRole('region', { name: 'Results' })).toContainText('Every one of these openings has a row')
      await page.getByRole('tab', { name: 'Last run' }).click()
      await expect(page.getByRole('region', { name: 'Access: what your rules say' })).toBeVisible()
      await expectAccessible(page, 'rules bench on a table of its own')
      expect(await ada.verify()).toBe('Gold')
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNothingClipped(page, 'verdict on a phone')
      await page.setViewportSize({ width: 1120, height: 700 })
    })

    await test.step('and to the end', async () => {
      await ada.hand.press(ada.button('Go to the debrief').first())
      await ada.expectStage('Debrief')
      await ada.answerQuestions()
      await ada.press('Finish the quest')
      await expect(page.getByText('This quest is done.')).toBeVisible()
    })
    ada.expectNoProblems()
  })
})

test('a risk of getting worse: the list of the start leans on what is written too late, and the charts say so', async ({ page }) => {
  await playing('deterioration-watch', async (address) => {
    const ada = new Auditor(page, risk)
    await ada.toPractice(address)
    await ada.press('Run')
    await ada.expectStepPassed(0)
    await ada.press('Skip the practice')
    await ada.expectStage('Build')
    await ada.run()
    await ada.inspect('Spread')
    expect(await ada.verify()).toBe('Not yet')
    await expect(page.getByRole('region', { name: 'The lights went out' })).toContainText('It learnt from what is written when somebody has noticed already')
    await page.getByRole('button', { name: /^Open the chart:/ }).first().click()
    const chart = page.getByRole('dialog')
    await expect(chart).toContainText('At eight in the morning')
    await expect(chart).toContainText('Not known yet')
    ada.expectNoProblems()
  })
})
