import { expect, type Page, test } from '@playwright/test'
import { Learner } from './learner.ts'

/** Longest the main thread may be held by one task. */
const HELD_MS = 50

interface TraceEvent { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { name?: string } }

/**
 * Press a button and trace the page until `Stop` has come and gone. Gives the time on the processor of every task of the
 * main thread that was longer than it may be: time on the processor, since a busy machine makes every clock look slow.
 */
async function tasksThatHold(page: Page, button: string): Promise<number[]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser to trace')
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] })
  await page.evaluate(([start, sign]) => new Promise<void>((done) => {
    const find = (words: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)
    performance.mark('job begins')
    find(start)?.click()
    let seen = false
    const watch = new MutationObserver(() => {
      const here = find(sign) !== undefined
      if (seen && !here) {
        performance.mark('job ends')
        watch.disconnect()
        done()
      }
      seen ||= here
    })
    watch.observe(document.body, { childList: true, subtree: true })
  }), [button, 'Stop'] as const)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mark = (name: string) => traceEvents.find((event) => event.name === name)
  const [begins, ends] = [mark('job begins'), mark('job ends')]
  if (!begins || !ends) throw new Error('the job left no marks in the trace')
  const onMain = traceEvents.filter(({ pid, tid, ph }) => pid === begins.pid && tid === begins.tid && ph === 'X')
  const tasks = onMain.filter(({ name, ts, dur = 0 }) => name.endsWith('RunTask') && ts + dur >= begins.ts && ts <= ends.ts)
  expect(tasks.length, 'tasks in the trace').toBeGreaterThan(5)
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1000)).filter((ms) => ms > HELD_MS)
}

/** A list of the data office's with the slowest model the bench allows. */
async function slowGraph(ada: Learner): Promise<void> {
  const table = await ada.showTable()
  await table.remove('Logistic regression')
  await table.add('Boosted trees')
  await table.join('Features', 'Boosted trees', 'features')
  await table.join('Boosted trees', 'Threshold', 'scores')
  const trees = await table.settings('Boosted trees')
  await trees.getByRole('textbox', { name: 'Number of trees' }).fill('300')
  await trees.getByRole('textbox', { name: 'Questions in a row' }).fill('6')
  const features = await table.settings('Features')
  // All columns but those that only name people.
  for (const box of await features.getByRole('checkbox').all()) {
    const words = await box.locator('xpath=ancestor::label').textContent()
    if (!/\b(pid|name)\b/.test(words ?? '')) await box.check()
  }
}

test('the heaviest graph can be stopped at once, at the bench and before the judge, and nothing is counted', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  await slowGraph(ada)

  for (const what of ['Run', 'Verify'] as const) {
    await ada.press(what)
    const stop = ada.button('Stop')
    await expect(stop).toBeVisible()
    await page.waitForTimeout(400)
    const began = Date.now()
    await stop.click()
    await expect(page.getByText('Stopped. Nothing was counted.')).toBeVisible({ timeout: 3000 })
    expect(Date.now() - began, `${what} has stopped, in ms`).toBeLessThan(3000)
    await ada.expectStage('Build')
    await expect(ada.button('Verify')).toBeEnabled()
    await expect(page.getByText('40 runs left')).toBeVisible()
  }
  await ada.goToStage('Brief')
  await page.goto('/?map=0#/journal')
  await expect(page.getByText('Nothing judged yet.')).toBeVisible()
  ada.expectNoProblems()
})

test('a run and a verdict never hold the main thread for 50 ms', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  await ada.buildReference(await ada.showTable())
  // The first run also compiles code and lays out the results for the first time.
  await ada.run()
  expect(await tasksThatHold(page, 'Run'), 'long tasks while running, in ms').toEqual([])
  expect(await tasksThatHold(page, 'Verify'), 'long tasks while judging, in ms').toEqual([])
  expect(await ada.readVerdict()).toBe('Gold')
})
