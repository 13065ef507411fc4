import { describe, expect, it } from 'vitest'
import { ecgPatch } from '../../data/ecg-patch.ts'
import { fitGraph } from '../../graph/run.ts'
import { compile } from '../../graph/compile.ts'
import { Meter } from '../../graph/meter.ts'
import { columnOf, metaOf } from '../../graph/table.ts'
import type { Signal, Table, Windows } from '../../graph/ports.ts'
import { contextWith, graphOf, nodeIn } from '../../lab.fixture.ts'
import { signalSource } from '../source/signal.run.ts'
import { bandPassFilter } from './filter.run.ts'
import { signalQuality } from './quality.run.ts'
import { rpeak } from './rpeak.run.ts'
import { rr } from './rr.run.ts'
import { RATE, signalOf, traceWith, windowsOf } from './signal.fixture.ts'
import { sampleRows } from './strips.ts'

const steady = Array.from({ length: 15 }, (_, i) => 0.4 + 0.8 * i)
const early = steady.map((second, i) => second - (i % 2 ? 0.2 : 0))
const signal = signalOf([traceWith(12, steady), traceWith(12, early)])
const numbers = (table: Table, name: string) => Array.from(columnOf(table, name)?.values ?? [], Number)
const tableFrom = (outputs: Record<string, unknown>) => outputs['table'] as Table

describe('Strips', () => {
  it('brings in what the data set holds, and nothing else', () => {
    const context = contextWith({ dataset: 'train' }, { cases: () => signal })
    expect(signalSource.fit({}, context).outputs['signal']).toBe(signal)
    expect(() => signalSource.fit({}, contextWith({ dataset: 'train' }, { cases: () => signal.table }))).toThrow(/has Table/)
  })
})

describe('Band-pass', () => {
  const fit = (params: { low: number; high: number }) => bandPassFilter.fit({ signal }, contextWith(params)).outputs['signal'] as Signal

  it('changes the traces and keeps the rows, and what came in beside them', () => {
    const out = fit({ low: 5, high: 15 })
    expect(out.table).toBe(signal.table)
    expect(out.raw).toBe(signal.traces)
    expect(out.traces[0]).toBeInstanceOf(Float32Array)
    expect(out.traces[0]).not.toEqual(signal.traces[0])
    // A second filter still knows what came in first.
    const twice = bandPassFilter.fit({ signal: out }, contextWith({ low: 0.5, high: 40 })).outputs['signal'] as Signal
    expect(twice.raw).toBe(signal.traces)
  })

  it('says so when nothing is left, or more is asked than the strips can show', () => {
    expect(() => fit({ low: 15, high: 15 })).toThrow(/Nothing is left between 15 and 15 Hz/)
    const slow = signalOf([traceWith(12, steady)], { rate: 100 })
    expect(() => bandPassFilter.fit({ signal: slow }, contextWith({ low: 5, high: 60 }))).toThrow(/at most 50 swings/)
  })
})

describe('R peaks', () => {
  const beatsIn = (refractory: number, given = signal) => (rpeak.fit({ signal: given }, contextWith({ refractory })).outputs['windows'] as Windows).beats

  it('finds the fifteen beats of each strip where they are', () => {
    const [first, second] = beatsIn(200)
    expect([...(first ?? [])].map((at) => Number(at.toFixed(2)))).toEqual(steady.map((at) => Number(at.toFixed(2))))
    expect([...(second ?? [])].map((at) => Number(at.toFixed(2)))).toEqual(early.map((at) => Number(at.toFixed(2))))
  })

  it('passes over beats that come sooner than it may look', () => {
    const doubled = signalOf([traceWith(12, steady.flatMap((at) => [at, at + 0.3]))])
    expect(beatsIn(200, doubled)[0]?.length).toBe(30)
    expect(beatsIn(350, doubled)[0]?.length).toBe(15)
  })

  it('refuses traces of something else', () => {
    expect(() => beatsIn(200, { ...signal, subject: 'pulse' })).toThrow(/ECG only/)
  })
})

describe('Times between beats', () => {
  const windows = windowsOf(signal, [steady, early])
  const measure = (least: number, of = windows) => rr.fit({ windows: of }, contextWith({ least }, { viewAt: 'arrival' })).outputs
  // Early strip: beats 0.6 and 1.0 s apart in turn, 14 intervals, 13 differences of 0.4 s.
  const table = tableFrom(measure(12))

  it('measures what can be worked out by hand', () => {
    expect(numbers(table, 'beats')).toEqual([15, 15])
    expect(numbers(table, 'hr')[0]).toBeCloseTo(75, 6)
    expect(numbers(table, 'rmssd').map(Math.round)).toEqual([0, 400])
    expect(numbers(table, 'pnn50')).toEqual([0, 1])
    expect(numbers(table, 'turning')[1]).toBe(1)
    // All of 13 · 12 / 2 = 78 pairs alike: ln(0.06) − ln(0.8).
    expect(numbers(table, 'cosen')[0]).toBeCloseTo(-2.5903, 3)
  })

  it('keeps what is written about the strips, and says when the figures are known', () => {
    expect(columnOf(table, 'name')?.values).toEqual(['Person 1', 'Person 2'])
    expect(metaOf(table, 'cosen')).toMatchObject({ kind: 'number', availableAt: 'arrival' })
    expect((measure(12)['windows'] as Windows).table).toEqual(table)
  })

  it('leaves figures out below the fewest beats, and still counts them', () => {
    const few = tableFrom(measure(16))
    expect(numbers(few, 'beats')).toEqual([15, 15])
    expect(numbers(few, 'pnn50')).toEqual([Number.NaN, Number.NaN])
  })
})

describe('Signal quality', () => {
  const dead = traceWith(12, steady)
  dead.fill(0, 6 * RATE)
  const windows = windowsOf(signalOf([traceWith(12, steady), dead]), [steady, steady.filter((at) => at < 6)])
  const outputs = signalQuality.fit({ windows }, contextWith({ flatBelow: 0.08 }, { viewAt: 'arrival' })).outputs
  const table = tableFrom(outputs)

  it('measures what can be worked out by hand', () => {
    expect(numbers(table, 'sqi').map((value) => Number(value.toFixed(3)))).toEqual([1, 1])
    expect(numbers(table, 'flat')).toEqual([0, 0.5])
    // Last beat at 11.6 s and at 5.2 s of twelve.
    expect(numbers(table, 'gap').map((value) => Number(value.toFixed(2)))).toEqual([0.8, 6.8])
  })

  it('looks for flatness in the trace as it came in, since a filter flattens what merely drifts', () => {
    const slope = Float32Array.from({ length: 12 * RATE }, (_, n) => (n / RATE) * 0.3)
    const filtered = signalOf([new Float32Array(12 * RATE)], { raw: [slope] })
    const flat = signalQuality.fit({ windows: windowsOf(filtered, [[]]) }, contextWith({ flatBelow: 0.08 })).outputs
    expect(numbers(tableFrom(flat), 'flat')).toEqual([0])
  })

  it('adds to what was measured before it, in either order', () => {
    const after = tableFrom(rr.fit({ windows: outputs['windows'] as Windows }, contextWith({ least: 6 })).outputs)
    expect(after.meta.map(({ name }) => name)).toEqual(['name', 'sqi', 'flat', 'gap', 'beats', 'hr', 'rmssd', 'pnn50', 'turning', 'cosen'])
  })
})

describe('strips through the pipeline', () => {
  const { nodes, edges } = graphOf({
    src: ['data.source:signal', { dataset: 'train' }], band: ['sig.filter'], peaks: ['sig.rpeak'], quality: ['sig.features:quality'], rr: ['sig.features:rr'],
    keep: ['table.filter', { expr: 'sqi > 0.9' }], label: ['table.label', { expr: 'af' }], split: ['ml.split', { method: 'grouped', group: 'pid' }],
    features: ['table.features', { columns: ['cosen', 'hr', 'age'] }], model: ['ml.logistic'], list: ['policy.threshold', { value: 0.5 }], out: ['sink.result:decisions'],
  }, [
    'src.signal > band.signal', 'band.signal > peaks.signal', 'peaks.windows > quality.windows', 'quality.windows > rr.windows', 'rr.table > keep.table', 'keep.table > label.table',
    'label.table > split.table', 'split.split > features.split', 'features.matrix > model.train', 'model.scores > list.scores', 'list.decisions > out.decisions',
  ])
  const compiled = compile({ nodes, edges })
  const cases = ecgPatch.generate('pipeline', { n: 150, afRate: 0.25 })
  const fitted = fitGraph(compiled, { set: 'train', viewAt: 'arrival', artefacts: {}, cases: () => cases, meter: new Meter({ now: () => 0, ms: 1e9, mb: 512 }), report: true })

  it('reach the list by wires that fit, and rank fibrillation first', () => {
    expect([...compiled.problems, ...fitted.problems]).toEqual([])
    const roc = nodeIn(fitted.reports, 'model').views.find(({ view }) => view === 'roc')
    expect(roc?.view === 'roc' && roc.auc).toBeGreaterThan(0.93)
  })

  it('are shown at each block: the same strips, then with what was found on them, told in words', () => {
    const shownAt = (id: string) => {
      const view = nodeIn(fitted.reports, id).views.find((one) => one.view === 'exhibits')
      return view?.view === 'exhibits' ? view.exhibits.flatMap((exhibit) => (exhibit.kind === 'trace' ? [exhibit] : [])) : []
    }
    const rows = sampleRows(cases.table)
    expect(shownAt('src').map(({ samples }) => samples)).toEqual(rows.map((row) => cases.traces[row]))
    expect(shownAt('src')[0]?.caption).toMatch(/^.+, \d+ years, strip P\d+\/\d: .+not for diagnosis/)
    expect(shownAt('src')[0]?.beats).toBeUndefined()
    expect(shownAt('band').map(({ caption }) => /as it came in|5 to 15 Hz/.exec(caption)?.[0])).toEqual(['5 to 15 Hz', 'as it came in'])
    expect(shownAt('peaks')[0]?.beats?.length).toBeGreaterThan(10)
    expect(shownAt('peaks')[0]?.say).toMatch(/^30 seconds of one lead\. \d+ beats found, \d+ a minute; from one to the next \d\.\d\d to \d\.\d\d seconds\./)
    expect(shownAt('quality').length).toBe(3)
    expect(nodeIn(fitted.reports, 'rr').head?.columns).toContain('cosen')
  })
})
