/** The service worker, where there is one: offline play after one visit, and a new version only when the learner says so. */
import type { GameState } from '../ui/game.ts'

export interface Updates {
  apply(): void
}

export interface UpdateParts {
  onOffline(offline: GameState['offline']): void
  /** A new version waits for the learner's word. */
  onUpdate(): void
  /** The page is about to be loaded anew: write what can be written. False when something could not be, and would be lost. */
  beforeReload(): Promise<boolean>
}

/** Ask once an hour whether there is a new version, for pages that stay open all day. */
const ASK_MS = 3_600_000
/** On a first visit no worker controls the page, and it hears nothing when the new one takes over: then it is loaded after this. */
const GRACE_MS = 4000

export async function watchUpdates({ onOffline, onUpdate, beforeReload }: UpdateParts): Promise<Updates> {
  // Missing on plain HTTP under a host name: everything but offline play works there.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    onOffline('unavailable')
    return { apply() {} }
  }
  const { registerSW } = await import('virtual:pwa-register')
  if (navigator.serviceWorker.controller) onOffline('ready')
  /** The learner said so here, knowing what is not saved. */
  let asked = false
  /** The new version is in charge, by the learner's word here or in another tab. */
  const leave = async () => {
    const whole = await beforeReload()
    if (asked || whole) location.reload()
    else onUpdate()
  }
  const update = registerSW({
    onOfflineReady: () => onOffline('ready'),
    onNeedRefresh: onUpdate,
    onNeedReload: () => void leave(),
    onRegisterError: () => onOffline('unavailable'),
    onRegisteredSW(_url, registration) {
      if (registration) setInterval(() => void registration.update().catch(() => { /* offline: asked again later */ }), ASK_MS)
    },
  })
  const apply = async () => {
    asked = true
    await beforeReload()
    await update(true)
    setTimeout(() => location.reload(), GRACE_MS)
  }
  return { apply: () => void apply() }
}
