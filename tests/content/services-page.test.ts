/** The page for trainers on services: its example is lived, and it quotes what the check really says. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonPath } from '../../src/core/quest/problem.ts'
import { FLOW_FIGURES } from '../../src/lab/ops/flow/flow-figures.ts'
import { liveFutures } from '../../src/lab/ops/flow/flow-run.ts'
import { flowOf, readFlow } from '../../src/lab/ops/flow/read-flow.ts'

const page = readFileSync('docs/from-json/services.md', 'utf8')
const [, json = ''] = /```json\n(\{[^`]+)```/.exec(page) ?? []
const quoted = [...page.matchAll(/^data\.params\.(.+)$/gm)].map(([, line]) => line)
const theatre = () => (JSON.parse(readFileSync('docs/examples/theatre-and-beds/quest.json', 'utf8')) as { data: { params: Record<string, Record<string, unknown>> } }).data.params

test('the small clinic is lived, and a second room shortens the wait', () => {
  const flow = flowOf(JSON.parse(json))
  const wait = (rooms: number) => FLOW_FIGURES.wait(liveFutures({ flow, seed: 'page' }, { levers: { rooms, first: 1 } }), { at: ['room'] }) ?? Number.NaN
  expect(wait(3)).toBeLessThan(wait(2) / 2)
})

test('the sentences are those of the check', () => {
  const said = (written: unknown) => {
    const read = readFlow(written)
    return read.ok ? [] : read.problems.map(({ path, what, mend }) => `${jsonPath(path)}: ${what} — ${mend}`)
  }
  const steps = (change: (steps: Record<string, unknown>[]) => void) => {
    const params = theatre()
    change(params['steps'] as unknown as Record<string, unknown>[])
    return said(params)
  }
  const early = theatre()
  early['schedule'] = { ...early['schedule'], minutes: 'minutes' }
  expect(quoted).toEqual([
    ...steps((all) => { (all[0] as Record<string, unknown>)['minutes'] = 'minuts' }),
    ...said(early),
    ...steps((all) => { all.push({ at: 'theatre', minutes: 5 }) }),
  ])
})
