/** The model that some browsers bring (Prompt API, https://webmachinelearning.github.io/prompt-api/). It works without a network once it is there. */
import type { TextEngine } from '../core/text-engine.ts'
import { type Limit, withinLimit } from './time-limit.ts'

/** The part of the API that is used here; a test hands in one of its own. */
export interface BrowserModel {
  availability(options: object): Promise<string>
  create(options: object): Promise<BrowserSession>
}

export interface BrowserSession {
  prompt(text: string, options: { signal: AbortSignal }): Promise<string>
  destroy(): void
  /** Tokens of the whole talk; called `inputUsage` before. */
  contextUsage?: number
  inputUsage?: number
}

interface Monitor {
  addEventListener(type: 'downloadprogress', listen: (event: { loaded: number }) => void): void
}

const TEXT = { type: 'text', languages: ['en'] }
const LANGUAGE = { expectedInputs: [TEXT], expectedOutputs: [TEXT] }
const MISSING = 'This browser brings no language model, or not for this page: it needs one of the newest desktop browsers, and a page that came by https or from this machine. A server on this machine works everywhere.'
const UNABLE = 'This browser knows of a language model, but this machine cannot run it: too little memory, disk or graphics. A small model on a server of your own may still run.'
const FETCHABLE = 'The browser would have to fetch its model first: several gigabytes, once, kept by the browser.'

/** @param model the browser's `LanguageModel`, or undefined where there is none */
export function browserModel(model: BrowserModel | undefined, now: () => number, limitMs: number): TextEngine {
  const limit: Limit = { ms: limitMs, say: `No answer from the browser's model within ${Math.round(limitMs / 1000)} seconds, so it was stopped.` }
  const ready: TextEngine['ready'] = async () => {
    if (!model) return { is: 'missing', say: MISSING }
    switch (await model.availability(LANGUAGE)) {
      case 'available': return { is: 'ready' }
      case 'downloadable':
      case 'downloading': return { is: 'fetchable', say: FETCHABLE }
      default: return { is: 'missing', say: UNABLE }
    }
  }
  return {
    title: 'the model in this browser',
    sentTo: null,
    ready,
    fetch: (onProgress, stop) => withinLimit(null, stop, async (signal) => {
      const monitor = (one: Monitor) => one.addEventListener('downloadprogress', ({ loaded }) => onProgress(loaded))
      const session = await plain(model?.create({ ...LANGUAGE, signal, monitor }))
      session.destroy()
    }),
    write: ({ system, user }, stop) => withinLimit(limit, stop, async (signal) => {
      const state = await ready()
      if (state.is !== 'ready') throw new Error(state.say)
      const from = now()
      const session = await plain(model?.create({ ...LANGUAGE, signal, initialPrompts: [{ role: 'system', content: system }] }))
      try {
        const text = await plain(session.prompt(user, { signal }))
        const tokens = session.contextUsage ?? session.inputUsage
        return { text, tokens: typeof tokens === 'number' && tokens > 0 ? Math.round(tokens) : null, ms: now() - from }
      } finally {
        session.destroy()
      }
    }),
  }
}

/** What the browser says when it fails is meant for programmers. @throws Error with a sentence */
async function plain<T>(work: Promise<T> | undefined): Promise<T> {
  if (!work) throw new Error(MISSING)
  try {
    return await work
  } catch (error) {
    const why = error instanceof Error ? ` (${error.name}: ${error.message.slice(0, 120)})` : ''
    throw new Error(`The browser's model broke off${why}. Ask again, or load the page anew.`)
  }
}
