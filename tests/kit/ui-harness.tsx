/**
 * Every screen of the overlay without the app: a game of its own with the real quest machine and invented verdicts.
 * ?screen=hospital&map=off&stage=verify&verdict=leak&store=full&motion=reduced&size=1.5 …; see ui-fake-game.ts
 */
import '@fontsource/nunito/800.css'
import { createRoot } from 'react-dom/client'
import { GameContext } from '../../src/ui/game.ts'
import { Overlay } from '../../src/ui/overlay.tsx'
import { fakeGame } from './ui-fake-game.ts'

const game = fakeGame(new URLSearchParams(location.search))
Object.assign(window, { game })
createRoot(document.getElementById('root')!).render(<GameContext value={game}><Overlay /></GameContext>)
