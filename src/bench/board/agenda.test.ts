import { describe, expect, it } from 'vitest'
import type { Ruling } from '../../core/artefacts/board-dossier.ts'
import type { Paper } from '../../lab/governance/year-detail.ts'
import { agendaOf, openMonths } from './agenda.ts'

const paper = (month: number, product: string, finding: Paper['finding']) => ({ month, product, finding }) as Paper
const papers = [paper(1, 'films', 'quiet'), paper(1, 'sepsis', 'quiet'), paper(2, 'films', 'quiet'), paper(2, 'sepsis', 'calibration')]
const ruling: Ruling = { vote: 'retrain', reason: 'promise-broken' }

describe('what a month asks for', () => {
  it('is one vote on each kind of paper, the gravest first', () => {
    expect(agendaOf(papers, 2, { votes: {}, rulings: {} }).map(({ finding, tools }) => [finding, tools])).toEqual([['calibration', ['sepsis']], ['quiet', ['films']]])
  })

  it('shows the vote of that month, and what was last voted on such papers', () => {
    const dossier = { votes: { 2: { calibration: ruling } }, rulings: { calibration: ruling, quiet: { vote: 'go' as const, reason: 'nothing-unusual' } } }
    expect(agendaOf(papers, 2, dossier)).toMatchObject([{ cast: ruling }, { cast: null, before: { vote: 'go' } }])
  })

  it('stays open until everything of the month is voted on', () => {
    expect(openMonths(papers, [1, 2], { votes: { 1: { quiet: ruling }, 2: { quiet: ruling } }, rulings: {} })).toEqual([2])
  })
})
