import { describe, expect, it } from 'vitest'
import { type CourseData, courseTable, hourTicks, hourWords, markKinds, panelsOf, partOf, spanKinds, stripTable, tickText } from './course-panels.ts'

const course: CourseData = {
  kind: 'course', caption: 'Ada', say: '', hours: 20,
  lines: [{ label: 'Risk', points: [[0, 0.01], [10, 0.2]], limit: 0.1 }, { label: 'Pulse', unit: 'a minute', points: [[0, 80], [20, 100]] }, { label: 'On oxygen', unit: '0 or 1', points: [[0, 0]] }],
  marks: [{ at: 10, label: 'Alarm', tone: 'right' }, { at: 12, label: 'Cultures', tone: 'note' }, { at: 13, label: 'Antibiotics', tone: 'note' }, { at: 15, label: 'Alarm', tone: 'wrong' }, { at: 16, label: 'Alarm', tone: 'wrong' }],
}

describe('a stay drawn over time', () => {
  it('puts all values on one clock, each between its own lowest and highest', () => {
    const [risk, pulse, oxygen] = panelsOf(course)
    expect(pulse?.dots.map(({ x }) => x)).toEqual([0, 1000])
    expect(risk?.dots.map(({ x }) => x)).toEqual([0, 500])
    expect((pulse?.dots[0]?.y ?? 0)).toBeGreaterThan(pulse?.dots[1]?.y ?? 0)
    expect([risk?.range, pulse?.range, oxygen?.range]).toEqual(['0.01 – 0.2', '80 – 100', 'no – yes'])
    expect(pulse?.title).toBe('Pulse, a minute')
  })

  it('draws the line at which it rings between the scores below and above it', () => {
    const [risk] = panelsOf(course)
    expect(risk?.limitY).toBeLessThan(risk?.dots[0]?.y ?? 0)
    expect(risk?.limitY).toBeGreaterThan(risk?.dots[1]?.y ?? 0)
  })

  it('gives what happens a shape of its own, so that colour says nothing alone', () => {
    const kinds = markKinds(course.marks)
    expect(kinds.map(({ label, tone }) => `${label} ${tone}`)).toEqual(['Alarm right', 'Cultures note', 'Antibiotics note', 'Alarm wrong'])
    expect(new Set(kinds.filter(({ tone }) => tone === 'note').map(({ sign }) => sign)).size).toBe(2)
  })

  it('says the same as a table, hour by hour', () => {
    expect(courseTable(course)).toEqual({
      head: ['Hour', 'Risk', 'Pulse, a minute', 'On oxygen, 0 or 1', 'What happened'],
      rows: [
        [0, '0.01', '80', '0', '–'], [10, '0.2', '–', '–', 'Alarm (before it happened)'], [12, '–', '–', '–', 'Cultures'], [13, '–', '–', '–', 'Antibiotics'],
        [15, '–', '–', '–', 'Alarm (for nothing, or too late)'], [16, '–', '–', '–', 'Alarm (for nothing, or too late)'], [20, '–', '100', '–', '–'],
      ],
    })
  })

  it('marks the clock at round hours', () => expect([hourTicks(20), hourTicks(100), hourTicks(240)]).toEqual([[0, 6, 12, 18], [0, 24, 48, 72, 96], [0, 48, 96, 144, 192, 240]]))

  it('and a quarter of an hour by minutes, so that an answer within it is not one blot', () => {
    expect(hourTicks(0.5)).toEqual([0, 0.25, 0.5])
    expect(hourTicks(0.5).map(tickText)).toEqual(['0 h', '0:15', '0:30'])
    const [line] = panelsOf({ ...course, hours: 0.5, lines: [{ label: 'At the payer', points: [[0, 0], [0.25, 1]] }] })
    expect(line?.dots[1]?.x).toBe(500)
  })
})

describe('a part of it', () => {
  const strip: CourseData = { ...course, spans: [{ from: 8, to: 13.5, label: 'Fibrillation, found', tone: 'right' }, { from: 1, to: 2, label: 'Movement', tone: 'note' }, { from: 14, to: 15, label: 'Extra beats', tone: 'note' }] }
  const part = partOf(strip, 9, 19)

  it('begins its own clock, and cuts what lasts at its edges', () => {
    expect(part.hours).toBe(10)
    expect(part.spans).toEqual([{ from: 0, to: 4.5, label: 'Fibrillation, found', tone: 'right' }, { from: 5, to: 6, label: 'Extra beats', tone: 'note' }])
    expect(part.marks.map(({ at }) => at)).toEqual([1, 3, 4, 6, 7])
  })

  it('is drawn between the bounds of the whole, so that nothing jumps while it is played', () => expect(panelsOf(part)[0]?.range).toBe(panelsOf(strip)[0]?.range))

  it('draws what an alarm is for under the rest, each kind with a look of its own', () => {
    expect(spanKinds(strip.spans ?? []).map(({ look }) => look)).toEqual(['course-span-right course-span-1', 'course-span-note course-span-1', 'course-span-note course-span-2'])
  })

  it('is told in words, in the order of the clock', () => {
    expect(stripTable(strip).rows.slice(0, 3)).toEqual([['1:00', 'Movement', '60 minutes'], ['8:00', 'Fibrillation, found', '330 minutes'], ['10:00', 'Alarm (rightly)', '–']])
    expect(hourWords(31.25)).toBe('31:15')
  })
})
