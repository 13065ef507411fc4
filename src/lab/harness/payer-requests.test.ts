import { describe, expect, it } from 'vitest'
import { LINE, mappedBy, requestsOf } from '../payer/requests.fixture.ts'
import { payerRequests } from './payer-requests.ts'
import { joinRequests, type RequestSet } from './payer-requests-join.ts'

const quest = undefined as never
const LATELY = { ...LINE, oldOn: '2026-03-01' }

function setOf(when: string): RequestSet {
  const records = requestsOf([LATELY, { ...LATELY, old: null }])
  return { ...joinRequests(mappedBy(records, [{ when, link: true }]), records, 'luck'), label: 'May', seed: 's', weight: 1, n: 2, figures: {} }
}

describe('what a verdict on requests shows', () => {
  const copied = setOf('weeks.source = old form')

  it('opens an approval on something untrue first: the form with its paper, then a time line', () => {
    const [first] = payerRequests.cases(quest, [copied])
    expect(first).toMatchObject({ outcome: 'approved on something untrue', title: '2026-05-04: left' })
    expect(first?.say).toBe('Approved, on a form that is not true. Weeks says 20, and it is 8.')
    const [form, line] = first?.exhibits ?? []
    expect(form).toMatchObject({ kind: 'diff', rows: [{ path: 'Weeks', wanted: 8, got: '20', ok: false, note: 'old form, 2026-03-01, right, sent along' }, { path: 'Lane' }] })
    expect(line).toMatchObject({ kind: 'course', say: 'Mon 10:00 written; Mon 10:04 sent; Mon 10:14 approved. An answer was due Mon 10:04, week 2.', marks: [{ at: 0, label: 'written' }, { at: 0.1, label: 'sent' }, { at: 0.2, label: 'approved' }] })
    expect(first?.sections.map(({ title }) => title)).toEqual(['What happened', 'What came', 'The papers'])
  })

  it('opens what came back with the question that was asked', () => {
    const back = payerRequests.cases(quest, [copied]).find(({ outcome }) => outcome === 'sent back first')
    expect(back?.sections[0]?.rows.map(({ value }) => value)).toContain('Sent back: How many weeks?')
  })

  it('tells the worst as a story, and nothing where all went well', () => {
    expect(payerRequests.story?.(quest, [copied])[0]?.say).toMatch(/It was taken from this paper: old form, 2026-03-01, right, sent along\.$/)
    expect(payerRequests.story?.(quest, [setOf('weeks.side = @side')])).toEqual([])
  })

  it('counts where requests lay, day by day: none is left at the end', () => {
    const heaps = payerRequests.views(quest, [copied]).find(({ view }) => view === 'lines')
    expect(heaps).toMatchObject({ series: [{ name: 'At the desk, new' }, { name: 'At the desk, sent back' }, { name: 'At the payer' }] })
    expect(heaps?.view === 'lines' && heaps.series.every(({ points }) => points.at(-1)?.[1] === 0)).toBe(true)
  })
})
