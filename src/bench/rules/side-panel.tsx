import { useEffect } from 'react'
import type { Metric } from '../../core/quest/schema.ts'
import { Tabs } from '../../kit/tabs.tsx'
import { BookPanel } from './book-panel.tsx'
import { CasesPanel } from './cases-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { GapsPanel } from './gaps-panel.tsx'
import { useRules } from './rules-context.ts'
import type { Side } from './use-rules.ts'
import { words } from './words.ts'

interface SidePanelProps {
  side: Side
  onSide(side: Side): void
  onInspector(view: string): void
  metrics: readonly Metric[]
}

/** Past cases with the reason for each, what the table leaves open, the pages to read, and the figures of the last run. */
export function SidePanel({ side, onSide, onInspector, metrics }: SidePanelProps) {
  const { cases, coverage, highlight, noun, table, report } = useRules()
  useEffect(() => {
    if (cases) onInspector(side)
    // Only another picture is news.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [side, cases !== null])
  const wrong = cases?.filter(({ state }) => state !== 'right').length ?? 0
  const gaps = (coverage?.unmatched.length ?? 0) > 0 || coverage?.rows.some(({ speaks }) => speaks === 0)
  const labels: Record<Side, string> = {
    ...words.tabs,
    cases: `${noun.many.charAt(0).toUpperCase()}${noun.many.slice(1)}${cases && wrong > 0 ? ` (${wrong})` : ''}`,
    gaps: gaps ? `${words.tabs.gaps} •` : words.tabs.gaps,
  }
  const ids: Side[] = ['cases', 'gaps', ...(table.book ? ['book' as const] : []), 'figures']
  const tabs = ids.map(id => ({ id, label: <span className={highlight === `inspector:${id}` ? 'rules-pointed' : ''}>{labels[id]}</span> }))
  return (
    <section aria-label={words.side}>
      <Tabs<Side> label={words.side} tabs={tabs} selected={side} onSelect={onSide}>
        {side === 'cases' && <CasesPanel />}
        {side === 'gaps' && <GapsPanel />}
        {side === 'book' && <BookPanel />}
        {side === 'figures' && <FiguresPanel metrics={metrics} report={report} before={words.before(noun.many)} />}
      </Tabs>
    </section>
  )
}
