import { describe, expect, test, vi } from 'vitest'
import { Stopped } from '../core/ports.ts'
import { chatServer } from './chat-server.ts'

const prompt = { system: 'Be brief.', user: 'What is the limit?', temperature: 0.3 }
type Answer = (path: string, init: RequestInit) => Response | Promise<Response>
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
const said = (content: unknown, more: object = {}) => json({ choices: [{ message: { role: 'assistant', content } }], ...more })

function server(answer: Answer, { name = 'tiny', limitMs = 60_000, local = true, origin = 'http://turing.class' } = {}) {
  const asked: { path: string; init: RequestInit }[] = []
  let clock = 0
  const engine = chatServer({ base: 'http://localhost:8080', host: 'localhost:8080', local, name }, {
    now: () => (clock += 250), origin,
    fetch: (async (url: string, init: RequestInit) => {
      const path = url.slice('http://localhost:8080'.length)
      asked.push({ path, init })
      return answer(path, init)
    }) as typeof fetch,
  }, limitMs)
  return { engine, asked, body: () => JSON.parse(String(asked.at(-1)?.init.body)) as Record<string, unknown> }
}
const refusal = (answer: Answer) => server(answer).engine.write(prompt).then(() => 'no refusal', (error: Error) => error.message)
const gone = () => Promise.reject(new TypeError('Failed to fetch'))

describe('a server on this machine', () => {
  test('is asked as a chat, without cookies, and answers with what it counted and what was measured', async () => {
    const { engine, asked, body } = server(() => said('240 mg [1].', { usage: { total_tokens: 91 } }))
    expect(await engine.write(prompt)).toEqual({ text: '240 mg [1].', tokens: 91, ms: 250 })
    expect(asked).toMatchObject([{ path: '/v1/chat/completions', init: { method: 'POST', credentials: 'omit', redirect: 'manual' } }])
    expect(body()).toMatchObject({ model: 'tiny', temperature: 0.3, stream: false, messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'What is the limit?' }] })
  })

  test('without a name, its first model is taken, and asked for once', async () => {
    const { engine, asked, body } = server((path) => (path === '/v1/models' ? json({ data: [{ id: 'first' }, { id: 'second' }] }) : said('Yes.')), { name: '' })
    await engine.write(prompt)
    await engine.write(prompt)
    expect(body()['model']).toBe('first')
    expect(asked.map(({ path }) => path)).toEqual(['/v1/models', '/v1/chat/completions', '/v1/chat/completions'])
  })

  test('says where words go when it is another machine', () => {
    expect(server(() => said('Yes.')).engine.sentTo).toBeNull()
    expect(server(() => said('Yes.'), { local: false }).engine.sentTo).toBe('localhost:8080')
  })
})

describe('in plain words', () => {
  test.each<[string, Answer, RegExp]>([
    ['it is not there', gone, /^Nothing answers at localhost:8080\. Start the server/],
    ['it does not let the page read', (_, init) => (init.mode === 'no-cors' ? new Response('') : gone()), /CORS.*allow the origin http:\/\/turing\.class/],
    ['no chat there', () => json({}, 404), /no chat at \/v1\/chat\/completions/],
    ['it refuses, with its reason', () => json({ error: { message: 'model is loading' } }, 503), /^localhost:8080 refused \(503\): model is loading$/],
    ['it sends us away', () => new Response(null, { status: 302 }), /sends us elsewhere/],
    ['another program', () => new Response('<html>Printer</html>'), /no JSON. Is it another program/],
    ['an empty answer', () => said('  '), /empty answer/],
    ['an answer of another shape', () => json({ choices: [{ message: { content: { toString: 'x' } } }] }), /empty answer/],
    ['null', () => json(null), /empty answer/],
  ])('%s', async (_, answer, words) => expect(await refusal(answer)).toMatch(words))

  test('a page that came by https cannot ask plain http elsewhere, and asks nothing', async () => {
    const { engine, asked } = server(() => said('Yes.'), { local: false, origin: 'https://turing.example' })
    await expect(engine.write(prompt)).rejects.toThrow(/came by https/)
    expect(asked).toEqual([])
    expect(await server(() => said('Yes.'), { origin: 'https://turing.example' }).engine.write(prompt)).toMatchObject({ text: 'Yes.' })
  })

  test('far too much is not read to its end', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({ pull: (to) => { sent++; to.enqueue(new Uint8Array(64_000)) } })
    expect(await refusal(() => new Response(endless))).toMatch(/more than 256 kB/)
    expect(sent).toBeLessThan(10)
  })
})

describe('an end', () => {
  const hanging: Answer = () => new Promise(() => {})

  test('after its time, also where the server keeps silent for ever', async () => {
    vi.useFakeTimers()
    const asking = server(hanging).engine.write(prompt).catch((error: Error) => error.message)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await asking).toMatch(/within 60 seconds/)
    vi.useRealTimers()
  })

  test('when the learner stops it, and its request with it', async () => {
    const stop = new AbortController()
    const { engine, asked } = server(hanging)
    const asking = engine.write(prompt, stop.signal)
    stop.abort()
    await expect(asking).rejects.toThrow(Stopped)
    expect(asked[0]?.init.signal?.aborted).toBe(true)
    await expect(engine.write(prompt, stop.signal)).rejects.toThrow(Stopped)
  })
})
