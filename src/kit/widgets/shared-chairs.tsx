import { useState } from 'react'
import { Slider } from '../slider.tsx'
import './shared-chairs.css'
import { sharedChairs } from './shared-chairs-counts.ts'

const CHAIRS = 10

/** Book a morning of ten chairs: too few and chairs stay empty, too many and somebody waits; never both at nought. */
export function SharedChairs({ booked: first = 12, away: often = 0.23 }: { booked?: number; away?: number }) {
  const [booked, setBooked] = useState(first)
  const [away, setAway] = useState(often)
  const { empty, waiting, crowded } = sharedChairs(CHAIRS, booked, away)
  const come = Math.round(booked * (1 - away))
  return (
    <section className="shared-chairs" aria-label="A morning of ten chairs">
      <div className="shared-chairs-sliders">
        <Slider label="People booked" value={booked} min={6} max={18} step={1} onChange={setBooked} />
        <Slider label="Stay away" value={Math.round(away * 100)} min={0} max={50} step={1} onChange={value => setAway(value / 100)} format={value => `${value} of 100`} />
      </div>
      <div className="shared-chairs-row" aria-hidden="true">
        {Array.from({ length: CHAIRS }, (_, i) => <span key={i} className={i < come ? 'shared-chair shared-chair-full' : 'shared-chair'} />)}
        {Array.from({ length: Math.max(0, come - CHAIRS) }, (_, i) => <span key={`w${i}`} className="shared-chair-standing" />)}
      </div>
      <output className="shared-chairs-figures">
        <span><strong>{empty.toFixed(1)}</strong> chairs empty</span>
        <span><strong>{waiting.toFixed(1)}</strong> people too many</span>
        <span><strong>{Math.round(crowded * 100)} of 100</strong> mornings somebody must wait</span>
      </output>
    </section>
  )
}
