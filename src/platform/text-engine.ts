/** The language model that the learner switched on. Fetched when it is first asked. */
import { readAddress, type TextEngine, type TextEngineChoice } from '../core/text-engine.ts'
import { type BrowserModel, browserModel } from './browser-model.ts'
import { chatServer } from './chat-server.ts'

const LIMIT_MS = 60_000

/** Null when none is switched on. @throws Error for an address that is none */
export function textEngine({ engine, address, name }: TextEngineChoice): TextEngine | null {
  const now = () => performance.now()
  if (engine === 'browser') return browserModel((globalThis as { LanguageModel?: BrowserModel }).LanguageModel, now, LIMIT_MS)
  if (engine !== 'server') return null
  const read = readAddress(address)
  if (!read.ok) throw new Error(read.say)
  return chatServer({ ...read, name: name.trim() }, { fetch: (...request) => fetch(...request), now, origin: location.origin }, LIMIT_MS)
}
