/** A second tab of the same browser: it shows what the first one does, and nothing in it can be changed. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { readSave, writeSave } from '../../src/core/save/document.ts'
import { readQuest, saveAtTheBench } from '../saves/at-the-bench.ts'
import { Learner } from './learner.ts'

/** One quest for each kind of bench. */
const BENCHES = ['readmission-risk', 'pa-coverage-check', 'hl7-front-door', 'deid-release', 'rag-guideline-desk', 'noshow-fair-clinic', 'ai-governance-board']
/** The second bench of its quest. */
const RUNNING = 'Running the day'
const FOLLOWING = 'St Turing is open in another tab.'

/** One learner, at the bench of each of these quests. */
function saveAtEveryBench(): string {
  const saves = BENCHES.map((slug) => readSave(saveAtTheBench('Ada', readQuest(slug))))
  const facts = saves.flatMap((read, n) => (read.ok ? read.document.facts.map((fact) => ({ ...fact, seq: n * 1000 + fact.seq, at: fact.at + n * 1_000_000 })) : []))
  return writeSave(facts)
}

async function take(page: Page, save: string): Promise<void> {
  await page.goto('/?map=0')
  await page.getByRole('button', { name: 'Import a save' }).click()
  await page.getByLabel('Choose a file').setInputFiles({ name: 'save.json', mimeType: 'application/json', buffer: Buffer.from(save) })
  await expect(page.getByText(/The save of Ada, level \d+, is open/)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
}

/**
 * Press, type into, tick and turn everything in the bench that answers, in every one of its tabs, and try its keys: whatever a
 * learner might do who does not know that this tab only follows. Resolves with how much there was to try.
 */
function tryEverything(page: Page): Promise<number> {
  return page.locator('.workbench-bench').evaluate(async (bench) => {
    const breath = () => new Promise((resolve) => setTimeout(resolve, 30))
    const set = (element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
      const kind = element instanceof HTMLInputElement ? HTMLInputElement : element instanceof HTMLSelectElement ? HTMLSelectElement : HTMLTextAreaElement
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, value)
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }))
    }
    let tried = 0
    const press = (element: Element, key: string, more: KeyboardEventInit = {}) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    const poke = (element: Element) => {
      // A field in a disabled group is disabled too, and says so only when asked this way.
      if (!element.isConnected || element.matches(':disabled, [aria-disabled=true], [readonly]')) return
      tried++
      if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) element.click()
      else if (element instanceof HTMLInputElement) set(element, element.type === 'range' ? element.max : '7')
      else if (element instanceof HTMLTextAreaElement) set(element, 'seven')
      else if (element instanceof HTMLSelectElement) set(element, element.options[element.options.length - 1]?.value ?? '')
      else if (element instanceof HTMLElement) element.click()
    }
    // What a press opens is tried too, whatever it closes; some lists have no end.
    const seen = new WeakSet<Element>()
    const next = () => [...bench.querySelectorAll('button:not([role=tab]), input, select, textarea')].find((element) => !seen.has(element))
    const everything = async () => {
      for (let n = 0, element = next(); element && n < 120; n++, element = next()) {
        seen.add(element)
        poke(element)
        await breath()
      }
      for (const element of bench.querySelectorAll('[tabindex="0"]:not([role=tab]), [contenteditable=true]')) {
        if (!(element instanceof HTMLElement) || !element.isConnected) continue
        tried++
        element.click()
        element.focus()
        for (const key of ['Insert', 'Delete', 'Enter', 'ArrowDown', '7']) press(element, key)
        press(element, 'ArrowUp', { altKey: true })
        press(element, 'z', { ctrlKey: true })
        press(element, 'd', { ctrlKey: true })
        press(element, 'v', { ctrlKey: true })
        await breath()
      }
    }
    await everything()
    for (const tab of bench.querySelectorAll<HTMLElement>('[role=tab]')) {
      // Another bench of the same quest is another bench: it is tried on its own.
      if (!tab.isConnected || tab.closest('[role=tablist][aria-label="Benches of this quest"]')) continue
      tab.click()
      await breath()
      await everything()
    }
    return tried
  })
}

const undo = (page: Page) => page.locator('.workbench-bench').getByRole('button', { name: /^(Undo|Nothing to undo)/ })

test('every kind of bench is shown for reading in a tab that follows: nothing can be changed, run or handed in', async ({ page }) => {
  const ada = new Learner(page)
  await take(page, saveAtEveryBench())
  const other = await page.context().newPage()
  const second = new Learner(other)
  let tried = 0
  for (const slug of BENCHES) {
    await test.step(slug, async () => {
      await other.goto(`/?map=0#/quest/${slug}/build`)
      await other.reload()
      await expect(other.getByText(FOLLOWING)).toBeVisible()
      await expect(second.button('Verify')).toBeDisabled()
      await expect(second.button('Run')).toBeDisabled()
      if (slug === 'noshow-fair-clinic') await other.getByRole('tab', { name: RUNNING }).click()
      // What was changed here would be named on the button that takes it back.
      await expect(undo(other)).toBeDisabled()
      tried += await tryEverything(other)
      await expect(undo(other)).toHaveAccessibleName(/^(Undo|Nothing to undo)$/)
    })
  }
  expect(tried, 'there was something to try').toBeGreaterThan(100)
  ada.expectNoProblems()
  second.expectNoProblems()
})

test('a tab whose pen was taken cannot take back by key what it did before', async ({ page }) => {
  const changes: Record<string, (bench: Locator) => Promise<void>> = {
    'rag-guideline-desk': (bench) => bench.getByText('A person takes over what is refused').click(),
    'noshow-fair-clinic': (bench) => bench.locator('label:has(input[type=radio]:not(:checked))').first().click(),
    'hl7-front-door': (bench) => bench.getByRole('button', { name: 'Add a row', exact: true }).click(),
  }
  const ada = new Learner(page)
  await take(page, saveAtEveryBench())
  for (const [slug, change] of Object.entries(changes)) {
    await test.step(slug, async () => {
      await page.goto(`/?map=0#/quest/${slug}/build`)
      if (slug === 'noshow-fair-clinic') await page.getByRole('tab', { name: RUNNING }).click()
      await expect(undo(page)).toHaveAccessibleName('Undo')
      await change(page.locator('.workbench-bench'))
      await expect(undo(page)).toHaveAccessibleName(/^Undo: /)
      const before = await undo(page).getAttribute('aria-label')
      await ada.expectSaved()
      const other = await page.context().newPage()
      const second = new Learner(other)
      await other.goto('/?map=0')
      await second.press('Play in this tab')
      await expect(page.getByText(FOLLOWING)).toBeVisible()
      // Where everything is shown for reading, nothing holds the focus: the key as if something still did.
      await undo(page).dispatchEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true })
      await expect(undo(page)).toHaveAccessibleName(before ?? '')
      await other.close()
      await expect(page.getByText(FOLLOWING)).toHaveCount(0)
      await expect(undo(page)).toBeEnabled()
    })
  }
  ada.expectNoProblems()
})

test('whatever is tried in a tab that follows, it says why nothing comes of it; taking the pen, the same press works', async ({ page }) => {
  const ada = new Learner(page)
  await ada.startGame('Ada', '/?map=0')
  await ada.takeTheQuest()
  const other = await page.context().newPage()
  const second = new Learner(other)
  await other.goto('/?map=0#/quest/readmission-risk')
  await second.expectStage('Learn')
  await second.press('Hide this notice')
  await expect(other.getByText(FOLLOWING)).toHaveCount(0)

  await other.getByRole('navigation', { name: 'Cards' }).getByRole('button').last().click()
  await expect(other.getByText(FOLLOWING)).toHaveCount(0)
  await second.press('Go and practise')
  await expect(other.getByText(FOLLOWING)).toBeVisible()
  await second.expectStage('Learn')
  await second.press('Play in this tab')
  await expect(other.getByText(FOLLOWING)).toHaveCount(0)
  await second.press('Go and practise')
  await second.expectStage('Practise')
  await ada.expectStage('Practise')
  await expect(page.getByText(FOLLOWING)).toBeVisible()
  ada.expectNoProblems()
  second.expectNoProblems()
})
