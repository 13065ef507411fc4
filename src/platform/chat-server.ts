/** A server on the learner's machine that speaks as most local ones do: POST /v1/chat/completions, after the OpenAI API. */
import type { TextEngine, TextPrompt, TextReply } from '../core/text-engine.ts'
import { boundedText } from './bounded-text.ts'
import { type Limit, withinLimit } from './time-limit.ts'

export interface ChatDoor {
  fetch: typeof fetch
  /** Milliseconds of a steady clock. */
  now(): number
  /** Where the page came from, which the server must allow. */
  origin: string
}

export interface ChatServer {
  base: string
  host: string
  local: boolean
  /** '' takes the first model that the server offers. */
  name: string
}

/** An answer of a few sentences is a few hundred bytes; a list of models some kilobytes. */
const MOST_BYTES = 256_000
/** Room for a model that thinks aloud first. */
const MOST_TOKENS = 600

const SAY_MIXED = 'This page came by https, and from there a browser asks no plain http address on another machine. Write an address with https, or one on this machine.'

export function chatServer({ base, host, local, name }: ChatServer, door: ChatDoor, limitMs: number): TextEngine {
  const limit: Limit = { ms: limitMs, say: `No answer from ${host} within ${Math.round(limitMs / 1000)} seconds, so it was stopped. A smaller model may be quicker.` }
  const ask = async (path: string, init: RequestInit, signal: AbortSignal): Promise<unknown> => {
    if (!local && base.startsWith('http:') && door.origin.startsWith('https:')) throw new Error(SAY_MIXED)
    let response: Response
    try {
      // No cookies, no address of this page's path, and nowhere else than where the learner said.
      response = await door.fetch(base + path, { ...init, signal, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', cache: 'no-store' })
    } catch (error) {
      if (signal.aborted) throw error
      throw new Error(await whyNot(base, host, door, signal))
    }
    return answerOf(response, host, signal)
  }
  let known = name
  const firstModel = async (signal: AbortSignal) => {
    known ||= nameIn(await ask('/v1/models', {}, signal))
    return known
  }
  return {
    title: `the server at ${host}`,
    sentTo: local ? null : host,
    ready: async () => ({ is: 'ready' }),
    write: ({ system, user, temperature }: TextPrompt, stop) => withinLimit(limit, stop, async (signal): Promise<TextReply> => {
      const model = await firstModel(signal)
      const from = door.now()
      const messages = [{ role: 'system', content: system }, { role: 'user', content: user }]
      const said = await ask('/v1/chat/completions', {
        method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model, messages, temperature, max_tokens: MOST_TOKENS, stream: false }),
      }, signal)
      return { ...replyIn(said, host), ms: door.now() - from }
    }),
  }
}

/** A browser says the same of a server that is not there and of one that does not let this page read its answer: a second knock tells. */
async function whyNot(base: string, host: string, { fetch, origin }: ChatDoor, signal: AbortSignal): Promise<string> {
  const there = await fetch(base, { mode: 'no-cors', signal, credentials: 'omit', referrerPolicy: 'no-referrer' }).then(() => true, () => false)
  if (there) return `Something answers at ${host}, but does not let this page read it (CORS). Tell the server to allow the origin ${origin}; most have a setting for allowed origins.`
  return `Nothing answers at ${host}. Start the server, look at the address in Settings under Model, and let the browser reach it if it asks.`
}

async function answerOf(response: Response, host: string, signal: AbortSignal): Promise<unknown> {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw new Error(`${host} sends us elsewhere. Write the address that it answers at.`)
  const text = await boundedText(response, MOST_BYTES, signal)
  if (text === null) throw new Error(`${host} sent more than ${MOST_BYTES / 1000} kB, far more than an answer. Nothing was read.`)
  const json = jsonIn(text)
  if (response.status === 404) throw new Error(`There is a server at ${host}, but no chat at /v1/chat/completions, or no model of that name. Look at both in Settings under Model.`)
  if (!response.ok) throw new Error(`${host} refused (${response.status})${reasonIn(json)}`)
  if (json === undefined) throw new Error(`${host} answers, but not as a language model does: this was no JSON. Is it another program?`)
  return json
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A value inside foreign JSON; undefined wherever the way ends. */
function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((here, part) => (typeof here === 'object' && here !== null && Object.hasOwn(here, part) ? (here as Record<string | number, unknown>)[part] : undefined), value)
}

function reasonIn(json: unknown): string {
  const said = inside(json, 'error', 'message') ?? inside(json, 'error')
  return typeof said === 'string' ? `: ${said.slice(0, 200)}` : '.'
}

function nameIn(json: unknown): string {
  const id = inside(json, 'data', 0, 'id')
  return typeof id === 'string' ? id.slice(0, 200) : 'default'
}

function replyIn(json: unknown, host: string): Omit<TextReply, 'ms'> {
  const text = inside(json, 'choices', 0, 'message', 'content')
  const tokens = inside(json, 'usage', 'total_tokens')
  if (typeof text !== 'string' || text.trim() === '') throw new Error(`${host} sent an empty answer. Ask again, or try another model.`)
  return { text, tokens: typeof tokens === 'number' && Number.isFinite(tokens) && tokens >= 0 ? tokens : null }
}
