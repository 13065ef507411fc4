/** What the game starts from before anything has been read. */
import { hospital } from '../core/hospital.ts'
import type { QuestCard } from '../core/hospital.ts'
import { career } from '../core/log/folds.ts'
import type { GameState, Settings } from '../ui/game.ts'

export const DEFAULT_SETTINGS: Settings = {
  effects: 0.6,
  ambient: 0.3,
  captions: true,
  textSize: 1,
  motion: 'system',
  map: true,
  lowPower: false,
  keys: { up: 'w', down: 's', left: 'a', right: 'd' },
  model: { engine: 'off', address: 'http://localhost:8080', name: '' },
}

export function startState(settings: Settings, quests: QuestCard[], reducedMotion: boolean): GameState {
  const empty = career([])
  return {
    ready: false,
    screen: { at: 'title' },
    settings,
    reducedMotion,
    store: { kind: 'ready' },
    saved: 'saved',
    career: empty,
    hospital: hospital(empty, quests),
    quests,
    session: null,
    failure: null,
    news: null,
    canvas: 'off',
    meeting: null,
    caption: null,
    update: 'none',
    offline: 'unknown',
  }
}
