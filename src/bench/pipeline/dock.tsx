import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useBench } from './bench-context.ts'
import { Inspector } from './inspector.tsx'
import { NodeSettings } from './node-settings.tsx'
import { Overview } from './overview.tsx'

export type DockSide = 'settings' | 'results'

interface DockProps {
  roomy: boolean
  side: DockSide
  onSide(side: DockSide): void
  onInspector(view: string): void
}

/** Wide: settings and results side by side. Narrow: one of the two. */
export function Dock({ roomy, side, onSide, onInspector }: DockProps) {
  if (roomy) return <><Settings /><Results onInspector={onInspector} /></>
  return (
    <Tabs label="Below the canvas" selected={side} onSelect={onSide} tabs={[{ id: 'settings', label: 'Settings' }, { id: 'results', label: 'Results' }]}>
      {side === 'settings' ? <Settings /> : <Results onInspector={onInspector} />}
    </Tabs>
  )
}

function Settings() {
  const { selected, selection, title, askConnect, readOnly } = useBench()
  return (
    <section className="bench-settings" aria-label="Settings">
      <div className="bench-dock-head">
        <h3 tabIndex={-1}>{selected ? title(selected) : 'Settings'}</h3>
        {selected && !readOnly && <Button small icon="network" onClick={() => askConnect(selected)}>Connect…</Button>}
      </div>
      {selected ? <NodeSettings key={selected} node={selected} /> : <Overview count={selection.size} />}
    </section>
  )
}

export function Results({ onInspector }: { onInspector(view: string): void }) {
  return (
    <section className="bench-results" aria-label="Results">
      <div className="bench-dock-head"><h3><Icon name="chart" /> Results</h3></div>
      <Inspector onOpened={onInspector} />
    </section>
  )
}
