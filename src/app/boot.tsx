/** Composition: every port gets its implementation here, and nowhere else. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { cards, tallies } from 'virtual:quest-cards'
import { judgePool } from '../platform/judge-pool.ts'
import { systemClock } from '../platform/clock.ts'
import { questSource } from '../platform/quest-source.ts'
import { settingsStore } from '../platform/settings.ts'
import { GameContext } from '../ui/game.ts'
import { Overlay } from '../ui/overlay.tsx'
import { hospitalCanvas } from './canvas.ts'
import { readFlags } from './flags.ts'
import { createGame, type RunningGame } from './game.ts'
import { systemMotion } from './motion.ts'
import { browserNavigation } from './navigation.ts'
import { questShelf } from './quests.ts'
import { openSave } from './save.ts'
import { gameSound } from './sound.ts'
import { DEFAULT_SETTINGS } from './state.ts'
import { watchUpdates } from './updates.ts'

export async function boot(): Promise<void> {
  const flags = readFlags(location.search)
  const judge = judgePool(() => new Worker(new URL('../worker/judge.worker.ts', import.meta.url), { type: 'module', name: 'judge' }))
  const own = flags.questUrl ? await (await import('./own-quest.ts')).openOwnQuest(flags.questUrl, cards, judge) : null
  // The page says what is wrong with it instead.
  if (flags.questUrl && !own) return
  const game: RunningGame = createGame({
    store: openSave(systemClock, () => game.flush()),
    judge,
    source: questSource(questShelf(cards, own)),
    sound: gameSound(() => game.seen),
    clock: systemClock,
    motion: systemMotion(flags.still),
    navigation: browserNavigation(),
    settings: settingsStore(DEFAULT_SETTINGS),
    textEngine: async (choice) => (await import('../platform/text-engine.ts')).textEngine(choice),
    quests: own ? [...cards.filter((card) => card.id !== own.card.id), own.card] : cards,
    ownQuest: own?.card.id,
    tallies: own ? [...tallies.filter(({ id }) => id !== own.quest.id), own.quest] : tallies,
    canvas: (hooks) => hospitalCanvas({ parent: element('stage'), flags, ...hooks }),
    // Whoever writes a quest wants this game, not one that was kept.
    updates: own ? async () => ({ apply() {} }) : watchUpdates,
  })
  if (flags.debug) Object.assign(globalThis, { stTuring: game })
  createRoot(element('root')).render(<StrictMode><GameContext value={game}><Overlay /></GameContext></StrictMode>)

  // A page may be closed, hidden or frozen without another word.
  document.addEventListener('visibilitychange', () => { if (document.hidden) game.flush() })
  window.addEventListener('pagehide', () => game.flush())
  // A newer version has replaced the files that this page still wanted to fetch.
  window.addEventListener('vite:preloadError', () => {
    game.store.setState({ failure: 'A part of the game could not be fetched: you may be offline, or a newer version is here. Load the page again; your work is saved.' })
  })
  await game.start()
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`index.html has no #${id}`)
  return found
}
