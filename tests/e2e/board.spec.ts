/** The board room: into the trap behind the green tick, then to gold by the reference, by keys alone; and on a phone. */
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { BoardDossier, Finding } from '../../src/core/artefacts/board-dossier.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { cardOf, CommitteeSpec } from '../../src/lab/governance/committee-spec.ts'
import { findingWords, reasonWords, voteWords } from '../../src/lab/governance/committee-words.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { keyboard, reach, touch } from './hands.ts'
import { Learner } from './learner.ts'

const quest = JSON.parse(readFileSync('quests/ai-governance-board/quest.json', 'utf8')) as Quest
const committee = CommitteeSpec.parse(quest.data.params)
const dossier = (artefacts: Quest['build']['startArtefacts']) => artefacts['board'] as unknown as BoardDossier
const reference = dossier(quest.build.referenceArtefacts)
const start = dossier(quest.build.startArtefacts)

class Chair extends Learner {
  async sitDown(name: string): Promise<void> {
    await this.startGame(name, '/?map=0')
    await this.takeQuestOf(quest.npc.name)
    await this.goOnTo('Build')
  }

  async turnTo(tab: string | RegExp): Promise<void> {
    await this.hand.turnTo(this.page.getByRole('tab', { name: tab }))
  }

  /** Play the year and look at all of it. */
  async playTheYear(): Promise<void> {
    await this.press('Run')
    await expect(this.square(/month 1:/).first()).toBeVisible()
    await expect(this.button('Run')).toBeEnabled()
    const end = this.button('To month 12')
    if (await end.isEnabled()) await this.hand.press(end)
    await expect(this.square(/month 12:/).first()).toBeVisible()
  }

  square(name: string | RegExp) {
    return this.page.getByRole('table', { name: /^The year/ }).getByRole('button', { name })
  }

  async rule(finding: Finding): Promise<void> {
    const { page, hand } = this
    const ruling = reference.rulings[finding]
    if (!ruling) throw new Error(`the reference has no ruling on ${finding}`)
    await expect(page.getByText(`that says "${findingWords(committee, finding).title}"`)).toBeVisible()
    await hand.pick(page.getByRole('radio', { name: new RegExp(`^${voteWords(committee, ruling.vote).title}`) }))
    await hand.choose(page.getByRole('combobox', { name: 'Because' }), reasonWords(committee, ruling.reason))
  }

  /** By keys: one stop for the whole year, then arrows. */
  async stepTo(finding: Finding): Promise<void> {
    const target = this.square(new RegExp(`: ${findingWords(committee, finding).title}; `, 'i')).first()
    const [product = 0, month = 0] = ((await target.getAttribute('data-place')) ?? '').split(':').map(Number)
    const open = this.square(/./).and(this.page.locator('[aria-pressed=true]'))
    await reach(this.page, open)
    const [fromProduct = 0, fromMonth = 0] = ((await open.getAttribute('data-place')) ?? '').split(':').map(Number)
    for (let n = fromProduct; n !== product; n += Math.sign(product - fromProduct)) await this.page.keyboard.press(product > fromProduct ? 'ArrowDown' : 'ArrowUp')
    for (let n = fromMonth; n !== month; n += Math.sign(month - fromMonth)) await this.page.keyboard.press(month > fromMonth ? 'ArrowRight' : 'ArrowLeft')
    await expect(target).toBeFocused()
  }

  /** Month after month, until nothing is open. */
  async voteAsBefore(): Promise<void> {
    await this.playTheYear()
    const before = this.page.getByRole('button', { name: /^As before on/ })
    const onward = this.page.getByRole('button', { name: /^Go to month/ })
    for (let n = 0; n < 60; n++) {
      if (await before.count() > 0) await this.hand.press(before.first())
      else if (await onward.count() > 0) await this.hand.press(onward)
      else break
    }
    await expect(this.page.getByText('Every month that has come was voted on.')).toBeVisible()
  }

  async fillTheCards(): Promise<void> {
    for (const [id, { name }] of Object.entries(committee.tools)) {
      for (const { id: field, label, options, truth } of cardOf(committee, id)) {
        if (start.cards[id]?.[field] === truth) continue
        const entry = options.find((option) => option.id === truth)?.text ?? ''
        await this.hand.choose(this.page.getByRole('region', { name }).getByRole('combobox', { name: label }), entry)
      }
    }
  }

  async sign(clause: string): Promise<void> {
    await this.hand.tick(this.page.getByRole('switch', { name: committee.clauses[clause]?.title ?? '' }))
  }

  async setTheMonitors(): Promise<void> {
    await this.turnTo('Pipeline')
    const bench = await this.showTable()
    await this.hand.type((await bench.settings('Other people')).getByRole('textbox', { name: 'Alarm above' }), '0.25')
    await this.hand.pick((await bench.settings('Kept promises')).getByRole('radio', { name: 'Bedside' }))
    await this.hand.type((await bench.settings('How busy')).getByRole('textbox', { name: 'Alarm above' }), '5')
    await bench.add('Every group')
    await bench.join('How busy', 'Every group', 'records')
    await bench.join('Every group', 'The contract', 'records')
    await this.turnTo('The board')
  }
}

test('trusts a green tick, then chairs a year on evidence to gold, by keys alone', async ({ page }) => {
  test.setTimeout(300_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const ada = new Chair(page, keyboard(page))
  await ada.sitDown('Ada')
  await ada.playTheYear()
  await ada.stepTo('calibration')
  await ada.rule('calibration')
  await expectAccessible(page, 'the board with a paper open')
  expect(await ada.verify()).toBe('Not yet')
  await expect(page.getByRole('heading', { name: 'On the screen' })).toBeVisible()
  await expect(page.getByText('All systems green')).toBeVisible()

  await ada.goToStage('Build')
  await ada.turnTo(/^Contract/)
  for (const clause of reference.contract) await ada.sign(clause)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('switch', { name: 'Our records stay ours' })).not.toBeChecked()
  await page.keyboard.press('ControlOrMeta+y')
  await expect(page.getByRole('switch', { name: 'Our records stay ours' })).toBeChecked()
  await ada.turnTo(/^Model cards/)
  await ada.fillTheCards()
  await ada.setTheMonitors()
  await ada.playTheYear()
  for (const finding of ['notice', 'gap', 'drift', 'volume', 'quiet'] as const) {
    await ada.stepTo(finding)
    await ada.rule(finding)
  }
  // A month without a vote is told; then every month is voted on as such papers were before.
  expect(await ada.verify()).toBe('Not yet')
  await expect(page.getByText('has months in which nobody voted').first()).toBeVisible()
  await ada.goToStage('Build')
  await ada.voteAsBefore()
  expect(await ada.verify()).toBe('Gold')
  await expect(page.getByText('Kept out until tested').first()).toBeVisible()
  expect(ada.problems).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('goes through the months, asks, and votes on a paper', async ({ page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const ada = new Chair(page, touch())
    await ada.sitDown('Ada')
    await ada.press('Run')
    await expect(ada.square(/month 1:/)).toHaveCount(Object.keys(committee.tools).length)
    await ada.press('Next month')
    await ada.press('Next month')
    await ada.square(/^Sepsis watch, month 3: a broken promise/).tap()
    await expect(page.getByRole('article', { name: 'Sepsis watch, month 3' })).toBeInViewport()
    await ada.rule('calibration')
    await expect(page.getByText('Round the table')).toBeVisible()
    await expectNothingClipped(page, 'the year on a phone')
    // The vote plays the year anew from the next month on: sepsis watch is mended.
    await ada.press('Next month')
    await expect(ada.square(/^Sepsis watch, month 4: .*under repair/)).toBeVisible()
    await ada.turnTo(/^Questions/)
    await ada.press(/^Ask: Sepsis watch: what would fool it/)
    await expect(page.getByText('It believes every number it is sent')).toBeVisible()
    await ada.turnTo(/^Model cards/)
    await expectNothingClipped(page, 'the cards on a phone')
    await expectAccessible(page, 'the cards on a phone')
    expect(ada.problems).toEqual([])
  })
})
