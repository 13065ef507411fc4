import { useEffect, useState } from 'react'
import type { NodeReport, View } from '../../core/verdict.ts'
import { Button } from '../../kit/button.tsx'
import { DataTable } from '../../kit/charts/chart-frame.tsx'
import { ViewChart } from '../../kit/charts/view-chart.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useBench } from './bench-context.ts'
import { highlighted } from './highlight.ts'
import { entriesOf, sizeWords } from './inspector-entries.ts'
import type { Entry, EntryId } from './inspector-entries.ts'
import { Problems } from './problems.tsx'
import { TestFigures } from './test-figures.tsx'

/** What the last run showed: problems first, the learner's own figures, then a tab for each kind of picture. */
export function Inspector({ onOpened }: { onOpened(view: string): void }) {
  const { report, graph, selected, highlight } = useBench()
  const [wanted, setWanted] = useState<EntryId | null>(null)
  const [large, setLarge] = useState(false)
  const entries = report ? entriesOf(report, graph, selected) : []
  const pointed = highlighted(highlight, 'inspector')
  const entry = entries.find(candidate => candidate.id === wanted) ?? entries[0]
  const shown = entry?.id
  useEffect(() => {
    if (shown) onOpened(shown)
    // Only another picture is news.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shown])
  if (!report) {
    return <p className="bench-quiet">Press Run. Every block then shows what went through it, and the charts appear here.</p>
  }
  return (
    <div className="bench-inspector">
      <Problems />
      <TestFigures />
      {entry && (
        <Tabs<EntryId>
          label="Results" selected={entry.id} onSelect={setWanted}
          tabs={entries.map(tab => ({ id: tab.id, label: <TabLabel entry={tab} pointed={tab.id === pointed} /> }))}
        >
          <EntryBody entry={entry} />
          {entry.views.length > 0 && <Button small icon="expand" onClick={() => setLarge(true)}>Show large</Button>}
        </Tabs>
      )}
      {large && entry && (
        <Dialog wide title={entry.title} closeLabel="Close" onClose={() => setLarge(false)} className="bench-large">
          <h3 className="visually-hidden">Charts and tables</h3>
          <EntryBody entry={entry} />
        </Dialog>
      )}
    </div>
  )
}

function TabLabel({ entry, pointed }: { entry: Entry; pointed: boolean }) {
  return (
    <span className={pointed ? 'bench-tab bench-pointed' : 'bench-tab'}>
      {entry.pinned && <Icon name="eye" size={1} label="pinned" />}
      {entry.title}
    </span>
  )
}

function EntryBody({ entry }: { entry: Entry }) {
  const { title } = useBench()
  if (entry.id === 'head') return <>{entry.nodes.map(node => <Rows key={node.node} report={node} title={title(node.node)} />)}</>
  if (entry.views.length > 1 && !entry.pinned && entry.views.every(held => held.view.view === 'distribution' || held.view.view === 'categories')) return <OneOfMany views={entry.views.map(held => held.view)} />
  return (
    <div className={entry.pinned ? 'bench-views bench-views-pinned' : 'bench-views'}>
      {entry.views.map(held => (
        <div key={`${held.node} ${'title' in held.view ? held.view.title : ''}`}>
          <p className="bench-quiet bench-where">At {title(held.node)}</p>
          <div className="bench-charts"><ViewChart view={held.view} /></div>
        </div>
      ))}
    </div>
  )
}

/** Spread of one column at a time. */
function OneOfMany({ views }: { views: View[] }) {
  const named = views.filter(view => view.view === 'distribution' || view.view === 'categories')
  const [at, setAt] = useState(0)
  const view = named[Math.min(at, named.length - 1)]
  if (!view) return null
  return (
    <div className="bench-views">
      <label className="bench-pick">
        <span>Column</span>
        <select className="select" value={at} onChange={event => setAt(Number(event.target.value))}>
          {named.map((option, i) => <option key={option.column} value={i}>{option.label}</option>)}
        </select>
      </label>
      <ViewChart view={view} />
    </div>
  )
}

function Rows({ report, title }: { report: NodeReport; title: string }) {
  return (
    <section className="bench-rows">
      <h4>{title}</h4>
      <p>{[sizeWords(report), ...report.facts].filter(Boolean).join(' · ')}</p>
      {report.head && (
        <DataTable
          caption={`First rows after ${title}`}
          table={{ head: report.head.columns, rows: report.head.rows.map(row => row.map(cell => (cell === null ? 'missing' : typeof cell === 'number' ? Math.round(cell * 1000) / 1000 : cell))) }}
        />
      )}
    </section>
  )
}
