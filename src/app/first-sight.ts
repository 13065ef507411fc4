/** When the first sight is over, so that whatever is only heard, or needed later, may be fetched. */
import type { StoreApi } from 'zustand/vanilla'
import type { GameState, Screen } from '../ui/game.ts'

const PATIENCE_MS = 10_000
/** The first steps are taken before anything else begins. */
const BREATH_MS = 1000

/**
 * Resolves when nothing that is seen waits for the line any more: the map is painted or known not to come, or the learner
 * reads the title and takes their time. What is only heard or needed later waits for this.
 */
export function firstSight(state: StoreApi<GameState>): Promise<void> {
  return new Promise((resolve) => {
    let patient = true
    let waitsAt: Screen['at'] | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (at: Screen['at']) => {
      waitsAt = at
      clearTimeout(timer)
      timer = setTimeout(() => {
        patient = false
        look()
      }, PATIENCE_MS)
    }
    const look = () => {
      const { ready, canvas, screen, settings } = state.getState()
      const mapComes = canvas === 'loading' || (settings.map && (canvas === 'off' || canvas === 'ready') && screen.at === 'hospital')
      // Whoever goes on to the next screen is about to walk in: what is fetched meanwhile would only be in their way.
      if (patient && ready && screen.at !== waitsAt) wait(screen.at)
      const arriving = patient && (screen.at === 'title' || screen.at === 'player')
      if (!ready || arriving || mapComes) return
      stop()
      clearTimeout(timer)
      setTimeout(resolve, BREATH_MS)
    }
    const stop = state.subscribe(look)
  })
}
