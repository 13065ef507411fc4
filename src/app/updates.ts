/** The service worker, where there is one: offline play after one visit, and a new version only when the learner says so. */
import type { GameState } from '../ui/game.ts'

export interface Updates {
  apply(): void
}

export interface UpdateParts {
  onOffline(offline: GameState['offline']): void
  onUpdate(): void
  /** Everything on disk; the page is about to be loaded anew. */
  beforeReload(): Promise<void>
}

/** Ask once an hour whether there is a new version, for pages that stay open all day. */
const ASK_MS = 3_600_000

export async function watchUpdates({ onOffline, onUpdate, beforeReload }: UpdateParts): Promise<Updates> {
  // Missing on plain HTTP under a host name: everything but offline play works there.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    onOffline('unavailable')
    return { apply() {} }
  }
  const { registerSW } = await import('virtual:pwa-register')
  if (navigator.serviceWorker.controller) onOffline('ready')
  const update = registerSW({
    onOfflineReady: () => onOffline('ready'),
    onNeedRefresh: onUpdate,
    onRegisterError: () => onOffline('unavailable'),
    onRegisteredSW(_url, registration) {
      if (registration) setInterval(() => void registration.update().catch(() => { /* offline: asked again later */ }), ASK_MS)
    },
  })
  return {
    apply: () => void beforeReload().then(() => update(true)),
  }
}
