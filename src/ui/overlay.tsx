import { lazy, Suspense, useEffect } from 'react'
import '../kit/fonts.css'
import '../kit/tokens.css'
import '../kit/base.css'
import { Icon } from '../kit/icon.tsx'
import { BrokenPart, BrokenScreen } from './broken-part.tsx'
import { useGame } from './game.ts'
import './overlay.css'
import { TitleScreen } from './title-screen.tsx'
import { common } from './words/en.ts'

// The title is here at once; everything else comes when it is wanted.
const PlayerScreen = lazy(() => import('./player-screen.tsx').then(file => ({ default: file.PlayerScreen })))
const HospitalScreen = lazy(() => import('./hospital-screen.tsx').then(file => ({ default: file.HospitalScreen })))
const QuestShell = lazy(() => import('./quest/quest-shell.tsx').then(file => ({ default: file.QuestShell })))
const Journal = lazy(() => import('./journal.tsx').then(file => ({ default: file.Journal })))
const Certificate = lazy(() => import('./certificate.tsx').then(file => ({ default: file.Certificate })))
const Banners = lazy(() => import('./banners.tsx').then(file => ({ default: file.Banners })))

/** Everything of the game that is DOM: one screen by the state, and the notices that may lie over any of them. */
export function Overlay() {
  const at = useGame(state => state.screen.at)
  const textSize = useGame(state => state.settings.textSize)
  const motion = useGame(state => state.settings.motion)
  const hasNotice = useGame(state => state.ready && (state.store.kind !== 'ready' || state.update === 'ready' || state.failure !== null || state.news !== null || state.caption !== null))
  useEffect(() => {
    const root = document.documentElement
    root.dataset.screen = at
    root.dataset.motion = motion
    root.style.setProperty('--text-scale', String(textSize))
  }, [at, motion, textSize])
  return (
    <div className={`overlay overlay-${at}`}>
      <BrokenPart instead={<BrokenScreen />}><Suspense fallback={<Waiting />}><ScreenView /></Suspense></BrokenPart>
      {hasNotice && <BrokenPart instead={null}><Suspense><Banners /></Suspense></BrokenPart>}
    </div>
  )
}

function ScreenView() {
  const at = useGame(state => state.screen.at)
  switch (at) {
    case 'title': return <TitleScreen />
    case 'player': return <PlayerScreen />
    case 'hospital': return <HospitalScreen />
    case 'quest': return <QuestShell />
    case 'journal': return <Journal />
    case 'certificate': return <Certificate />
  }
}

function Waiting() {
  return (
    <main className="waiting" aria-busy="true">
      <h1 className="visually-hidden">{common.hospitalLong}</h1>
      <output className="waiting-card"><Icon name="clock" />{common.loading}</output>
    </main>
  )
}
