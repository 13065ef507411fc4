/** A real language model that the learner has at hand and switches on: asked on the prompt bench, never judged. */
import type { AbortSignalLike } from './ports.ts'

/** What the learner chose in the settings. An `engine` that nobody knows counts as off. */
export interface TextEngineChoice {
  engine: 'off' | 'browser' | 'server'
  /** Of the server. */
  address: string
  /** Of the server's models; '' takes the first it offers. */
  name: string
}

export interface TextPrompt {
  system: string
  user: string
  /** 0 careful to 1 adventurous; an engine that cannot be told keeps its own. */
  temperature: number
}

export interface TextReply {
  text: string
  /** Read and written, as the engine counted them; null when it does not say. */
  tokens: number | null
  /** Measured, until the last word. */
  ms: number
}

export type Readiness =
  | { is: 'ready' }
  /** The engine may be fetched first: a large download that only the learner starts. */
  | { is: 'fetchable'; say: string }
  | { is: 'missing'; say: string }

export interface TextEngine {
  /** In the middle of a sentence: "the server at localhost:8080". */
  title: string
  /** Host that questions and pages are sent to, where that is not this machine. */
  sentTo: string | null
  ready(): Promise<Readiness>
  /** @param onProgress share of the download, 0..1. Rejects with a sentence, or with `Stopped`. */
  fetch?(onProgress: (share: number) => void, signal?: AbortSignalLike): Promise<void>
  /** Rejects with a sentence that says what to do, or with `Stopped`; gives up by itself after a minute. */
  write(prompt: TextPrompt, signal?: AbortSignalLike): Promise<TextReply>
}

export type ReadAddress = { ok: true; base: string; host: string; local: boolean } | { ok: false; say: string }

/** Strict on purpose: what is taken for this machine here must be this machine for every browser. */
const ADDRESS = /^(https?:\/\/)([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?((?:\/[\w.~-]+)*)\/?$/i
const THIS_MACHINE = /^(localhost|[a-z0-9-]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i
const LONGEST = 200

/** Address of a server as somebody types it. `base` is what "/v1/chat/completions" is put behind. */
export function readAddress(text: string): ReadAddress {
  const found = text.length <= LONGEST ? ADDRESS.exec(text.trim()) : null
  const [, scheme = '', name = '', port = '', path = ''] = found ?? []
  if (!found) return { ok: false, say: 'This is no address of a server. Write one such as http://localhost:8080, without a user name or a question mark.' }
  return { ok: true, base: scheme + name + port + path.replace(/\/v1$/, ''), host: name + port, local: THIS_MACHINE.test(name) }
}
