import { useMemo } from 'react'
import { Button, IconButton } from '../button.tsx'
import { Slider } from '../slider.tsx'
import { CoursePicture, CourseTable, Spans } from './course.tsx'
import { type CourseData, hourWords, partOf, spanKinds, stripTable } from './course-panels.ts'
import './strip.css'
import { Trace } from './trace.tsx'
import { useScroll } from './use-scroll.ts'

/** Hours that are seen at once. */
const PART = 12

interface StripProps {
  course: CourseData
  moments: NonNullable<CourseData['moments']>
}

/** Days of a patch: all of it small, a part of it large that can be played or dragged, and the trace at the moment where it stands. */
export function Strip({ course, moments }: StripProps) {
  const { say, caption, hours, marks, spans = [] } = course
  const telling = useMemo(() => [...marks.map(({ at }) => at), ...spans.filter(({ tone }) => tone !== 'note').map(({ from, to }) => (from + to) / 2)].sort((a, b) => a - b), [marks, spans])
  const scroll = useScroll(hours, telling[0] ?? Math.min(PART / 2, hours))
  const { now, playing, mayPlay } = scroll
  // Half-hours: the part is drawn anew only when it has moved.
  const from = Math.max(0, Math.min(hours - PART, Math.round((now - PART / 2) * 2) / 2))
  const part = useMemo(() => partOf(course, from, Math.min(hours, from + PART)), [course, from, hours])
  const moment = moments.reduce((near, one) => (Math.abs(one.at - now) < Math.abs(near.at - now) ? one : near), moments[0] as StripProps['moments'][number])
  const next = telling.find(at => at > now + 1e-6)
  const before = telling.findLast(at => at < now - 1e-6)
  const share = (hour: number) => `${(100 * hour) / hours}%`
  return (
    <div className="course">
      <p className="course-say">{say}</p>
      <div className="strip-overview" aria-hidden="true">
        <Spans spans={spans} kinds={spanKinds(spans)} left={share} />
        {marks.map(({ at, label, tone }) => <span key={`${label}${at}`} className={`course-mark course-${tone}`} style={{ left: share(at) }} />)}
        <span className="strip-part" style={{ left: share(from), width: share(Math.min(PART, hours)) }} />
      </div>
      <div className="strip-controls">
        {mayPlay && <Button small icon={playing ? 'pause' : 'run'} look="primary" onClick={scroll.toggle}>{playing ? 'Pause' : 'Play'}</Button>}
        <IconButton small icon="chevron-left" label="Alarm or episode before" disabled={before === undefined} onClick={() => scroll.goTo(before ?? 0)} />
        <IconButton small icon="chevron-right" label="Next alarm or episode" disabled={next === undefined} onClick={() => scroll.goTo(next ?? hours)} />
        <Slider label="Hour of the patch" value={Math.round(now * 12) / 12} min={0} max={hours} step={1 / 12} format={hourWords} onChange={scroll.goTo} />
      </div>
      <CoursePicture course={part} clock={from} kindsOf={spans} />
      <div className="strip-moment">
        <h5>Trace at hour {hourWords(moment.at)}</h5>
        <Trace trace={{ kind: 'trace', caption: `Trace at hour ${hourWords(moment.at)}: ${caption}`, say: traceWords(moment), unit: moment.unit, rate: moment.rate, samples: moment.samples, beats: moment.beats }} />
      </div>
      <CourseTable caption={caption} table={stripTable(course)} />
    </div>
  )
}

/** "5 seconds. 7 beats found by the patch; from one to the next 0.52 to 1.10 seconds." */
function traceWords({ samples, rate, beats }: StripProps['moments'][number]): string {
  const times = Array.from(beats.subarray(1), (at, i) => at - (beats[i] as number))
  const found = `${Math.round(samples.length / rate)} seconds. ${beats.length} beats found by the patch`
  return times.length === 0 ? `${found}.` : `${found}; from one to the next ${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} seconds.`
}
