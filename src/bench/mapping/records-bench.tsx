import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Quest } from '../../core/quest/schema.ts'
import { RECORD_TRANSFORMS } from '../../lab/interop/map/transforms.ts'
import type { Records } from '../../lab/graph/ports.ts'
import { codesIn, elementsOf, UCUM_LIST } from '../../lab/records/shape.ts'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { CodesPanel } from './codes-panel.tsx'
import { MapPanel } from './map-panel.tsx'
import { MappingContext, type SideNames } from './mapping-context.ts'
import { MappingFrame } from './mapping-frame.tsx'
import { Panes } from './mapping-panes.tsx'
import { RecordPane } from './record-pane.tsx'
import { recordsLive, recordsOf, valuesOf } from './records-live.ts'
import { recordWords } from './records-words.ts'
import { ResultsPanel } from './results-panel.tsx'
import { useRowWork, useSolutionWork } from './use-map-work.ts'
import { useNarrow } from './use-narrow.ts'
import { ValuesPanel } from './values-panel.tsx'
import { words } from './words.ts'

type WorkTab = 'map' | 'codes' | 'values' | 'results'

/** Records that the quest describes: what came, what is wanted, and the map between them. */
export function RecordsBench(props: BenchProps) {
  const { quest, solution } = props
  const records = useMemo(() => recordsOf(quest, solution.graph), [quest, solution.graph])
  return records ? <Parts {...props} records={records} /> : <Note tone="bad">{words.noRecords}</Note>
}

function Parts(props: BenchProps & { records: Records }) {
  const { quest, records } = props
  const { shape } = records
  const work = useSolutionWork(props)
  // Letters appear at once; the trees follow when there is time.
  const later = useDeferredValue(work.table)
  const live = useMemo(() => recordsLive(records, later), [records, later])
  const sides = useMemo(() => ({ ...sidesOf(quest, records), valuesRead: (row: { id: string }) => valuesOf(records, later, row.id) }), [quest, records, later])
  const tabs = useMemo((): readonly WorkTab[] => ['map', ...(Object.keys(shape.lists).length > 0 ? ['codes' as const] : []), ...(shape.thing === undefined ? [] : ['values' as const]), 'results'], [shape])
  const [tab, setTab] = useState<WorkTab>('map')
  const root = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(root)
  const mapping = useRowWork({ props, work, live, sides, root, toMap: () => setTab('map') })
  const panel = (id: WorkTab) => {
    switch (id) {
      case 'map': return <MapPanel />
      case 'codes': return <CodesPanel shape={shape} />
      case 'values': return <ValuesPanel records={records} live={live} />
      case 'results': return <ResultsPanel />
    }
  }
  return (
    <MappingContext value={mapping}>
      <MappingFrame props={props} work={work} root={root} narrow={narrow} toResults={() => setTab('results')}>
        <Panes<WorkTab> narrow={narrow} tab={tab} tabs={tabs} setTab={setTab} source={<RecordPane records={records} />} work={panel} />
      </MappingFrame>
    </MappingContext>
  )
}

function sidesOf({ data }: Quest, { shape }: Records): Omit<SideNames, 'valuesRead'> {
  const elements = elementsOf(shape)
  const { one, many } = data.noun ?? { one: 'record', many: 'records' }
  return {
    sources: [...shape.fields.map(name => ({ path: name, name: data.columns[name]?.label ?? name })), ...elements.map(({ path, element }) => ({ path, name: element.label }))],
    targets: elements.map(({ path, element }) => ({ path, about: element.label })),
    transforms: RECORD_TRANSFORMS,
    words: recordWords(one, many, shape.fields, shape.amount),
    codesFor: (to) => {
      const element = elements.find(({ path }) => path === to.trim())?.element
      return element && 'list' in element && element.list !== UCUM_LIST ? codesIn(shape, element.list) : []
    },
  }
}
