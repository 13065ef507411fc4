import { describe, expect, test } from 'vitest'
import questFile from '../../../quests/readmission-risk/quest.json'
import { reportFor } from '../../../tests/kit/bench-report.ts'
import { Quest } from '../../core/quest/schema.ts'
import { PORT_TYPES } from '../../lab/graph/ports.ts'
import { specsById } from './block-specs.ts'
import { openInputs } from './graph-check.ts'
import { highlighted, pointsAtEdge } from './highlight.ts'
import { entriesOf, sizeOnBlock, sizeWords } from './inspector-entries.ts'
import { PORT_LOOK } from './port-look.ts'
import { columnsOf, paletteOf, paramSchema } from './quest-parts.ts'
import { nodeRunStates, progressWords } from './run-state.ts'
import { settingsLine } from './settings-line.ts'

const quest = Quest.parse(questFile)
const palette = paletteOf(quest)
const specs = specsById(palette)
const start = quest.build.start

describe('what the quest brings to the bench', () => {
  test('every block of the palette is known', () => {
    expect(palette.map((spec) => spec.id)).toEqual(quest.build.palette)
  })

  test('columns carry when they are known, and words are no numbers', () => {
    const columns = columnsOf(quest)
    expect(columns.find((column) => column.name === 'tcmFormFiled')).toMatchObject({ availableAt: 'discharge+21d', kind: 'number' })
    expect(columns.find((column) => column.name === 'sex')).toMatchObject({ kind: 'category' })
  })

  test('a data set is chosen among those of the quest', () => {
    const source = specs.get('data.source:cohort')
    expect(source && paramSchema(source, quest)['properties']).toMatchObject({ dataset: { enum: Object.keys(quest.data.sets) } })
  })

  test('a block says what it is set to, hiding what does not matter now', () => {
    const line = (id: string) => {
      const node = start.nodes.find((candidate) => candidate.id === id)
      const spec = specs.get(node?.block ?? '')
      return node && spec ? settingsLine(spec, node.params, quest) : null
    }
    expect(line('lab')).toBe('readmitAny')
    expect(line('spl')).toBe('Rows by chance · 25%')
    expect(line('out')).toBe('')
  })
})

describe('ports', () => {
  test('no two types share both colour and shape', () => {
    const looks = PORT_TYPES.map((type) => `${PORT_LOOK[type].colour} ${PORT_LOOK[type].shape}`)
    expect(new Set(looks).size).toBe(PORT_TYPES.length)
  })

  test('what still needs a wire is listed from source to sink', () => {
    expect(openInputs(start, specs)).toEqual([])
    const cut = { ...start, edges: start.edges.filter(([, to]) => !to.startsWith('thr') && !to.startsWith('lab')) }
    expect(openInputs(cut, specs).map((open) => open.node)).toEqual(['lab', 'thr'])
  })
})

describe('a run', () => {
  test('blocks before the present one are done, those after it wait', () => {
    const states = nodeRunStates(start, { phase: 'fit', node: 'spl', done: 0.3 })
    expect([...states.values()]).toEqual(['done', 'done', 'running', 'waiting', 'waiting', 'waiting', 'waiting'])
    expect([...nodeRunStates(start, { phase: 'score', done: 1 }).values()].every((state) => state === 'done')).toBe(true)
    expect(progressWords({ phase: 'fit', node: 'spl', done: 0.3 }, 'Split')).toBe('Learning: Split')
  })

  test('each picture comes from the selected block, else from the one furthest down', () => {
    const report = reportFor(start)
    const entries = (selected: string | null) => entriesOf(report, start, selected)
    expect(entries(null).map((entry) => entry.id)).toEqual(['roc', 'calibration', 'timeline', 'groups', 'coefficients', 'confusion', 'distribution', 'categories', 'head'])
    expect(entries('fea').find((entry) => entry.id === 'head')?.nodes.map((node) => node.node)).toEqual(['fea'])
    expect(entries(null).find((entry) => entry.id === 'head')?.nodes).toHaveLength(start.nodes.length)
  })

  test('a view block pins its picture in front', () => {
    const graph = { nodes: [...start.nodes, { id: 'timeline', block: 'inspect.view:timeline', params: {} }], edges: [...start.edges, ['mod.scores', 'timeline.from'] as [string, string]] }
    const [first] = entriesOf(reportFor(graph), graph, null)
    expect(first).toMatchObject({ id: 'timeline', pinned: true, views: [{ node: 'timeline' }] })
  })

  test('sizes read as words', () => {
    const [node] = reportFor(start).nodes
    if (!node) throw new Error('no node')
    expect(sizeWords(node)).toBe('4,000 rows × 26 columns')
    expect(sizeOnBlock(node)).toBe('4,000 rows · 26 cols')
    expect(sizeWords({ ...node, rows: 1, columns: null })).toBe('1 row')
    expect(sizeWords({ ...node, rows: null, columns: null })).toBeNull()
  })
})

test('the guide points at one thing at a time', () => {
  expect(highlighted('palette:score.points:lace', 'palette')).toBe('score.points:lace')
  expect(highlighted('node:cap', 'palette')).toBeNull()
  expect(pointsAtEdge('edge:label.table', 'label.table', 'split.table')).toBe(true)
  expect(pointsAtEdge('edge:label', 'src.table', 'label.table')).toBe(true)
  expect(pointsAtEdge('edge:lab', 'src.table', 'label.table')).toBe(false)
})
