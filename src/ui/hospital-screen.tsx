import { useState } from 'react'
import { IconButton } from '../kit/button.tsx'
import { useActions, useGame } from './game.ts'
import { HospitalList } from './hospital-list.tsx'
import './hospital.css'
import { Hud } from './hud.tsx'
import { MeetingPanel } from './meeting-panel.tsx'
import { ShiftCard } from './shift-card.tsx'
import { common } from './words/en.ts'
import { hud } from './words/en-hospital.ts'

/** The floor: cards over the painted hospital, or, without it, the hospital as a page of departments. */
export function HospitalScreen() {
  const mapOn = useGame(state => state.canvas !== 'off' && state.canvas !== 'missing')
  const [listOpen, setListOpen] = useState(() => window.matchMedia('(width > 64rem)').matches)
  const showList = !mapOn || listOpen
  return (
    <div className={mapOn ? 'hospital hospital-over-map' : 'hospital hospital-list-only'} data-list={showList ? 'open' : 'closed'}>
      <Hud listOpen={listOpen} onToggleList={() => setListOpen(!listOpen)} />
      <main className="hospital-main">
        {showList && <HospitalList />}
        <MeetingPanel />
      </main>
      <aside className="hospital-side">
        <ShiftCard />
        <p className="hospital-small">{common.trainingData}</p>
      </aside>
      {mapOn && <MapButtons />}
    </div>
  )
}

function MapButtons() {
  const { zoomMap } = useActions()
  const loading = useGame(state => state.canvas === 'loading')
  return (
    <div className="map-buttons">
      {loading && <output className="map-loading card">{hud.mapLoading}</output>}
      <div className="map-zoom card">
        <IconButton icon="zoom-in" label={hud.zoomIn} onClick={() => zoomMap(1)} />
        <IconButton icon="zoom-out" label={hud.zoomOut} onClick={() => zoomMap(-1)} />
        <IconButton icon="fit" label={hud.zoomReset} onClick={() => zoomMap(0)} />
      </div>
    </div>
  )
}
