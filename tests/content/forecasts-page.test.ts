/** The page for trainers on forecasts: it quotes what the check really says, and its example does what the page says of it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { Quest, type Solution } from '../../src/core/quest/schema.ts'
import { judge, runVisible } from '../../src/lab/judge.ts'
import { labKnows } from '../../src/lab/quest-check.ts'

type Loose = { [key: string]: Loose } & Loose[]
const put = (value: unknown): Loose => value as Loose
const page = readFileSync('docs/from-json/forecasts.md', 'utf8')
const quoted = [...page.matchAll(/^data\.params\..+$/gm)].map(([line]) => line)
const source = () => put(JSON.parse(readFileSync('docs/examples/no-bed-no-surgery/quest.json', 'utf8')))
const said = (change: (quest: Loose) => void) => {
  const quest = source()
  change(quest)
  const read = parseQuest(JSON.stringify(quest), 'quest.json', labKnows)
  return read.ok ? [] : read.problems.map(({ path, what, mend }) => `${path}: ${what} — ${mend}`)
}
const still = { now: () => 0 }
/** Few futures and one hidden set are enough to see what a plan reads. */
const small = (): Quest => {
  const quest = Quest.parse(source())
  return { ...quest, data: { ...quest.data, params: { ...quest.data.params, futures: 4 }, hidden: quest.data.hidden.slice(0, 1) } }
}
const reference = ({ build }: Quest): Solution => structuredClone({ graph: build.reference, artefacts: build.referenceArtefacts })

test('the sentences are those of the check', () => {
  expect(quoted).toEqual([
    ...said((quest) => { quest['data']!['params']!['forecasts']!['planned']!['else'] = put('minutes') }),
    ...said((quest) => { for (const node of quest['build']!['reference']!['nodes'] as unknown as Loose[]) if (node['params']?.['as'] === put('longest')) node['params']!['as'] = put('latest') }),
  ])
})

test('a metric that asks for another forecast, and a forecast that is a column too, are told', () => {
  expect(said((quest) => { for (const metric of quest['verify']!['metrics'] as unknown as Loose[]) if (metric['id'] === put('held')) metric['params']!['forecast'] = put('longst') }).join()).toContain('there is no forecast "longst" — Did you mean "longest"?')
  expect(said((quest) => { quest['data']!['params']!['forecasts']!['booked'] = put({ label: 'Booked', else: 60 }) }).join()).toContain('"booked" is a column, a constant or a lever too')
})

test('another register is the same in practice and in the build', () => {
  const quest = small()
  const rows = (set: string, node: string) => runVisible({ quest, solution: reference(quest), set }, still).nodes.find((one) => one.node === node)?.rows
  expect([rows('practice', 'past'), rows('train', 'past')]).toEqual([700, 700])
  expect([rows('practice', 'list'), rows('train', 'list')]).toEqual([36, 56])
})

test('a plan goes by the form until a forecast of that name reaches it', () => {
  const quest = small()
  const under = (name: string) => {
    const solution = reference(quest)
    for (const node of solution.graph.nodes) if (node.params['as'] === 'longest') node.params['as'] = name
    return { held: judge({ quest, solution }, still).metrics['held'] ?? Number.NaN, plan: runVisible({ quest, solution, set: 'train' }, still).nodes.find(({ node }) => node === 'plan')?.facts }
  }
  const [right, wrong] = [under('longest'), under('another')]
  expect(right.held).toBeGreaterThan(0.8)
  expect(wrong.held).toBeLessThan(0.65)
  expect(right.plan).toContain('Time it may take: foretold for 56 of 56')
  expect(wrong.plan).toContain('Time it may take: not foretold (no column longest comes in)')
})

test('a higher level holds more, and whoever may take longer is sent home sooner', () => {
  const quest = small()
  const at = (quantile: number) => {
    const solution = reference(quest)
    for (const node of solution.graph.nodes) if (node.params['as'] === 'longest') node.params['quantile'] = quantile
    return judge({ quest, solution }, still).metrics
  }
  const [low, high] = [at(0.5), at(0.95)]
  expect(high['held']).toBeGreaterThan((low['held'] ?? 1) + 0.3)
  expect(high['cancelled']).toBeGreaterThan(low['cancelled'] ?? Number.NaN)
  expect(high['overtime']).toBeLessThanOrEqual(low['overtime'] ?? Number.NaN)
  expect(high['loss']).not.toBe(low['loss'])
})

test('beds ahead are told from the lists and the spread of stays', () => {
  const quest = small()
  const beds = runVisible({ quest, solution: reference(quest), set: 'train' }, still).nodes.find(({ node }) => node === 'beds')
  expect(beds?.views[0]).toMatchObject({ view: 'lines', series: [{ name: 'Middle' }, { name: '85 of 100' }, { name: 'There are' }] })
  const crowded = reference(quest)
  for (const node of crowded.graph.nodes) if (node.id === 'beds') node.params['others'] = 20
  expect(runVisible({ quest, solution: crowded, set: 'train' }, still).nodes.find(({ node }) => node === 'beds')?.facts[0]).toMatch(/^too few beds on (Mon|Tue|Wed)/)
})
