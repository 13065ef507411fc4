import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Quest, Solution } from '../../core/quest/schema.ts'
import { RECORD_TRANSFORMS } from '../../lab/interop/map/transforms.ts'
import type { Records } from '../../lab/graph/ports.ts'
import { requestDeskSpec } from '../../lab/blocks/records/records.ts'
import type { Desk } from '../../lab/payer/spec.ts'
import { codesIn, elementsOf, UCUM_LIST } from '../../lab/records/shape.ts'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { DeskPanel } from './desk-panel.tsx'
import { CodesPanel } from './codes-panel.tsx'
import { MapPanel } from './map-panel.tsx'
import { MappingContext, type SideNames } from './mapping-context.ts'
import { MappingFrame } from './mapping-frame.tsx'
import { Panes } from './mapping-panes.tsx'
import { RecordPane } from './record-pane.tsx'
import { recordsLive, recordsOf, valuesOf } from './records-live.ts'
import { recordWords } from './records-words.ts'
import { ResultsPanel } from './results-panel.tsx'
import { useRowWork, useSolutionWork, withParam } from './use-map-work.ts'
import { useNarrow } from './use-narrow.ts'
import { ValuesPanel } from './values-panel.tsx'
import { words } from './words.ts'

type WorkTab = 'map' | 'codes' | 'values' | 'desk' | 'results'

/** Records that the quest describes: what came, what is wanted, and the map between them. */
export function RecordsBench(props: BenchProps) {
  const { quest, solution } = props
  const records = useMemo(() => recordsOf(quest, solution.graph), [quest, solution.graph])
  return records ? <Parts {...props} records={records} /> : <Note tone="bad">{words.noRecords}</Note>
}

function Parts(props: BenchProps & { records: Records }) {
  const { quest, records } = props
  const { shape, payer } = records
  const hasDesk = payer !== undefined && quest.build.palette.includes(requestDeskSpec.id)
  const work = useSolutionWork(props)
  // Letters appear at once; the trees follow when there is time.
  const later = useDeferredValue(work.table)
  const live = useMemo(() => recordsLive(records, later), [records, later])
  const sides = useMemo(() => ({ ...sidesOf(quest, records), valuesRead: (row: { id: string }) => valuesOf(records, later, row.id) }), [quest, records, later])
  const tabs = useMemo((): readonly WorkTab[] => ['map', ...(Object.keys(shape.lists).length > 0 ? ['codes' as const] : []), ...(shape.thing === undefined ? [] : ['values' as const]), ...(hasDesk ? ['desk' as const] : []), 'results'], [shape, hasDesk])
  const [tab, setTab] = useState<WorkTab>('map')
  const root = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(root)
  const mapping = useRowWork({ props, work, live, sides, root, toMap: () => setTab('map') })
  const panel = (id: WorkTab) => {
    switch (id) {
      case 'map': return <MapPanel />
      case 'codes': return <CodesPanel shape={shape} />
      case 'values': return <ValuesPanel records={records} live={live} />
      case 'desk': return payer && <DeskPanel payer={payer} desk={deskOf(work.solution)} set={(name, value) => work.change(withParam(work.solution, requestDeskSpec.id, name, value), words.editing.desk)} />
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

/** As the desk block of this solution is set. */
function deskOf({ graph }: Solution): Desk {
  const read = requestDeskSpec.params.safeParse(graph.nodes.find(({ block }) => block === requestDeskSpec.id)?.params ?? {})
  return read.success ? read.data : requestDeskSpec.params.parse({})
}

function sidesOf({ data }: Quest, { shape }: Records): Omit<SideNames, 'valuesRead'> {
  const elements = elementsOf(shape)
  const { facts = {} } = shape
  const { one, many } = data.noun ?? { one: 'record', many: 'records' }
  return {
    sources: [...shape.fields.map(name => ({ path: name, name: data.columns[name]?.label ?? name })), ...Object.entries(facts).map(([path, { label }]) => ({ path, name: label })), ...elements.map(({ path, element }) => ({ path, name: element.label }))],
    facts: Object.keys(facts),
    targets: elements.map(({ path, element }) => ({ path, about: element.label })),
    transforms: RECORD_TRANSFORMS,
    words: recordWords(one, many, shape.fields, shape.amount, Object.keys(facts)[0]),
    codesFor: (to) => {
      const element = elements.find(({ path }) => path === to.trim())?.element
      return element && 'list' in element && element.list !== UCUM_LIST ? codesIn(shape, element.list) : []
    },
  }
}
