/** What a learner does with a whole save: take it out, bring one in, go back to an earlier one, erase. Fetched when first wanted. */
import type { Clock, FactStore } from '../core/ports.ts'
import { readSave, writeSave } from '../core/save/document.ts'
import { download } from '../kit/download.ts'
import type { Screen } from '../ui/game.ts'
import type { Log } from './log.ts'

export interface SaveParts {
  store: FactStore
  clock: Clock
  log(): Log | null
  /** Hand what waits for a pause to the log. */
  flush(): void
  /** Close the quest that is open, if one is. */
  putAway(): void
  /** Why this tab may not change the save, in a sentence; null when it may. */
  refuse(): string | null
  player(): { name: string; level: number } | null
  /** False where nothing outlives this tab. */
  keeps(): boolean
  /** Show a screen and, where the dialog that asked goes with the old one, what came of it. */
  goTo(screen: Screen, news?: string): void
}

export async function exportSave({ clock, log, flush }: SaveParts): Promise<void> {
  flush()
  await log()?.settled()
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  download(`st-turing-${day}.json`, writeSave(log()?.facts() ?? []))
}

/** Resolves with a sentence on what was taken in, rejects with one on why not. */
export function importSave(parts: SaveParts, text: string): Promise<string> {
  return open(parts, text)
}

/** Open a save that was set aside; it leaves the list when all of it could be read. Settles as `importSave` does. */
export async function openAside(parts: SaveParts, key: string): Promise<string> {
  const found = (await parts.store.setAside()).find((save) => save.key === key)
  if (!found) throw new Error('This save is not set aside any more: perhaps another tab has opened it.')
  return open(parts, found.text, key)
}

async function open({ store, log, putAway, refuse, player, keeps, goTo }: SaveParts, text: string, key?: string): Promise<string> {
  const why = refuse()
  if (why) throw new Error(why)
  const read = readSave(text)
  if (!read.ok) throw new Error(read.say)
  const { document: { facts }, unreadable } = read
  putAway()
  await log()?.settled()
  const before = await store.replace(facts, unreadable ? undefined : key)
  log()?.restart(facts)
  const { name, level } = player() ?? { name: 'a new player', level: 1 }
  const say = [
    `The save of ${name}, level ${level}, is open.`,
    ...(unreadable ? [`${unreadable} of its ${facts.length + unreadable} entries could not be read and were left out; the whole stays set aside.`] : []),
    ...(before === null ? [] : ['What was here before is set aside: Settings, Save lists it.']),
    ...(keeps() ? [] : ['It lasts until this tab is closed, since this browser lets us keep nothing: export a save before you go.']),
  ].join(' ')
  goTo({ at: 'title' }, say)
  return say
}

/** Set the save of whoever plays aside and begin with an empty one. Rejects with a sentence; nothing is changed then. */
export async function newGame({ store, log, putAway, refuse, goTo }: SaveParts): Promise<void> {
  const why = refuse()
  if (why) throw new Error(why)
  putAway()
  await log()?.settled()
  await store.replace([])
  log()?.restart([])
  goTo({ at: 'player' })
}

export async function erase({ store, log, putAway, refuse, goTo }: SaveParts): Promise<void> {
  const why = refuse()
  if (why) throw new Error(why)
  putAway()
  await log()?.settled()
  await store.erase()
  log()?.restart([])
  goTo({ at: 'title' }, 'Everything is erased.')
}
