/**
 * A learner at St Turing. Finds everything by role and name, as a screen reader does, so every play-through also proves
 * that the house can be worked that way.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import { type Bench, canvasBench, tableBench } from './bench.ts'
import { type Hand, mouse } from './hands.ts'
import { columnsToChange, plain, quest } from './quest.ts'

export type StageName = 'Brief' | 'Learn' | 'Practise' | 'Build' | 'Verify' | 'Debrief'

export class Learner {
  readonly page: Page
  readonly hand: Hand
  /** Errors that nobody caught: none may happen, whatever is played. */
  readonly problems: string[] = []

  constructor(page: Page, hand: Hand = mouse()) {
    this.page = page
    this.hand = hand
    page.on('pageerror', (error) => this.problems.push(error.message))
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.hand.press(this.button(name))
  }

  /** Title, player, hospital. */
  async startGame(name: string, address = '/'): Promise<void> {
    await this.page.goto(address)
    await this.press('New game')
    await this.hand.type(this.page.getByRole('textbox', { name: 'Your name' }), name)
    await this.press('Start my first shift')
    await expect(this.page.getByRole('heading', { name: 'St Turing Hospital' })).toBeVisible()
  }

  person(name: string): Locator {
    return this.page.getByRole('region', { name: 'People and places' }).getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async meet(name: string): Promise<void> {
    await this.hand.press(this.person(name))
    await expect(this.dialogue(name)).toBeVisible()
  }

  dialogue(name: string): Locator {
    return this.page.getByRole('region', { name })
  }

  /** Read on until there is something to decide. */
  async listenUntil(name: string): Promise<void> {
    const next = this.button('Next')
    await expect(next.or(this.button(name)).first()).toBeVisible()
    while (await next.isVisible()) await this.hand.press(next)
    await expect(this.button(name)).toBeVisible()
  }

  /** From the floor to the first card of somebody's quest. */
  async takeQuestOf(npc: string): Promise<void> {
    await this.meet(npc)
    await this.listenUntil('Hear the brief')
    await this.press('Hear the brief')
    await this.hearBrief()
  }

  /** The page that a trainer's own file opens: a name is asked for, then the quest is there. */
  async beginOwnQuest(address: string): Promise<void> {
    await this.page.goto(address)
    await this.hand.type(this.page.getByRole('textbox', { name: 'Your name' }), 'Ada')
    await this.press('Start my first shift')
    await this.hearBrief()
  }

  private async hearBrief(): Promise<void> {
    await this.listenUntil("I'll help")
    await this.press("I'll help")
    await this.expectStage('Learn')
  }

  /** From the cards, the last of which is turned up, to the bench. */
  async goOnTo(stage: 'Practise' | 'Build'): Promise<void> {
    await this.hand.press(this.page.getByRole('navigation', { name: 'Cards' }).getByRole('button').last())
    await this.press('Go and practise')
    if (stage === 'Build') await this.press('Skip the practice')
    await this.expectStage(stage)
  }

  async takeTheQuest(): Promise<void> {
    await this.meet(quest.npc.name)
    await this.listenUntil('Hear the brief')
    await this.press('Hear the brief')
    await this.listenUntil("I'll help")
    await expect(this.page.getByText(plain(quest.story.stake).slice(0, 60))).toBeVisible()
    await this.press("I'll help")
    await this.expectStage('Learn')
  }

  async expectStage(stage: StageName): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Stages of this quest' }).locator('[aria-current=step]')).toContainText(stage)
  }

  async goToStage(stage: StageName): Promise<void> {
    await this.hand.press(this.page.getByRole('navigation', { name: 'Stages of this quest' }).getByRole('button', { name: new RegExp(stage) }))
    await this.expectStage(stage)
  }

  async readAllCards(): Promise<void> {
    for (const [at, card] of quest.learn.entries()) {
      await expect(this.page.getByRole('heading', { name: card.title })).toBeVisible()
      if (card.kind === 'widget') await this.playWithTheHundred()
      if (at < quest.learn.length - 1) await this.press('Next')
    }
    await expect(this.page.getByRole('navigation', { name: 'Cards' }).getByRole('button', { name: /read$/ })).toHaveCount(quest.learn.length)
    await this.press('Go and practise')
    await this.expectStage('Practise')
  }

  /** The icon array: other sliders, other counts; calling at random finds fewer. */
  private async playWithTheHundred(): Promise<void> {
    const widget = this.page.getByRole('region', { name: 'Who would you call?' })
    await expect(widget.getByText('6 called, come back')).toBeVisible()
    await this.hand.slide(widget.getByRole('slider', { name: 'Can be called' }), 30)
    await this.hand.slide(widget.getByRole('slider', { name: 'Come back' }), 20)
    await expect(widget.getByText('9 called, come back')).toBeVisible()
    await expect(widget.getByText('21 called, were fine')).toBeVisible()
    await this.hand.pick(widget.getByRole('radio', { name: 'Anybody, at random' }))
    await expect(widget.getByText('6 called, come back')).toBeVisible()
  }

  /** Straight to the bench, for specs about something else. */
  async skipToBuild(name: string, address = '/?map=0'): Promise<void> {
    await this.startGame(name, address)
    await this.takeTheQuest()
    await this.hand.press(this.page.getByRole('navigation', { name: 'Cards' }).getByRole('button').last())
    await this.press('Go and practise')
    await this.press('Skip the practice')
    await this.expectStage('Build')
  }

  /** The step of the practice that is to be done now. */
  step(): Locator {
    return this.page.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]')
  }

  async expectStep(n: number): Promise<void> {
    await expect(this.step()).toContainText(plain(quest.practice[n]?.say ?? '').slice(0, 60))
  }

  /** It passes by itself, and the next one takes its place. */
  async expectStepPassed(n: number): Promise<void> {
    if (n + 1 < quest.practice.length) await this.expectStep(n + 1)
    else await expect(this.button('Go and build')).toBeVisible()
  }

  async askForStep(): Promise<void> {
    await this.hand.press(this.step().getByRole('button', { name: 'Check this step' }))
  }

  /** Every step of the practice on the real bench, with one wrong turn and the words for it. */
  async practise(bench: Bench): Promise<void> {
    await bench.add('Label')
    await bench.join('Discharges', 'Label', 'table')
    await this.expectStepPassed(0)

    await bench.add('LACE')
    await bench.join('Label', 'LACE', 'labelled rows')
    await this.expectStepPassed(1)

    await bench.add('Capacity')
    await bench.join('LACE', 'Capacity', 'scores')
    await this.expectStepPassed(2)

    const share = async () => (await bench.settings('Capacity')).getByRole('textbox', { name: 'Share to follow' })
    await this.hand.type(await share(), '0.5')
    await this.askForStep()
    await expect(this.step().getByRole('alert')).toHaveText(plain(quest.practice[3]?.onFail ?? ''))
    await this.hand.type(await share(), '0.2')
    await this.expectStepPassed(3)

    await bench.join('Capacity', 'The list', 'who to ring')
    await this.expectStepPassed(4)

    await this.press('Run')
    await this.expectStepPassed(5)
    await this.press('Go and build')
    await this.expectStage('Build')
  }

  canvas({ draws }: { draws: boolean }): Bench {
    return canvasBench(this.page, this.hand, { draws })
  }

  async showTable(): Promise<Bench> {
    const way = this.page.getByRole('group', { name: 'Show the pipeline as' }).getByRole('button', { name: 'Table' })
    if ((await way.getAttribute('aria-pressed')) !== 'true') await this.hand.press(way)
    return tableBench(this.page, this.hand)
  }

  async showCanvas(): Promise<void> {
    await this.hand.press(this.page.getByRole('group', { name: 'Show the pipeline as' }).getByRole('button', { name: 'Canvas' }))
  }

  /** From the half-made list of the data office to an honest one: who counts, when, and how many can be rung. */
  async mendTheModel(bench: Bench): Promise<void> {
    const label = await bench.settings('Label')
    await this.hand.type(label.getByRole('combobox', { name: 'Yes when' }), 'readmit30')

    const split = await bench.settings('Split')
    await this.hand.pick(split.getByRole('radio', { name: 'Latest months, no patient on both sides' }))

    const features = await bench.settings('Features')
    for (const { name, label: words, use } of columnsToChange()) {
      const box = features.getByRole('checkbox', { name: new RegExp(`^${words.replace(/[()]/g, '\\$&')}\\s+${name}\\b`) })
      await this.hand.tick(box, use !== null)
      if (use) await this.hand.choose(features.getByRole('combobox', { name: `How ${words} is used` }), TRANSFORMS[use] ?? use)
    }

    const model = await bench.settings('Logistic regression')
    await this.hand.pick(model.getByRole('radio', { name: 'None', exact: true }))
  }

  async keepTheLiving(bench: Bench): Promise<void> {
    await bench.add('Keep rows')
    await bench.join('Discharges', 'Keep rows', 'table')
    await bench.join('Keep rows', 'Label', 'table')
  }

  async fillTheNursesDay(bench: Bench): Promise<void> {
    await bench.remove('Threshold')
    await bench.add('Capacity')
    await bench.join('Logistic regression', 'Capacity', 'scores')
    await bench.join('Capacity', 'The list', 'who to ring')
    const capacity = await bench.settings('Capacity')
    await this.hand.type(capacity.getByRole('textbox', { name: 'Share to follow' }), '0.2')
  }

  async buildReference(bench: Bench): Promise<void> {
    await this.keepTheLiving(bench)
    await this.mendTheModel(bench)
    await this.fillTheNursesDay(bench)
  }

  /** Run on the visible patients; resolves when the results are there. */
  async run(): Promise<void> {
    await this.press('Run')
    await expect(this.page.getByRole('region', { name: 'Results' }).getByRole('tablist')).toBeVisible()
    await expect(this.button('Run')).toBeVisible()
  }

  hints(): Locator {
    return this.page.getByRole('region', { name: 'Hints', exact: true })
  }

  /** Open a hint that has been earned: its words take the place of its button. */
  async readHint(n: number): Promise<void> {
    await this.hand.press(this.hints().getByRole('button', { name: `Read hint ${n}` }))
    await expect(this.hints().getByRole('listitem').nth(n - 1)).toContainText(plain(quest.hints[n - 1]?.md ?? '').slice(0, 60))
    await expect(this.hints().getByRole('button', { name: `Read hint ${n}` })).toHaveCount(0)
  }

  /** Ask when each column is written: put the Timeline on the bench, behind the columns in use. */
  async askWhen(bench: Bench): Promise<void> {
    await bench.add('Timeline')
    await bench.join('Features', 'Timeline', 'look at')
    await this.run()
    await this.inspect('Timeline')
    await expect(this.page.getByRole('region', { name: 'Results' })).toContainText('Charges of the 90-day episode')
  }

  /** Open an inspector by the name of its tab; it must draw something that can also be read as a table. */
  async inspect(tab: string): Promise<void> {
    const results = this.page.getByRole('region', { name: 'Results' })
    await this.hand.turnTo(results.getByRole('tab', { name: tab }))
    await expect(results.getByRole('tabpanel').getByText('Read as table').first()).toBeAttached()
  }

  /** Hand in what is on the bench; the verdict's heading comes back: "Not yet", "Bronze", "Silver", "Gold". */
  async verify(): Promise<string> {
    await this.press('Verify')
    return this.readVerdict()
  }

  async readVerdict(): Promise<string> {
    const heading = this.page.getByRole('heading', { name: /^(Not yet|Bronze|Silver|Gold|This could not be judged)$/ })
    await expect(heading).toBeVisible()
    return (await heading.textContent()) ?? ''
  }

  async expectTheTrap(): Promise<void> {
    const trap = this.page.getByRole('region', { name: 'The lights went out' })
    await expect(trap).toContainText('In the test')
    await expect(trap).toContainText('In use')
    await expect(trap).toContainText('It leaned on columns that are written after the patient has left')
    const lit = (await trap.getByText(/\d+ of 30 beds lit/).allTextContents()).map((words) => Number.parseInt(words, 10))
    expect(lit).toHaveLength(2)
    expect(lit[0], 'beds lit in the test').toBeGreaterThan(lit[1] ?? 30)
  }

  /** On to the debrief, through the talk on the group gap if it comes. */
  async goToDebrief(): Promise<void> {
    await this.hand.press(this.button('Go to the debrief').first())
    const huddle = this.page.getByRole('dialog', { name: 'A word before we go on' })
    await expect(huddle).toBeVisible()
    const choice = quest.machine.states[0]?.choices?.[0]
    await this.hand.press(huddle.getByRole('button', { name: plain(choice?.md ?? '') }))
    await expect(huddle).toContainText(plain(choice?.reply ?? '').slice(0, 50))
    await this.hand.press(huddle.getByRole('button', { name: 'Go on' }))
    await expect(huddle).toHaveCount(0)
    await this.expectStage('Debrief')
  }

  async answerQuestions(): Promise<void> {
    for (const question of quest.check) {
      const group = this.page.getByRole('group', { name: question.q })
      await this.hand.press(group.getByRole('button', { name: question.options[question.answer] ?? '' }))
      await expect(group).toContainText(question.why)
    }
    await expect(this.page.getByText(`${quest.check.length} of ${quest.check.length} at first try`)).toBeVisible()
  }

  async expectComparison(): Promise<void> {
    const table = this.page.getByRole('region', { name: 'Side by side' }).getByRole('table')
    await expect(table).toBeVisible()
    for (const who of ['Yours', 'LACE', 'HOSPITAL', 'Reference']) await expect(table.getByRole('rowheader', { name: who })).toBeVisible()
    await expect(table.getByRole('row', { name: /^Yours/ })).toContainText('gold')
    await expect(table.getByRole('row', { name: /^Reference/ })).toContainText('gold')
    await expect(table.getByRole('row', { name: /^LACE/ })).toContainText('none')
  }

  async finishQuest(): Promise<void> {
    await this.answerQuestions()
    await this.press('Finish the quest')
    await expect(this.page.getByText('This quest is done.')).toBeVisible()
  }

  async backToTheFloor(): Promise<void> {
    await this.hand.press(this.button('Back to the floor').first())
    await expect(this.page.getByRole('heading', { name: 'St Turing Hospital' })).toBeVisible()
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible()
  }

  /** The hospital answers: the door slows, the nurses carry the list, the figure on the wall has moved. */
  async expectTheHospitalAnswered(): Promise<void> {
    const list = this.page.getByRole('region', { name: 'People and places' })
    await expect(list).toContainText('The revolving door turns slowly')
    for (const nurse of ['Sister Joan Malik', 'Sam Okafor', 'Mei Tan']) await expect(this.person(nurse)).toContainText('carries the follow-up list on a tablet')
    await expect(this.page.getByText('13.9%')).toBeVisible()
  }

  expectNoProblems(): void {
    expect(this.problems).toEqual([])
  }
}

const TRANSFORMS: Record<string, string> = {
  log1p: 'log1p: tame a few very large values (zero allowed)',
  log: 'log: tame large values (above zero only)',
}
