/** Decisions of the hidden years to open: the papers month by month, what was decided, what an audit found later, and whom it met. */
import type { CaseReport, Exhibit, Verdict } from '../../core/verdict.ts'
import { faceOf } from '../data/town.ts'
import type { CommitteeSpec } from '../governance/committee-spec.ts'
import { findingWords } from '../governance/committee-words.ts'
import { minuteOf, MODE_WORDS, toolOf } from '../governance/minutes.ts'
import type { Sitting } from '../governance/year-values.ts'
import type { BoardSet } from './board-replay.ts'

type Outcome = 'unseen' | 'held-back' | 'acted' | 'kept-out-well'
const SHOWN: Readonly<Record<Outcome, number>> = { unseen: 6, 'held-back': 5, acted: 4, 'kept-out-well': 2 }

interface Found {
  set: BoardSet
  sitting: Sitting
  outcome: Outcome
}

export function boardCases(sets: readonly BoardSet[]): CaseReport[] {
  const all = sets.flatMap((set) => set.board.log.sittings.flatMap((sitting): Found[] => {
    const outcome = outcomeOf(sitting)
    return outcome ? [{ set, sitting, outcome }] : []
  }))
  // The worst of each kind, no product-year twice.
  return (Object.keys(SHOWN) as Outcome[]).flatMap((outcome) => {
    const seen = new Set<string>()
    return all.filter((one) => one.outcome === outcome).sort((a, b) => b.sitting.harm - a.sitting.harm)
      .filter(({ set, sitting }) => !seen.has(`${set.seed}/${sitting.product}`) && seen.add(`${set.seed}/${sitting.product}`))
      .slice(0, SHOWN[outcome]).map(boardCase)
  })
}

function outcomeOf({ fault, mode, heldBack, finding, next }: Sitting): Outcome | null {
  if (fault !== null) return next === 'go' && mode === 'go' ? 'unseen' : 'acted'
  if (heldBack) return 'held-back'
  return finding === 'notice' && next === 'go' ? 'kept-out-well' : null
}

function boardCase({ set, sitting, outcome }: Found): CaseReport {
  const { committee } = set.board.year
  const { name, ward } = toolOf(committee, sitting.product)
  const own = set.board.log.sittings.filter(({ product }) => product === sitting.product)
  return {
    id: `${set.seed}/${sitting.product}/${sitting.month}`,
    set: set.label,
    title: `${name}, month ${sitting.month}: ${set.label.replace(/^The /, 'the ')}`,
    outcome,
    say: sayOf(committee, sitting, outcome),
    exhibits: [minuteExhibit(committee, sitting)],
    sections: [
      { title: `${ward}: the year`, rows: own.map((one) => ({ column: `month-${one.month}`, label: `Month ${one.month}`, value: yearLine(committee, one), known: true })) },
      ...(sitting.harmed.length > 0 ? [{ title: 'Some of those it met', rows: sitting.harmed.map((person, i) => faceRow(committee, person, i, sitting)) }] : []),
    ],
  }
}

function sayOf(committee: CommitteeSpec, { fault, harm, harmIfNothing, product }: Sitting, outcome: Outcome): string {
  const happened = fault ? committee.changes[fault.id]?.say ?? '' : ''
  const { harm: what } = toolOf(committee, product)
  switch (outcome) {
    case 'unseen': return `${happened} The committee carried on. In this month alone ${harm} people ${what}.`
    case 'held-back': return `Nothing was wrong with it. While it was held back, ${harm} people ${what}.`
    case 'acted': return `${happened} The committee acted. ${harm} people ${what} in this month; with nobody at the table it would have been ${harmIfNothing}, and so on for the rest of the year.`
    case 'kept-out-well': return 'The vendor had to ask first. The new version read in silence, and nobody came to harm while it did.'
  }
}

function yearLine(committee: CommitteeSpec, { mode, finding, fault, evidence: { promised, happened, dashboard } }: Sitting): string {
  const figures = dashboard !== null ? 'dashboard green' : promised === null ? 'outcomes not looked at' : `promised ${promised}, happened ${happened}`
  return `${findingWords(committee, finding).title}; ${figures}; ${MODE_WORDS[mode]}${fault ? '; failing' : ''}`
}

function faceRow(committee: CommitteeSpec, person: number, i: number, { product }: Sitting): CaseReport['sections'][number]['rows'][number] {
  const { name, age, id } = faceOf(person)
  return { column: `${id}-${i}`, label: name, value: `${age}, ${toolOf(committee, product).harm.replace('their', 'the')}`, known: true }
}

function minuteExhibit(committee: CommitteeSpec, sitting: Sitting): Exhibit {
  const text = minuteOf(committee, sitting)
  const at = text.indexOf('Reason given: ')
  const end = text.indexOf('\n', at)
  const spans = at < 0 || sitting.grounded ? [] : [{ from: at, to: end, label: 'not evidence for this', tone: 'wrong' as const }]
  return { kind: 'text', caption: 'From the minute book', text, mono: true, spans }
}

/** The green tick, the bedside behind it, and the table afterwards. */
export function boardStory(sets: readonly BoardSet[]): NonNullable<Verdict['story']> {
  const found = sets.flatMap((set) => set.board.log.sittings.filter(({ fault, evidence }) => fault !== null && evidence.dashboard !== null).map((sitting) => ({ set, sitting })))
    .sort((a, b) => Number(b.sitting.finding === 'quiet') - Number(a.sitting.finding === 'quiet') || b.sitting.harm - a.sitting.harm)[0]
  if (!found) return []
  const { set, sitting } = found
  const { committee } = set.board.year
  const { dashboard, harm } = toolOf(committee, sitting.product)
  const felt = sitting.fault ? committee.changes[sitting.fault.id]?.felt : undefined
  const names = sitting.harmed.slice(0, 3).map((person) => faceOf(person).name)
  const people = sets.flatMap(({ board }) => board.log.sittings).find(({ heldBack, finding }) => heldBack && finding === 'drift')
  return [
    {
      title: 'On the screen', say: `Month ${sitting.month} of ${set.label}. Nobody could have asked for more green.`,
      exhibit: { kind: 'card', caption: dashboard ?? 'The vendor\'s dashboard', indicator: 'info', summary: '✓ 99% agreement. All systems green.', detail: 'Agreement of the box with itself, as measured by the box.' },
    },
    { title: 'In the bed', say: `${sitting.harm} people ${harm}, ${names.join(', ')} among them.${felt ? ` ${felt}` : ''}`, exhibit: minuteExhibit(committee, sitting) },
    ...(people ? [{ title: 'And when others came', say: `${toolOf(committee, people.product).name} was held back in month ${people.month + 1}, because other people came than usual. It read every one of them correctly.`, exhibit: minuteExhibit(committee, people) }] : []),
    ...(committee.end ? [committee.end] : []),
  ]
}
