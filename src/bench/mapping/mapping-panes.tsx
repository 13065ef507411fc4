import { useState } from 'react'
import type { ReactNode } from 'react'
import { Tabs } from '../../kit/tabs.tsx'
import { useMapping } from './mapping-context.ts'
import { PortalPane } from './portal-pane.tsx'
import { words } from './words.ts'

interface PanesProps<Tab extends keyof typeof words.tabs> {
  narrow: boolean
  tab: Tab
  tabs: readonly Tab[]
  setTab(tab: Tab): void
  /** What came. */
  source: ReactNode
  work(tab: Tab): ReactNode
}

/** What came beside what is wanted, and the work below; on a phone one thing at a time. */
export function Panes<Tab extends keyof typeof words.tabs>({ narrow, ...panes }: PanesProps<Tab>) {
  return narrow ? <NarrowPanes {...panes} /> : <WidePanes {...panes} />
}

function WidePanes<Tab extends keyof typeof words.tabs>({ tab, tabs, setTab, source, work }: Omit<PanesProps<Tab>, 'narrow'>) {
  return (
    <>
      <div className="mapping-sides">{source}<PortalPane /></div>
      <section className="mapping-work" aria-label={words.work}>
        <Tabs<Tab> label={words.work} selected={tab} onSelect={setTab} tabs={tabs.map(id => ({ id, label: <Pointed tab={id}>{words.tabs[id]}</Pointed> }))}>
          {work(tab)}
        </Tabs>
      </section>
    </>
  )
}

function NarrowPanes<Tab extends keyof typeof words.tabs>({ tab, tabs, setTab, source, work }: Omit<PanesProps<Tab>, 'narrow'>) {
  const [pane, setPane] = useState<'source' | 'portal' | null>('source')
  const [known, setKnown] = useState(tab)
  // A row that was asked for from elsewhere comes to the front.
  if (known !== tab) {
    setKnown(tab)
    setPane(null)
  }
  const selected: 'source' | 'portal' | Tab = pane ?? tab
  const select = (id: 'source' | 'portal' | Tab) => {
    if (id === 'source' || id === 'portal') return setPane(id)
    setPane(null)
    setTab(id)
    setKnown(id)
  }
  const ids: readonly ('source' | 'portal' | Tab)[] = ['source', 'portal', ...tabs]
  const { row, sides } = useMapping()
  const [seen, setSeen] = useState(row)
  if (seen !== row) {
    setSeen(row)
    if (row !== null) setPane(null)
  }
  return (
    <section className="mapping-work" aria-label={words.work}>
      <Tabs<'source' | 'portal' | Tab> label={words.work} selected={selected} onSelect={select} tabs={ids.map(id => ({ id, label: <Pointed tab={id}>{id === 'portal' ? sides.words.portalTab : words.panes[id]}</Pointed> }))}>
        {selected === 'source' ? source : selected === 'portal' ? <PortalPane /> : work(tab)}
      </Tabs>
    </section>
  )
}

function Pointed({ tab, children }: { tab: string; children: string }) {
  const { highlight } = useMapping()
  return <span className={highlight === `node:${tab}` ? 'mapping-pointed' : ''}>{children}</span>
}
