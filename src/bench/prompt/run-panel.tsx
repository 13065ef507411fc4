import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { ZodType } from 'zod'
import type { RunReport } from '../../core/verdict.ts'
import { Note } from '../../kit/note.tsx'
import { words } from './words.ts'

interface RunPanelProps {
  title: string
  report: RunReport | null
  /** Said when settings have changed since that run; null while they have not. */
  stale: string | null
  /** Before the first run. */
  before: { say: string; help: string }
  /** What the run made; null when it made nothing that can be shown. */
  children: ReactNode
}

/** What came of the last run, beside the settings. */
export function RunPanel({ title, report, stale, before, children }: RunPanelProps) {
  const problems = report?.problems ?? []
  const panel = useRef<HTMLElement>(null)
  const seen = useRef(report)
  // On a phone it stands below the settings: a new run comes up by itself.
  useEffect(() => {
    if (report && report !== seen.current && (panel.current?.getBoundingClientRect().top ?? 0) > innerHeight * 0.6) panel.current?.scrollIntoView({ block: 'start' })
    seen.current = report
  }, [report])
  return (
    <section className="desk-answers" aria-label={title} ref={panel}>
      <h3>{title}</h3>
      {problems.length > 0 && <Note tone="warning"><strong>{words.problems}</strong>{problems.map(({ say }) => <p key={say}>{say}</p>)}</Note>}
      {stale && children && <Note tone="info">{stale}</Note>}
      {children ?? (problems.length === 0 && <div className="desk-empty"><p>{before.say}</p><p className="desk-help">{before.help}</p></div>)}
    </section>
  )
}

/** The first block of a run that has something of this shape to show. */
export function detailIn<Detail>(report: RunReport | null, shape: ZodType<Detail>): Detail | null {
  for (const node of report?.nodes ?? []) {
    const read = node.detail === undefined ? null : shape.safeParse(node.detail)
    if (read?.success) return read.data
  }
  return null
}
