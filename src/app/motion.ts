/** Whether things may move on their own: the system's wish, unless the learner has one. */
import type { Settings } from '../ui/game.ts'

export interface Motion {
  reduced(setting: Settings['motion']): boolean
  onChange(listener: () => void): () => void
}

export function systemMotion(still: boolean): Motion {
  const query = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)')
  return {
    reduced: (setting) => still || setting === 'reduced' || (setting === 'system' && (query?.matches ?? false)),
    onChange(listener) {
      query?.addEventListener('change', listener)
      return () => query?.removeEventListener('change', listener)
    },
  }
}
