/** `quest play` as a trainer has it: the game on one half of the screen, the file on the other. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Learner } from './learner.ts'
import { plain, quest } from './quest.ts'

// `play` serves what lies in dist/ and would build it anew when that is old: not while another build is being tested.
test.skip(process.env.E2E_DIST !== undefined, 'plays dist/')

const PORT = Number(process.env.E2E_PORT ?? 4391) + 60

/** A copy of a quest under a name of its own. */
const mine = (change: (copy: typeof quest) => void = () => {}) => {
  const copy = { ...structuredClone(quest), id: 'ward-seven', n: 77, title: 'Ward seven' }
  change(copy)
  return JSON.stringify(copy, null, 2)
}

let folder: string
let file: string
let playing: ChildProcess
let terminal: string
let address: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'st-turing-play-'))
  file = join(folder, 'quest.json')
  writeFileSync(file, mine())
  terminal = ''
  playing = spawn('node_modules/.bin/tsx', ['src/cli/main.ts', 'play', file, '--port', String(PORT), '--no-open'])
  for (const stream of [playing.stdout, playing.stderr]) stream?.on('data', (chunk: Buffer) => { terminal += chunk.toString() })
  await expect.poll(() => terminal, { message: 'the address is printed' }).toMatch(/http:\S+/)
  address = /http:\S+/.exec(terminal)?.[0] ?? ''
})

test.afterAll(async () => {
  const gone = new Promise((resolve) => playing.once('close', resolve))
  playing.kill('SIGINT')
  await gone
  rmSync(folder, { recursive: true, force: true })
})

test('it opens on the quest, follows every save to the step where the trainer stands, and comes back from half-typed JSON', async ({ page }) => {
  const zoe = new Learner(page)
  const said = page.getByRole('alert')

  await test.step('a name is asked for, then the quest is there', async () => {
    await page.goto(address)
    await expect(page).toHaveURL(/#\/player$/)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Zoe')
    await zoe.press('Start my first shift')
    await expect(page.getByRole('heading', { name: 'Ward seven' })).toBeVisible()
    await expect(page).toHaveURL(/#\/quest\/ward-seven/)
  })

  await test.step('a step of the practice is played', async () => {
    await zoe.listenUntil("I'll help")
    await zoe.press("I'll help")
    await zoe.expectStage('Learn')
    await page.getByRole('navigation', { name: 'Cards' }).getByRole('button').last().click()
    await zoe.press('Go and practise')
    const table = await zoe.showTable()
    await table.add('Label')
    await table.join('Discharges', 'Label', 'table')
    await zoe.expectStepPassed(0)
    await zoe.expectSaved()
  })

  await test.step('a save loads the page again, at the same step with the same graph', async () => {
    writeFileSync(file, mine(({ practice }) => { practice[1]!.say = 'Put the paper score on the bench.' }))
    await expect(zoe.step()).toContainText('Put the paper score on the bench.')
    await zoe.expectStage('Practise')
    await zoe.showTable()
    await expect(page.getByRole('button', { name: /^\d\. Label/ })).toBeVisible()
    await expect(zoe.step().getByRole('alert')).toHaveCount(0)
  })

  await test.step('half-typed JSON is said with its line, in the page and in the terminal', async () => {
    writeFileSync(file, mine().slice(0, 5000))
    await expect(page.getByRole('heading', { name: 'This quest cannot be opened yet' })).toBeVisible()
    await expect(said).toContainText(/line \d+, column \d+: /)
    await expect.poll(() => terminal).toMatch(/line \d+, column \d+: /)
    await expect(page).toHaveURL(/#\/quest\/ward-seven\/practice$/)
  })

  await test.step('mended, it goes on where it stood', async () => {
    writeFileSync(file, mine())
    await zoe.expectStage('Practise')
    await zoe.expectStep(1)
    await expect(zoe.step()).toContainText(plain(quest.practice[1]?.say ?? '').slice(0, 60))
  })

  await test.step('what the engine does not have is refused in the page as in the terminal, word for word', async () => {
    terminal = ''
    writeFileSync(file, mine(({ build, data, verify, learn, sources }) => {
      build.palette.push('os.shell')
      data.generator = 'cohort.nobody'
      verify.metrics[0]!.fn = 'charm'
      learn[0]!.cite = ['my-uncle']
      sources.push('my-uncle')
    }))
    for (const words of ['there is no block "os.shell"', 'there is no generator "cohort.nobody"', 'cannot measure "charm"', 'there is no source "my-uncle"']) {
      await expect(said).toContainText(words)
    }
    const inTerminal = () => terminal.trim().split('\n').map((line) => line.replace(/^\S*quest\.json: /, ''))
    const inPage = await said.getByRole('listitem').allTextContents()
    await expect.poll(() => inTerminal().length).toBe(inPage.length)
    expect(inPage.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual(inTerminal().map((line) => line.replace(' — ', '. ')))
  })

  await test.step('an id that changes is followed to its quest', async () => {
    writeFileSync(file, mine((copy) => { copy.id = 'ward-eight' }))
    await expect(page).toHaveURL(/#\/quest\/ward-eight/)
    await expect(page.getByRole('heading', { name: 'Ward seven' })).toBeVisible()
  })

  await test.step('nothing is kept for playing offline that would be old tomorrow', async () => {
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0)
  })
  zoe.expectNoProblems()
})
