import { useMemo } from 'react'
import { DataTable } from '../charts/chart-frame.tsx'
import { type CourseData, courseTable, hourTicks, MARK_WORDS, type MarkKind, markKinds, PANEL, panelsOf, spanKinds, tickText } from './course-panels.ts'
import './course.css'

/** Values as near as these are a line without dots. */
const MOST_DOTS = 100

/** A stay over time: small charts under one another, marks of what happened and what rang through all of them, and the same in words and as a table. */
export function Course({ course }: { course: CourseData }) {
  return (
    <div className="course">
      <p className="course-say">{course.say}</p>
      <CoursePicture course={course} />
      <CourseTable caption={course.caption} table={courseTable(course)} />
    </div>
  )
}

/** The charts alone, with what their signs mean. `clock` is the hour at which they begin; a part of a longer course names all its spans, so that each keeps its look. */
export function CoursePicture({ course, clock = 0, kindsOf }: { course: CourseData; clock?: number; kindsOf?: CourseData['spans'] }) {
  const panels = useMemo(() => panelsOf(course), [course])
  const { say, caption, hours, marks, spans = [] } = course
  const kinds = markKinds(marks)
  const lasting = spanKinds(kindsOf ?? spans)
  const left = (hour: number) => `${(100 * hour) / (hours || 1)}%`
  return (
    <>
      {/* One picture in several drawings, so it cannot be an <img>. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div className="course-picture" role="img" aria-label={`${caption}. ${say}`}>
        <div className="course-lane">
          {kinds.flatMap(kind => marks.filter(({ label, tone }) => label === kind.label && tone === kind.tone).map(({ at }) => <Sign key={`${kind.label}${kind.tone}${at}`} kind={kind} left={left(at)} />))}
        </div>
        <div className="course-panels">
          <Spans spans={spans} kinds={lasting} left={left} />
          {panels.map(panel => (
            <div key={panel.title} className="course-panel">
              <span className="course-title">{panel.title}</span>
              <span className="course-range">{panel.range}</span>
              <svg viewBox={`0 0 ${PANEL.width} ${PANEL.height}`} preserveAspectRatio="none" focusable="false">
                {panel.limitY !== null && <path className="course-limit" d={`M0 ${panel.limitY}h${PANEL.width}`} />}
                <path className="course-line" d={panel.path} />
                {panel.dots.length <= MOST_DOTS && panel.dots.map(({ x, y }) => <path key={x} className="course-dot" d={`M${x} ${y}h.01`} />)}
              </svg>
            </div>
          ))}
          {marks.map(({ at, label, tone }) => <span key={`${label}${tone}${at}`} className={`course-mark course-${tone}`} style={{ left: left(at) }} />)}
        </div>
        <div className="course-clock">{hourTicks(hours).map(hour => <span key={hour} style={{ left: left(hour) }}>{tickText(hour + clock)}</span>)}</div>
      </div>
      {marks.length + spans.length > 0 && (
        <ul className="course-legend" aria-hidden="true">
          {lasting.filter(kind => spans.some(({ label, tone }) => label === kind.label && tone === kind.tone)).map(({ label, tone, look }) => <li key={label + tone}><span className={`course-swatch ${look}`} />{label}</li>)}
          {kinds.map(kind => <li key={kind.label + kind.tone}><Sign kind={kind} />{kind.label}{MARK_WORDS[kind.tone]}</li>)}
          {panels.some(({ limitY }) => limitY !== null) && <li><svg viewBox="0 0 14 14"><path className="course-limit" d="M0 7h14" /></svg>rings from here</li>}
        </ul>
      )}
    </>
  )
}

export function CourseTable({ caption, table }: { caption: string; table: ReturnType<typeof courseTable> }) {
  return (
    <details className="chart-table">
      <summary>Read as table<span className="visually-hidden">: {caption}</span></summary>
      <DataTable caption={caption} table={table} />
    </details>
  )
}

/** Bands of what lasts. */
export function Spans({ spans, kinds, left }: { spans: NonNullable<CourseData['spans']>; kinds: ReturnType<typeof spanKinds>; left(hour: number): string }) {
  return kinds.flatMap(kind => spans.filter(({ label, tone }) => label === kind.label && tone === kind.tone).map(({ from, to, label }) => <span key={`${label}${from}`} className={`course-span ${kind.look}`} style={{ left: left(from), width: left(to - from) }} />))
}

function Sign({ kind: { tone, sign }, left }: { kind: MarkKind; left?: string }) {
  return <svg className={`course-sign course-${tone}`} viewBox="0 0 14 14" {...(left ? { style: { left } } : {})}><path d={sign} /></svg>
}
