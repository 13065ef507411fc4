import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { readSave } from '../../src/core/save/document.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { withProfile } from './browser.ts'
import { fillableDisk } from './full-disk.ts'
import { Learner } from './learner.ts'
import { quest } from './quest.ts'

const BUILD = '/?map=0#/quest/readmission-risk/build'

test('killed in a burst of changes, three times: what was called saved is there, and the half-made graph with it', async () => {
  await withProfile(async (profile) => {
    let context = await profile.open()
    let page = context.pages()[0] ?? await context.newPage()
    let ada = new Learner(page)
    await ada.skipToBuild('Ada')
    await ada.keepTheLiving(await ada.showTable())
    await ada.expectSaved()

    for (let round = 1; round <= 3; round++) {
      const shuffle = (await (await ada.showTable()).settings('Split')).getByRole('textbox', { name: 'Shuffle number' })
      const saved = await lastCalledSaved(page, shuffle, round * 1000)
      await profile.kill(context)

      context = await profile.open()
      page = context.pages()[0] ?? await context.newPage()
      ada = new Learner(page)
      await page.goto(BUILD)
      await ada.expectStage('Build')
      await expect(page.getByText('could not be read')).toHaveCount(0)
      const table = await ada.showTable()
      await expect(page.getByRole('button', { name: /^2\. Keep rows/ })).toBeVisible()
      const now = Number(await (await table.settings('Split')).getByRole('textbox', { name: 'Shuffle number' }).inputValue())
      expect(now, 'the last change that was called saved').toBeGreaterThanOrEqual(saved)
      expect(saved).toBeGreaterThan(round * 1000)
    }
    ada.expectNoProblems()
  })
})

/** Change a number over and over, a little faster and a little slower than the game writes; resolves in the middle of it. */
async function lastCalledSaved(page: Page, field: Locator, from: number): Promise<number> {
  await field.evaluate((element, start) => {
    const input = element as HTMLInputElement
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const state = { n: start, saved: start, settled: start }
    Object.assign(globalThis, { burst: state })
    const change = () => {
      write?.call(input, String(++state.n))
      input.dispatchEvent(new Event('input', { bubbles: true }))
      setTimeout(change, state.n % 3 === 0 ? 700 : 430)
    }
    // "Saved" speaks of the number before the last one at least: the last one may still wait for a pause.
    const listen = () => {
      const sign = document.querySelector('[data-saved]')?.getAttribute('data-saved')
      if (sign === 'saving') state.settled = state.n
      if (sign === 'saved') state.saved = Math.max(state.saved, state.settled)
      setTimeout(listen, 5)
    }
    change()
    listen()
  }, from)
  const read = () => page.evaluate(() => (globalThis as unknown as { burst: { saved: number } }).burst.saved)
  await expect.poll(read, { intervals: [40] }).toBeGreaterThan(from + 3)
  return read()
}

test('loaded again at every stage, the quest stands at the exact step', async ({ page }) => {
  const ada = new Learner(page)
  await ada.startGame('Ada', '/?map=0')
  await ada.takeTheQuest()
  const reload = async () => {
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await page.reload()
  }

  await test.step('learn: the first card that was not read', async () => {
    await ada.press('Next')
    await ada.press('Next')
    await expect(page.getByRole('heading', { name: quest.learn[2]?.title ?? '' })).toBeVisible()
    await reload()
    await expect(page.getByRole('heading', { name: quest.learn[3]?.title ?? '' })).toBeVisible()
  })

  await test.step('practise: the step, the block and its wire', async () => {
    await page.getByRole('navigation', { name: 'Cards' }).getByRole('button').last().click()
    await ada.press('Go and practise')
    const table = await ada.showTable()
    await table.add('Label')
    await table.join('Discharges', 'Label', 'table')
    await ada.expectStepPassed(0)
    await table.add('HOSPITAL')
    await reload()
    await ada.expectStage('Practise')
    await ada.expectStep(1)
    const again = await ada.showTable()
    await expect(page.getByRole('button', { name: /^\d\. HOSPITAL/ })).toBeVisible()
    await expect((await again.settings('Label')).getByRole('combobox', { name: 'Input: table' })).toHaveValue('src.table')
  })

  await test.step('build: a half-made graph, wire by wire', async () => {
    await ada.press('Skip the practice')
    const table = await ada.showTable()
    await table.remove('Features')
    await reload()
    await ada.expectStage('Build')
    await ada.showTable()
    await expect(page.getByRole('button', { name: /^\d\. Features/ })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^\d\. Logistic regression/ })).toBeVisible()
    await table.add('Features')
    await table.join('Split', 'Features', 'split')
    await table.join('Features', 'Logistic regression', 'features')
  })

  await test.step('verify: the verdict stands, its charts can be had again', async () => {
    await table(ada)
    await ada.verify()
    await reload()
    await ada.expectStage('Verify')
    expect(await ada.readVerdict()).toBe('Not yet')
    await ada.press('Show charts and cases again')
    await expect(page.getByRole('heading', { name: 'Read the charts' })).toBeVisible()
  })

  await test.step('verify, left in the middle: the verdict is asked for again', async () => {
    await ada.hand.press(ada.button('Back to the bench').first())
    await ada.buildReference(await ada.showTable())
    await ada.press('Verify')
    await expect(ada.button('Stop')).toBeVisible()
    await page.reload()
    expect(await ada.readVerdict()).toBe('Gold')
  })

  await test.step('huddle and debrief: the talk, then the answers given', async () => {
    await ada.button('Go to the debrief').first().click()
    await expect(page.getByRole('dialog', { name: 'A word before we go on' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('dialog', { name: 'A word before we go on' })).toBeVisible()
    await page.keyboard.press('Escape')
    await ada.goToDebrief()
    const [first] = quest.check
    await page.getByRole('group', { name: first?.q ?? '' }).getByRole('button').first().click()
    await reload()
    await ada.expectStage('Debrief')
    await expect(page.getByRole('group', { name: first?.q ?? '' })).toContainText(first?.why ?? '')
  })
  ada.expectNoProblems()
})

test('out of the journal onto the bench: what was half-made there is kept beside it, over a reload, and comes back', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  expect(await ada.verify()).toBe('Not yet')
  await ada.hand.press(ada.button('Back to the bench').first())
  await (await ada.showTable()).add('Calibrate')
  await ada.expectSaved()
  const calibrate = page.getByRole('button', { name: /^\d\. Calibrate/ })
  await page.goto('/?map=0#/journal')
  await ada.press('Put it on the bench')
  await ada.expectStage('Build')
  await ada.showTable()
  await expect(calibrate).toHaveCount(0)
  await expect(page.getByText('What was on the bench before is kept.')).toBeVisible()
  await ada.expectSaved()
  await page.reload()
  await expect(page.getByText('What was on the bench before is kept.')).toBeVisible()
  await ada.showTable()
  await ada.press('Put it back')
  await expect(calibrate).toBeVisible()
  await expect(page.getByText('What was on the bench before is kept.')).toHaveCount(0)
  ada.expectNoProblems()
})

/** The columns of a new Features block are the block's own: the starter's leak has to be put back. */
async function table(ada: Learner): Promise<void> {
  const features = await (await ada.showTable()).settings('Features')
  for (const name of ['Charges of the 90-day episode', 'Nights in hospital', 'Came as an emergency', 'Other illnesses', 'Emergency visits']) {
    await ada.hand.tick(features.getByRole('checkbox', { name: new RegExp(name) }).first())
  }
}

test('a save with something unreadable in it is put aside whole, with a sentence and a download; the rest plays on', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  await ada.expectSaved()
  await page.evaluate(() => new Promise<void>((done, fail) => {
    const open = indexedDB.open('st-turing')
    open.onerror = () => fail(open.error)
    open.onsuccess = () => {
      const change = open.result.transaction('save', 'readwrite')
      change.objectStore('save').put({ type: 'solution.changed', solution: '<img src=x onerror=alert(1)>', at: 'yesterday' }, ['fact', 'stranger', 1])
      change.oncomplete = () => {
        open.result.close()
        done()
      }
    }
  }))
  await page.reload()
  await expect(page.getByText('Part of your save could not be read.')).toBeVisible()
  await ada.expectStage('Build')
  const coming = page.waitForEvent('download')
  await ada.press('Download the old save')
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^st-turing-save-.*\.json$/)
  expect(readFileSync(await download.path(), 'utf8')).toContain('onerror')
  await page.reload()
  await expect(page.getByText('Part of your save could not be read.')).toHaveCount(0)
  await page.goto('/?map=0#/hospital')
  await ada.press('Settings')
  await page.getByRole('tab', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Download: Ada, / })).toHaveCount(1)
  await expect(page.getByRole('listitem').filter({ hasText: 'Part of it could not be read' })).toHaveCount(1)

  // What can be read of it can be played on from; the whole stays, for somebody who can read the rest.
  await ada.press(/^Open this one: Ada, /)
  await expect(page.getByText(/The save of Ada, level \d+, is open\. 1 of its \d+ entries could not be read/)).toBeVisible()
  await expect(ada.button(/^Continue/)).toContainText('Ada')
  await page.goto(BUILD)
  await ada.expectStage('Build')
  ada.expectNoProblems()
})

/** What a click on a button hands over as a file. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download')
  await press()
  const download = await coming
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test('a full disk: a sentence, a file with everything, play goes on, and when there is room again it is saved', async ({ page }) => {
  const fill = await fillableDisk(page)
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  await ada.expectSaved()
  await fill(true)
  await (await ada.showTable()).add('Calibrate')
  await expect(page.getByText('There is no room left in this browser.')).toBeVisible()
  await expect(page.getByText('Not saved yet')).toBeVisible()
  const { name, text } = await downloaded(page, () => ada.press('Export a save'))
  expect(name).toMatch(/^st-turing-\d{4}-\d\d-\d\d\.json$/)
  const read = readSave(text)
  const bench = read.ok ? read.document.facts.findLast((fact) => fact.type === 'solution.changed') : undefined
  expect(bench?.solution.graph.nodes.map(({ block }) => block), 'the file holds what could not be saved').toContain('ml.calibrate')
  await (await ada.showTable()).add('Capacity')
  await fill(false)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByText('There is no room left in this browser.')).toHaveCount(0)
  await page.reload()
  await ada.showTable()
  await expect(page.getByRole('button', { name: /^\d\. Capacity/ })).toBeVisible()
})

test('a full disk can be erased, and nothing that waited comes back', async ({ page }) => {
  const fill = await fillableDisk(page)
  const ada = new Learner(page)
  await ada.startGame('Ada', '/?map=0')
  await fill(true)
  await ada.meet(quest.npc.name)
  await ada.listenUntil('Hear the brief')
  await ada.press('Hear the brief')
  await ada.listenUntil("I'll help")
  await ada.press("I'll help")
  await expect(page.getByText('There is no room left in this browser.')).toBeVisible()
  // The notice lies over the way to the settings.
  await ada.press('Hide this notice')
  await ada.backToTheFloor()
  await ada.press('Settings')
  await page.getByRole('tab', { name: 'Save', exact: true }).click()
  await ada.press('Erase everything')
  await ada.press('Yes, erase it')
  await expect(ada.button('New game')).toBeVisible()
  await expect(page.getByText('There is no room left in this browser.')).toHaveCount(0)
  await fill(false)
  await page.reload()
  await expect(ada.button('New game')).toBeVisible()
  await expect(ada.button(/^Continue/)).toHaveCount(0)
})

test('where nothing can be kept (storage blocked) the game says so and plays', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') }
  })
  const ada = new Learner(page)
  await page.goto('/?map=0')
  await expect(page.getByText('Your browser does not let us keep anything').or(page.getByText('This browser does not let us keep anything'))).toBeVisible()
  await ada.skipToBuild('Ada')
  await expect(page.getByText('Not saved yet')).toBeVisible()
  expect(await ada.verify()).toBe('Not yet')

  // A save brought along on a stick plays on this machine, and the work of this visit can be gone back to.
  await page.evaluate(() => { location.hash = '#/' })
  await importFile(page, 'tests/saves/v1-good.json')
  await expect(page.getByText(/The save of Noor, level \d+, is open.*It lasts until this tab is closed/)).toBeVisible()
  await ada.press('Close')
  await expect(ada.button(/^Continue/)).toContainText('Noor')
  await ada.press('Settings')
  await page.getByRole('tab', { name: 'Save', exact: true }).click()
  await ada.press(/^Open this one: Ada, /)
  await expect(page.getByText(/The save of Ada, level \d+, is open/)).toBeVisible()
  await page.evaluate(() => { location.hash = '#/quest/readmission-risk/verify' })
  await expect(page.getByRole('heading', { name: 'Not yet' })).toBeVisible()
  ada.expectNoProblems()
})

async function importFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByRole('button', { name: 'Import a save' }).click()
  await page.getByLabel('Choose a file').setInputFiles(file)
}

test.describe('over a flaky line', () => {
  // What is in the cache needs no line.
  test.use({ serviceWorkers: 'block' })

  test('a save whose reader does not arrive is not taken for an empty one: load the page again, and all of it is there', async ({ page }) => {
    const ada = new Learner(page)
    await ada.skipToBuild('Ada')
    await (await ada.showTable()).add('Calibrate')
    await ada.expectSaved()
    await page.route(/\/assets\/quest-[\w-]+\.js$/, (route) => route.abort())
    await page.goto('/?map=0#/hospital')
    await page.reload()
    await expectAccessible(page, 'a save that could not be fetched')
    await expect(page.getByRole('alert')).toContainText('Your save is here, but the part of the game that reads it could not be fetched')
    await expect(ada.button('New game')).toHaveCount(0)
    await page.unroute(/\/assets\/quest-[\w-]+\.js$/)
    await ada.press('Load the page again')
    await expect(page.getByRole('heading', { name: 'St Turing Hospital' })).toBeVisible()
    await expect(page.getByText('does not let us keep anything')).toHaveCount(0)
    await page.goto(BUILD)
    await ada.showTable()
    await expect(page.getByRole('button', { name: /^\d\. Calibrate/ })).toBeVisible()
  })

  test('a screen that does not arrive leaves words and a way on, not an empty page', async ({ page }) => {
    const ada = new Learner(page)
    await ada.startGame('Ada', '/?map=0')
    await page.route(/\/assets\/journal-[\w-]+\.js$/, (route) => route.abort())
    await ada.press('Journal')
    await expect(page.getByRole('alert')).toContainText('could not be fetched')
    await page.unroute(/\/assets\/journal-[\w-]+\.js$/)
    await ada.press('Load the page again')
    await expect(page.getByRole('heading', { name: 'Journal' })).toBeVisible()
  })
})

test.describe('importing', () => {
  for (const [what, file] of [
    ['a text', 'tests/saves/not-a-save.txt'],
    ['a save of a newer version', 'tests/saves/newer.json'],
    ['half a save', 'tests/saves/v1-truncated.json'],
    ['a hostile file', 'tests/saves/hostile.json'],
  ] as const) {
    test(`${what} is refused in a sentence, and nothing changes`, async ({ page }) => {
      const ada = new Learner(page)
      await ada.startGame('Ada', '/?map=0')
      await page.goto('/?map=0')
      await importFile(page, file)
      const dialog = page.getByRole('dialog', { name: 'Import a save' })
      await expect(dialog).toContainText('This file could not be used.')
      await expect(dialog).toContainText('Nothing was changed.')
      await ada.press('Close')
      await expect(ada.button(/^Continue/)).toContainText('Ada')
      ada.expectNoProblems()
    })
  }

  test('there and back: exported, erased, taken in again, and everything is as it was', async ({ page }) => {
    const noor = new Learner(page)
    await page.goto('/?map=0')
    await importFile(page, 'tests/saves/v1-good.json')
    await expect(page.getByText(/The save of Noor, level \d+, is open/)).toBeVisible()
    await noor.press('Close')
    await noor.press(/^Continue/)
    await noor.expectTheHospitalAnswered()

    await noor.press('Settings')
    await page.getByRole('tab', { name: 'Save', exact: true }).click()
    const coming = page.waitForEvent('download')
    await noor.press('Export my save')
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^st-turing-\d{4}-\d\d-\d\d\.json$/)
    const buffer = readFileSync(await download.path())
    await noor.press('Erase everything')
    await noor.press('Yes, erase it')
    await expect(noor.button('New game')).toBeVisible()
    await expect(noor.button(/^Continue/)).toHaveCount(0)

    await importFile(page, { name: 'mine.json', mimeType: 'application/json', buffer })
    await expect(page.getByText(/The save of Noor, level \d+, is open/)).toBeVisible()
    await noor.press('Close')
    await noor.press(/^Continue/)
    await noor.expectTheHospitalAnswered()
    await noor.press('Journal')
    await expect(page.getByRole('button', { name: 'Put it on the bench' })).toHaveCount(2)
    await page.goto(BUILD)
    await noor.expectStage('Build')
    noor.expectNoProblems()
  })

  test('one machine, two learners: the second begins anew without erasing the first, and both come back to their own', async ({ page }) => {
    const learner = new Learner(page)
    await learner.skipToBuild('Ada')
    await (await learner.showTable()).add('Calibrate')
    await learner.expectSaved()
    await page.goto('/?map=0')
    await learner.press('New game')
    const dialog = page.getByRole('dialog', { name: 'New game' })
    await expect(dialog).toContainText('belongs to Ada')
    await expect(dialog).toContainText('set aside, not erased')
    await learner.press('Go on as Ada')
    await expect(learner.button(/^Continue/)).toContainText('Ada')

    await learner.press('New game')
    await learner.press('Set it aside and begin anew')
    await learner.hand.type(page.getByRole('textbox', { name: 'Your name' }), 'Ben')
    await learner.press('Start my first shift')
    await expect(page.getByRole('heading', { name: 'St Turing Hospital' })).toBeVisible()
    await page.goto('/?map=0')
    await expect(learner.button(/^Continue/)).toContainText('Ben')

    await learner.press('New game')
    await learner.press(/^Open this one: Ada, /)
    await expect(dialog).toContainText('belongs to Ada')
    await expect(learner.button(/^Open this one: Ben, /)).toBeVisible()
    await expectAccessible(page, 'new game')
    await expectNothingClipped(page, 'new game')
    await learner.press('Close')
    await expect(learner.button(/^Continue/)).toContainText('Ada')
    await page.goto(BUILD)
    await learner.showTable()
    await expect(page.getByRole('button', { name: /^\d\. Calibrate/ })).toBeVisible()

    // Somebody who only wants to come back may look where saves come in, too.
    await page.goto('/?map=0')
    await learner.press('Import a save')
    await learner.press(/^Open this one: Ben, /)
    await learner.press('Close')
    await expect(learner.button(/^Continue/)).toContainText('Ben')
    learner.expectNoProblems()
  })

  test('back and forth: the save that an import put aside is opened again from the settings, and the other one waits there', async ({ page }) => {
    const ada = new Learner(page)
    await ada.skipToBuild('Ada')
    await (await ada.showTable()).add('Calibrate')
    await ada.expectSaved()
    await page.goto('/?map=0')
    await importFile(page, 'tests/saves/v1-good.json')
    await expect(page.getByText(/The save of Noor, level \d+, is open\. What was here before is set aside/)).toBeVisible()
    await ada.press('Close')
    for (const [whose, other] of [['Ada', 'Noor'], ['Noor', 'Ada'], ['Ada', 'Noor']] as const) {
      await ada.press('Settings')
      await page.getByRole('tab', { name: 'Save', exact: true }).click()
      const { text } = await downloaded(page, () => ada.press(new RegExp(`^Download: ${whose}, `)))
      expect(readSave(text).ok, 'the file can be imported').toBe(true)
      await ada.press(new RegExp(`^Open this one: ${whose}, `))
      await expect(page.getByText(new RegExp(`The save of ${whose}, level \\d+, is open`))).toBeVisible()
      await expect(page.getByRole('button', { name: /^Open this one/ })).toHaveAccessibleName(new RegExp(`: ${other}, `))
      await ada.press('Close')
      await expect(ada.button(/^Continue/)).toContainText(whose)
    }
    await page.goto(BUILD)
    await ada.showTable()
    await expect(page.getByRole('button', { name: /^\d\. Calibrate/ })).toBeVisible()

    await page.goto('/?map=0')
    await ada.press('Settings')
    await page.getByRole('tab', { name: 'Save', exact: true }).click()
    await ada.press(/^Remove: Noor, /)
    await expect(ada.button(/^Remove for good: Noor, /)).toBeFocused()
    await ada.press(/^Keep it: Noor, /)
    await ada.press(/^Remove: Noor, /)
    await ada.press(/^Remove for good: Noor, /)
    await expect(page.getByText(/^The save of Noor, .* is gone\.$/)).toBeVisible()
    await expect(ada.button(/^Open this one/)).toHaveCount(0)
    await ada.press('Close')
    await expect(ada.button(/^Continue/)).toContainText('Ada')
    ada.expectNoProblems()
  })
})

test('two tabs: one writes, the other says so and follows; it takes the pen when asked, and half a change is not lost', async ({ page }) => {
  const ada = new Learner(page)
  await ada.skipToBuild('Ada')
  await ada.expectSaved()
  const other = await page.context().newPage()
  const second = new Learner(other)
  await other.goto(BUILD)
  const following = 'St Turing is open in another tab.'
  await expect(other.getByText(following)).toBeVisible()
  await second.showTable()
  await expect(page.getByText(following)).toHaveCount(0)

  await (await ada.showTable()).add('Calibrate')
  await expect(other.getByRole('button', { name: /^\d\. Calibrate/ })).toBeVisible()

  // Taken over before the pause after which the writer would have saved.
  await page.getByRole('combobox', { name: 'Add a block' }).selectOption({ label: 'Capacity' })
  await page.getByRole('button', { name: 'Add', exact: true }).last().click()
  await second.press('Play in this tab')
  await expect(page.getByText(following)).toBeVisible()
  await expect(other.getByText(following)).toHaveCount(0)
  await expect(other.getByRole('button', { name: /^\d\. Capacity/ })).toBeVisible()

  await (await second.showTable()).add('HOSPITAL')
  await expect(page.getByRole('button', { name: /^\d\. HOSPITAL/ })).toBeVisible()
  await other.close()
  // The one that is left may write again.
  await expect(page.getByText(following)).toHaveCount(0)
  await (await ada.showTable()).add('LACE')
  await ada.expectSaved()
  ada.expectNoProblems()
  second.expectNoProblems()
})
