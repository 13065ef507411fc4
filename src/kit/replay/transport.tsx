import { type EventLog, momentWords } from '../../core/event-log.ts'
import { Button, IconButton } from '../button.tsx'
import { type Player, SPEEDS, type Speed } from './use-player.ts'
import { words } from './words.ts'

/** Play, pause, step, speed, and the time to drag: all native controls. */
export function Transport({ log, player }: { log: EventLog; player: Player }) {
  const { now, playing, speed, mayPlay, atEnd } = player
  const { from, to, marks = [] } = log
  return (
    <div className="replay-transport">
      <div className="replay-buttons">
        {mayPlay && (playing
          ? <Button small icon="pause" look="primary" onClick={player.pause}>{words.pause}</Button>
          : <Button small icon={atEnd ? 'refresh' : 'run'} look="primary" onClick={player.play}>{atEnd ? words.again : words.play}</Button>)}
        <IconButton icon="back" small label={words.toStart} onClick={() => player.goTo(from)} />
        <IconButton icon="chevron-left" small label={words.back} onClick={() => player.step(-1)} />
        <IconButton icon="chevron-right" small label={words.next} onClick={() => player.step(1)} />
        <IconButton icon="next" small label={words.toEnd} onClick={() => player.goTo(to)} />
        {mayPlay && (
          <label className="replay-speed">
            <span className="visually-hidden">{words.speed}</span>
            <select className="select" aria-label={words.speed} value={speed} onChange={event => player.setSpeed(Number(event.target.value) as Speed)}>
              {SPEEDS.map(each => <option key={each} value={each}>{words.speeds[each]}</option>)}
            </select>
          </label>
        )}
        <output className="replay-clock">{momentWords(log, now)}</output>
      </div>
      <div className="replay-scrub">
        <input
          type="range" aria-label={words.time} aria-valuetext={momentWords(log, now)} min={from} max={to} step={1} value={now}
          onChange={event => player.goTo(Number(event.target.value))}
        />
        <div className="replay-marks" aria-hidden="true">
          {marks.map((mark) => {
            const share = (mark.at - from) / (to - from)
            // The words stay inside the line: those near its end stand before their moment.
            return <span key={mark.label + mark.at} style={{ left: `${share * 100}%`, translate: share > 0.85 ? '-100%' : share < 0.15 ? '0' : '-50%' }}>{mark.label}</span>
          })}
        </div>
      </div>
      {!mayPlay && <p className="replay-still">{words.still}</p>}
    </div>
  )
}
