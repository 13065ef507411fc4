import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Graph, Quest } from '../../core/quest/schema.ts'
import type { Table } from '../graph/ports.ts'
import type { DecidedSet, Decisions } from '../graph/ports.ts'
import { type RetinaEye, retinaImages } from '../data/retina.ts'
import { judge, runVisible } from '../judge.ts'
import { graphOf, nodeIn, solutionWith, still } from '../lab.fixture.ts'
import { imageClassify } from './image-classify.ts'
import { sentHomeUnread } from './screening-figures.ts'

const quest = Quest.parse(JSON.parse(readFileSync(new URL('../../../quests/eye-dr-screening/quest.json', import.meta.url), 'utf8')))

/** Four people: Ada and Ben are ill, Cleo and Dan are well. */
const ILL: Record<string, boolean> = { ada: true, ben: true, cleo: false, dan: false }

function eyesOf(id: string): RetinaEye[] {
  const takes = [{ quality: 0.8, score: 0.5 }]
  const right = { side: 'right', grade: ILL[id] ? 2 : 0, takes } as const
  const left = { side: 'left', grade: 0, takes } as const
  const pair = { years: 10, smallPupil: false, cataract: false, referable: ILL[id] ?? false, eyes: [right, left] } as const
  return [right, left].map((eye) => ({ id: `${id}/${eye.side}`, person: { id, name: id, sex: 'F', age: 60 }, pair, eye, seed: id, site: 'clinic' }))
}

const whole = retinaImages(Object.keys(ILL).flatMap(eyesOf), new Uint8Array(8), true, 8)
const hidden = { label: 'By hand', seed: 'h', weight: 1, viewAt: 'screening', whole, seen: whole }

/** A person's row: referred or not, invited or not, eyes that were scored, poorest photograph. */
type Row = [id: string, flagged: 0 | 1, again: 0 | 1, eyes: number, quality: number]

function decisions(rows: Row[], routed = true): Decisions {
  const ids = rows.map(([id]) => id)
  const numbers = (at: 3 | 4) => ({ kind: 'number', values: Float64Array.from(rows, (row) => row[at]) }) as const
  const table: Table = { type: 'Table', ids, meta: [], columns: { eyes: numbers(3), quality: numbers(4) } }
  const set: DecidedSet = {
    ids, table, scores: Float64Array.from(rows, () => 0.4), y: Float64Array.from(ids, (id) => Number(ILL[id])), flagged: Uint8Array.from(rows, (row) => row[1]),
    ...(routed ? { again: Uint8Array.from(rows, (row) => row[2]) } : {}),
  }
  return { type: 'Decisions', probability: false, threshold: 0.42, train: set, test: set, uses: [], about: 'screening', work: { photographs: 10 } }
}

const judged = (rows: Row[]) => imageClassify.judgeSet(quest, hidden, decisions(rows), {})

describe('a day of screening, counted by hand', () => {
  it('counts who was referred among the ill and among the well', () => {
    const { figures } = judged([['ada', 1, 0, 2, 0.8], ['ben', 0, 0, 2, 0.8], ['cleo', 1, 0, 2, 0.8], ['dan', 0, 0, 2, 0.8]])
    // One of two ill, one of two well; two of four on a day of 160; ten photographs of four people, 1.25 minutes each.
    expect(figures).toEqual({ sens: 0.5, spec: 0.5, home: 0, slots: 80, homeIll: 0, minutes: 500, ppv: 0.5 })
  })

  it('sends home unread whoever the solution lost on the way', () => {
    const set = judged([['ada', 1, 0, 2, 0.8], ['cleo', 0, 0, 2, 0.8]])
    expect(set.figures).toMatchObject({ home: 2, homeIll: 1, sens: 0.5 })
    expect(sentHomeUnread(set.people).map((row) => set.people.ids[row])).toEqual(['ben', 'dan'])
  })

  it('does not take one eye, or a picture that shows nothing, for a reading', () => {
    expect(judged([['ada', 1, 0, 2, 0.8], ['ben', 0, 0, 1, 0.8], ['cleo', 0, 0, 2, 0.29], ['dan', 0, 0, 2, 0.3]]).figures).toMatchObject({ home: 2, homeIll: 1 })
  })

  it('counts an invitation as a plan, and not as a referral', () => {
    expect(judged([['ada', 1, 0, 2, 0.8], ['ben', 0, 1, 0, Number.NaN], ['cleo', 0, 0, 2, 0.8], ['dan', 0, 0, 2, 0.8]]).figures).toMatchObject({ home: 0, sens: 0.5 })
  })

  it('shows a learner no count of the lost in their own test while the lost are not in it', () => {
    const own = (routed: boolean) => imageClassify.testFigures(decisions([['ada', 1, 0, 2, 0.8], ['ben', 0, 0, 1, 0.8], ['cleo', 0, 0, 2, 0.8]], routed), quest.verify.metrics)
    expect(own(false)).toMatchObject({ sens: 0.5, home: null, minutes: null })
    expect(own(true)).toMatchObject({ sens: 0.5, home: 1 })
  })

  it('has no share of the referred who are ill where nobody is referred', () => {
    expect(judged([]).figures).toMatchObject({ ppv: null, sens: 0, home: 4 })
  })
})

const nodes: Parameters<typeof graphOf>[0] = {
  src: ['data.source:images', { dataset: 'practice' }], gate: ['img.quality', { cut: 0.35, retakes: 1 }], box: ['ml.pretrained'], eyes: ['agg.group:worst'],
  dial: ['policy.threshold:refer', { value: 0.42 }], unread: ['policy.route', { plan: 'refer' }], out: ['sink.result:decisions'],
}
const wires = ['src.images > gate.images', 'gate.pass > box.images', 'box.scores > eyes.scores', 'eyes.scores > dial.scores', 'dial.decisions > unread.decisions', 'gate.fail > unread.images', 'unread.decisions > out.decisions']
const runOf = (graph: Graph) => runVisible({ quest, solution: solutionWith(graph), set: 'practice' }, still)

describe('pictures through the pipeline', () => {
  it('loses nobody when both ways out of the gate lead somewhere', () => {
    const report = runOf(graphOf(nodes, wires))
    expect(report.problems).toEqual([])
    expect(nodeIn(report.nodes, 'src').rows).toBe(120)
    expect(nodeIn(report.nodes, 'out').rows).toBe(60)
    expect(report.metrics['home']).toBe(0)
  })

  it('shows pictures on both sides of the gate, drawn when they are looked at', () => {
    const view = nodeIn(runOf(graphOf(nodes, wires)).nodes, 'gate').views.find(({ view: kind }) => kind === 'exhibits')
    const first = view?.view === 'exhibits' ? view.exhibits[0] : undefined
    expect(first).toMatchObject({ kind: 'picture', channels: 3, caption: expect.stringContaining('not for diagnosis') })
    if (first?.kind === 'picture') expect(first.pixels.length).toBe(first.width * first.height * 3)
  })

  it('lets more through and photographs less with a lower cut, and everything with none', () => {
    const facts = (cut: number) => nodeIn(runOf(graphOf({ ...nodes, gate: ['img.quality', { cut, retakes: 0 }] }, wires)).nodes, 'gate').facts
    expect(facts(0)).toEqual(['120 photographs good enough', '0 eyes cannot be read (0%)', '0 photographs taken again'])
    expect(facts(1)[0]).toBe('0 photographs good enough')
  })

  it('refuses scores of single eyes where a letter is to be written, in words', () => {
    const { eyes: _, ...without } = nodes
    const report = runOf(graphOf(without, ['src.images > gate.images', 'gate.pass > box.images', 'box.scores > dial.scores', 'dial.decisions > unread.decisions', 'gate.fail > unread.images', 'unread.decisions > out.decisions']))
    expect(report.problems[0]?.say).toMatch(/a letter goes to a person.*Worst eye/)
  })

  it('brings two eyes together in three ways', () => {
    const mean = (block: string) => {
      const head = nodeIn(runOf(graphOf({ ...nodes, eyes: [block] }, wires)).nodes, 'eyes').head?.rows ?? []
      return head.map(([, score]) => Number(score)).reduce((sum, score) => sum + score, 0)
    }
    expect(mean('agg.group:mean')).toBeLessThan(mean('agg.group:worst'))
    expect(mean('agg.group:worst')).toBeLessThan(mean('agg.group:any'))
  })
})

describe('the trap', () => {
  it('is told as a story: the evening, the month after, one eye behind the haze and what was in it', () => {
    const verdict = judge({ quest, solution: solutionWith(quest.build.start) }, still)
    expect(verdict.trap).toEqual({ id: 'ungradable-is-not-normal' })
    expect(verdict.story?.map(({ title }) => title)).toEqual(['That evening', 'One month later', expect.stringMatching(/^What the camera saw of /), 'What was there'])
    expect(verdict.cases.filter(({ outcome }) => outcome === 'unread').length).toBe(3)
    expect(verdict.reveal).toMatch(/found \d+% of the ill\. At the three sites it found \d+%/)
  })

  it('shows the share of the referred who are ill fall from site to site, the dial untouched', () => {
    const verdict = judge({ quest, solution: solutionWith(quest.build.reference) }, still)
    const bars = verdict.views.find(({ view }) => view === 'bars')
    const values = bars?.view === 'bars' ? bars.rows.map(({ value }) => value) : []
    expect(values[0]).toBeGreaterThan(60)
    expect(values[1]).toBeLessThan((values[0] ?? 0) - 15)
    expect(values[2]).toBeLessThan((values[1] ?? 0) - 10)
    expect(verdict.story).toBeUndefined()
  })
})
