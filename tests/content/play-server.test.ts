import { afterEach, describe, expect, test } from 'vitest'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { listenOn } from '../../scripts/serve.mjs'
import { pageOf, playServer } from '../../src/cli/play.ts'
import { questSource } from '../../src/core/quest/quest.fixture.ts'
import { scratch } from './quest-cli.ts'

let tidy: (() => void)[] = []
afterEach(() => {
  for (const step of tidy) step()
  tidy = []
})

/** A built game of one page, and a quest file outside it. */
async function playing(): Promise<{ url: string; save(text: string): void }> {
  const folder = scratch()
  mkdirSync(join(folder.path, 'dist'))
  folder.put('dist/index.html', '<title>St Turing</title>')
  const file = folder.put('quest.json', JSON.stringify(questSource()))
  const { server, close } = playServer(file, join(folder.path, 'dist'))
  const port = await listenOn(server, 47_310, '127.0.0.1')
  tidy.push(close, () => folder.remove())
  return { url: `http://127.0.0.1:${port}`, save: (text) => folder.put('quest.json', text) }
}

async function until(stream: ReadableStreamDefaultReader<Uint8Array>, words: string): Promise<string> {
  let heard = ''
  while (!heard.includes(words)) {
    const { value, done } = await stream.read()
    if (done) break
    heard += new TextDecoder().decode(value)
  }
  return heard
}

describe('playing a trainer’s own file', () => {
  test('the game and the file come from one place', async () => {
    const { url } = await playing()
    expect(await (await fetch(`${url}/?quest=play/quest.json`)).text()).toContain('St Turing')
    const answer = await fetch(`${url}/play/quest.json`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ id: 'lost-labels' })
  })

  test('saving the file is told at once, and the new text is served as it is, mistakes and all', async () => {
    const { url, save } = await playing()
    const events = await fetch(`${url}/play/events`)
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    const stream = events.body!.getReader()
    await until(stream, 'retry')
    save('{ "title": "half a qu')
    expect(await until(stream, 'changed')).toContain('event: changed')
    expect(await (await fetch(`${url}/play/quest.json`)).text()).toBe('{ "title": "half a qu')
    await stream.cancel()
  })

  test('the page opens on the quest itself, or on the title while its id cannot be read', () => {
    expect(pageOf(JSON.stringify(questSource()))).toBe('?quest=play/quest.json#/quest/lost-labels')
    for (const text of ['', '{ "id": "half a qu', '[]', 'null', '{"id": 7}', '{"id": "Not an id"}', '{"__proto__": {"id": "lost-labels"}}']) {
      expect(pageOf(text), text).toBe('?quest=play/quest.json')
    }
  })

  test('an older game that the browser kept for playing offline is sent away', async () => {
    const { url } = await playing()
    const answer = await fetch(`${url}/sw.js`)
    expect(answer.headers.get('content-type')).toContain('text/javascript')
    expect(await answer.text()).toContain('registration.unregister()')
  })

  test('nothing else on this machine is served', async () => {
    const { url } = await playing()
    const answer = await fetch(`${url}/..%2fquest.json`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })
})
