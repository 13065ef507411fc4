import { useState } from 'react'
import type { CSSProperties } from 'react'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { verify as words } from '../words/en-quest.ts'
import { useGame } from '../game.ts'
import { litBeds } from './lit-beds.ts'
import './trap-replay.css'

const BEDS = 30

/** The same ward twice: as the test promised it, and as it was on the day. Lights, shapes and words say the same. */
export function TrapReplay({ reveal, replay }: { reveal: string; replay: { test: number; deployed: number } }) {
  const [round, setRound] = useState(0)
  const still = useGame(state => state.reducedMotion)
  return (
    <section className="card trap" aria-labelledby="trap-heading">
      <div className="trap-words">
        <h3 id="trap-heading">{words.trapTitle}</h3>
        <p>{reveal}</p>
        <p className="trap-legend">{words.trapLegend}</p>
        {!still && <Button icon="refresh" onClick={() => setRound(round + 1)}>{words.trapReplay}</Button>}
      </div>
      <div className="trap-wards">
        <Ward key={`test ${round}`} title={words.trapTest} lit={litBeds(replay.test, BEDS)} stays={null} />
        <Ward key={`use ${round}`} title={words.trapUse} lit={litBeds(replay.deployed, BEDS)} stays={litBeds(replay.test, BEDS)} />
      </div>
    </section>
  )
}

/** `stays`: beds that were lit in the test, so that the ward in use can be seen losing them. */
function Ward({ title, lit, stays }: { title: string; lit: ReadonlySet<number>; stays: ReadonlySet<number> | null }) {
  return (
    <figure className={stays ? 'ward ward-use' : 'ward ward-test'}>
      <figcaption>
        <strong>{title}</strong>
        <span>{words.trapLit(lit.size, BEDS)}</span>
      </figcaption>
      <svg viewBox="0 0 240 176" aria-hidden="true" focusable="false">
        {Array.from({ length: BEDS }, (_, bed) => (
          <Bed key={bed} x={(bed % 6) * 40 + 4} y={Math.floor(bed / 6) * 35 + 3} lit={lit.has(bed)} goesDark={!lit.has(bed) && (stays?.has(bed) ?? false)} delay={bed} />
        ))}
      </svg>
    </figure>
  )
}

function Bed({ x, y, lit, goesDark, delay }: { x: number; y: number; lit: boolean; goesDark: boolean; delay: number }) {
  const state = lit ? 'bed bed-lit' : goesDark ? 'bed bed-goes-dark' : 'bed'
  return (
    <g className={state} transform={`translate(${x} ${y})`} style={{ '--n': delay } as CSSProperties}>
      <rect className="bed-glow" x="-2" y="-2" width="36" height="33" rx="8" />
      <rect className="bed-frame" x="3" y="8" width="26" height="18" rx="3" />
      <rect className="bed-pillow" x="5" y="10" width="7" height="14" rx="2" />
      <rect className="bed-sheet" x="14" y="10" width="13" height="14" rx="2" />
      {/* A lamp that is lit has rays; a dark one is crossed out: the difference is a shape, not only a colour. */}
      <circle className="bed-lamp" cx="16" cy="4" r="3.5" />
      {lit && <path className="bed-rays" d="M9.5 4H7.500M24.5 4h-2M11 .5l-1.5-1.500M21 .5l1.5-1.5" />}
      {goesDark && <path className="bed-out" d="M12.5.5l7 7M19.5.5l-7 7" />}
    </g>
  )
}
