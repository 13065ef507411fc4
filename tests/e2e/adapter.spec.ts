/** A real language model beside the simulation: off by default, switched on in the settings, asked on the bench, and gone again. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { Learner } from './learner.ts'

interface Stub {
  server: Server
  address: string
  /** Bodies of what was asked. */
  asked: string[]
  /** Keep silent instead of answering. */
  silent: boolean
}

/** A model that cites its first passage, makes up a second statement, and lets any page read it. */
async function stubServer(): Promise<Stub> {
  const stub: Stub = { server: createServer(), address: '', asked: [], silent: false }
  stub.server.on('request', (request, response): void => {
    const allow = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type', 'content-type': 'application/json' }
    if (request.method !== 'POST') {
      response.writeHead(200, allow).end(JSON.stringify({ data: [{ id: 'stub' }] }))
      return
    }
    let body = ''
    request.on('data', (part) => { body += part })
    request.on('end', () => {
      stub.asked.push(body)
      if (stub.silent) return
      const { content } = (JSON.parse(body) as { messages: { content: string }[] }).messages[1]!
      const [, line = ''] = /^\[1\] .*\n([^.]+\.)/m.exec(content) ?? []
      const text = `${line} [1] <b>Trust me</b>, it is 9999 mg. [2]`
      response.writeHead(200, allow).end(JSON.stringify({ choices: [{ message: { content: text } }], usage: { total_tokens: 123 } }))
    })
  })
  await new Promise<void>((resolve) => { stub.server.listen(0, '127.0.0.1', resolve) })
  stub.address = `http://localhost:${(stub.server.address() as AddressInfo).port}`
  return stub
}

class Asker extends Learner {
  async toTheDesk(): Promise<void> {
    await this.startGame('Ada', '/?map=0')
    await this.takeQuestOf('Abel Osei')
    await this.goOnTo('Build')
    await this.hand.pick(this.page.getByRole('radio', { name: 'By section' }))
    await this.hand.pick(this.page.getByRole('radio', { name: /^Only from the passages/ }))
    await this.runDesk()
  }

  async runDesk(): Promise<void> {
    await this.press('Run')
    await expect(this.card()).toBeVisible()
    await expect(this.button('Run')).toBeEnabled()
  }

  card() {
    return this.page.getByRole('region', { name: 'Ask the desk' }).getByRole('article')
  }

  machine() {
    return this.page.getByRole('region', { name: 'A real model' })
  }
}

/** From the title, where the settings are a click away; then back to where the learner was. */
async function inSettings(page: Page, engine: string, more: () => Promise<void> = async () => {}): Promise<void> {
  const here = page.url()
  await page.goto('/?map=0#/')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Model' }).click()
  await page.getByRole('radio', { name: engine }).check({ force: true })
  await more()
  await page.keyboard.press('Escape')
  await page.goto(here)
}

async function typeAddress(page: Page, address: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Address' })
  await field.fill('http://models.example')
  await expect(page.getByText('models.example is not this machine')).toBeVisible()
  await expectAccessible(page, 'settings of a model')
  await field.fill('my computer')
  await expect(page.getByText('This is no address of a server')).toBeVisible()
  await field.fill(address)
}

/** What a browser offers that has a model, but must fetch it first. */
function offerModel(): void {
  let there = false
  Object.assign(globalThis, { LanguageModel: {
    availability: async () => (there ? 'available' : 'downloadable'),
    async create({ monitor }: { monitor?(to: object): void }) {
      monitor?.({ addEventListener: (_: string, listen: (event: { loaded: number }) => void) => listen({ loaded: 0.5 }) })
      there = true
      return { prompt: async () => 'I think it is 5 mg.', destroy() {}, contextUsage: 50 }
    },
  } })
}

test('off by default; switched on it answers beside the simulation, with its name; gone, it says so', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const stub = await stubServer()
  try {
    const ada = new Asker(page)
    await ada.toTheDesk()
    await expect(ada.machine()).toHaveCount(0)

    await inSettings(page, 'A server on this machine', () => typeAddress(page, stub.address))
    await ada.expectStage('Build')
    await ada.runDesk()
    expect(stub.asked).toEqual([])
    await expect(ada.machine()).toContainText('Verify always asks the simulation')
    await ada.press('Ask the model on this machine')
    await expect(ada.machine()).toContainText(/Real model: the server at localhost:\d+\. Not judged, may be wrong\./)
    await expect(ada.machine()).toContainText('123 tokens')
    await expect(ada.machine()).toContainText('<b>Trust me</b>')
    await expect(ada.machine().getByRole('listitem').filter({ hasText: 'Trust me' })).toContainText('not backed')
    expect(stub.asked.join()).toMatch(/from the passages only/)
    await ada.machine().getByRole('link', { name: 'Passage 1' }).click()
    await expect(ada.card().locator('li:focus')).toBeVisible()
    await expect(ada.card()).toContainText('Simulated language model')
    await expectAccessible(page, 'a real answer on the desk')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNothingClipped(page, 'a real answer on a phone')

    stub.silent = true
    await ada.press('Ask the model on this machine')
    await ada.machine().getByRole('button', { name: 'Stop' }).click()
    await expect(ada.machine()).toContainText('Stopped. Nothing was kept.')

    stub.server.closeAllConnections()
    await new Promise((resolve) => { stub.server.close(resolve) })
    await ada.press('Ask the model on this machine')
    await expect(ada.machine()).toContainText(/Nothing answers at localhost:\d+\. Start the server/)
    await expectAccessible(page, 'a server that is gone')
    ada.expectNoProblems()
  } finally {
    stub.server.closeAllConnections()
    stub.server.close()
  }
})

test('the model that a browser brings is fetched only when the learner says so; where there is none, that is said', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const ada = new Asker(page)
  await page.addInitScript(offerModel)
  await ada.toTheDesk()
  await inSettings(page, 'The model in this browser')
  await ada.runDesk()
  await ada.press('Ask the model on this machine')
  await expect(ada.machine()).toContainText('several gigabytes')
  await expectAccessible(page, 'a model that may be fetched')
  await ada.press('Let the browser fetch it')
  await ada.press('Ask the model on this machine')
  await expect(ada.machine()).toContainText('Real model: the model in this browser. Not judged, may be wrong.')
  await expect(ada.machine()).toContainText('I think it is 5 mg.')

  await page.addInitScript(() => { delete (globalThis as { LanguageModel?: unknown }).LanguageModel })
  await page.reload()
  await ada.runDesk()
  await ada.press('Ask the model on this machine')
  await expect(ada.machine()).toContainText('This browser brings no language model')
  ada.expectNoProblems()
})
