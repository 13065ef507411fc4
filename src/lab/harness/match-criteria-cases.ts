/** Hidden people to open, each with one offer: every criterion with what the plan said, what the file tells, and the evidence. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Exhibit, Verdict } from '../../core/verdict.ts'
import { titleOf } from '../records/field-text.ts'
import { compilePlan, Files, type LineWhy, whyLine } from '../match/match-people.ts'
import { standing } from '../match/offer-lists.ts'
import type { CriterionTruth, Letter } from '../match/pool.ts'
import { markOf } from '../match/three-valued.ts'
import { lineWords, markWord } from '../match/why-words.ts'
import { chartSections } from './case-chart.ts'
import { reachedByGroup } from './match-criteria-figures.ts'
import type { JudgedPair, MatchSet } from './match-criteria-join.ts'

type Kind = 'invited-in-vain' | 'missed' | 'asked-first' | 'left-out-well' | 'right'
/** Of each kind, the gravest first. */
const SHOWN: readonly (readonly [Kind, number])[] = [['invited-in-vain', 5], ['missed', 6], ['asked-first', 4], ['left-out-well', 3], ['right', 3]]

interface Found {
  set: MatchSet
  pair: JudgedPair
}

function kindOf({ eligible, place, questions }: JudgedPair): Kind {
  if (place === null) return eligible ? 'missed' : 'left-out-well'
  if (questions > 0) return 'asked-first'
  return eligible ? 'right' : 'invited-in-vain'
}

/** Why somebody who is not on the list is not: the plan said so of a criterion, or nobody had a place left. */
function ofKind(sets: readonly MatchSet[], kind: Kind): Found[] {
  return sets.flatMap((set) => set.pairs.filter((pair) => kindOf(pair) === kind).map((pair) => ({ set, pair })))
}

export function matchCases(quest: Quest, sets: readonly MatchSet[]): CaseReport[] {
  const taken = new Set<string>()
  return SHOWN.flatMap(([kind, most]) => {
    // One of each offer first: the same slip in the same offer teaches once.
    const seen = new Map<string, number>()
    const fresh = ofKind(sets, kind).filter(({ set, pair }) => {
      const [person, offer] = [`${set.seed}/${pair.row}`, String(pair.offer)]
      if (taken.has(person) || seen.has(offer) || seen.size >= most || (kind === 'left-out-well' && nearlyIn({ set, pair }) !== 1)) return false
      seen.set(offer, 1)
      taken.add(person)
      return true
    })
    return fresh.map((found) => caseOf(quest, found, kind))
  })
}

/** Criteria that keep somebody out. */
function nearlyIn({ set: { truth }, pair: { row, offer } }: Found): number {
  return (truth.criteria[offer] ?? []).filter(({ kind, holds }) => holds[row] !== (kind === 'inclusion' ? 1 : 0)).length
}

interface Read {
  one: CriterionTruth
  why: LineWhy | null
}

/** Every criterion of the offer with the line that answers it, then lines of the learner's own. */
function readCriteria({ set, pair: { row, offer } }: Found): { listed: Read[]; own: LineWhy[] } {
  const { plan } = set.offers.compiled
  const { pool } = set.offers
  const compiled = compilePlan(plan, pool)
  const files = new Files(compiled, pool)
  const whys = (compiled.offers[offer] ?? []).map((line) => whyLine(line, compiled, files, row))
  const all = set.truth.criteria[offer] ?? []
  return {
    listed: all.map((one) => ({ one, why: whys.find(({ line }) => line.id === one.id) ?? null })),
    own: whys.filter(({ line }) => !all.some(({ id }) => id === line.id)),
  }
}

function caseOf(quest: Quest, found: Found, kind: Kind): CaseReport {
  const { set, pair: { row, offer } } = found
  const { pool } = set
  const { title } = pool.offers[offer] ?? { title: '' }
  const read = readCriteria(found)
  return {
    id: `${set.seed}/${pool.table.ids[row]}/${pool.offers[offer]?.id}`, set: set.label, outcome: kind,
    title: `${titleOf(pool.table, pool.title, row)}: ${title}`,
    say: sayOf(found, kind, read.listed),
    sections: chartSections(quest, pool.table, row, set.viewAt),
    exhibits: [criteriaExhibit(found, read), ...(pool.letters[row] ?? []).map((letter, at) => letterExhibit(found, read, letter, at))],
  }
}

function sayOf({ set: { offers }, pair: { row, offer, place, questions } }: Found, kind: Kind, listed: readonly Read[]): string {
  const about = (what: Read | undefined) => (what ? `“${what.one.say}”` : 'a criterion')
  const broken = listed.find(({ one }) => one.holds[row] !== (one.kind === 'inclusion' ? 1 : 0))
  switch (kind) {
    case 'invited-in-vain': return `Invited, place ${place}, and not eligible: ${about(broken)} ${broken?.one.kind === 'exclusion' ? 'applies' : 'is not met'}${broken?.one.silent ? ', and it stands in no list' : ''}.`
    case 'missed': {
      const blamed = listed.find(({ one, why }) => why && markOf(why.truth) !== one.holds[row])
      const lines = (offers.compiled.offers[offer] ?? []).map(({ line }) => line)
      const marks = (offers.said[offer] ?? new Int8Array()).subarray(row * lines.length, (row + 1) * lines.length)
      if (standing(lines, marks, offers.compiled.plan).fits) return `Eligible, and the list of ${offers.lists[offer]?.length} was full before it came to this person.`
      if (!blamed) return 'Eligible, and not on the list.'
      return `Eligible, and not on the list. ${about(blamed)}: your line says ${markWord(blamed.why ? markOf(blamed.why.truth) : -1)}${blamed.one.told[row] === -1 ? ', and nothing in the file says either way' : ''}.`
    }
    case 'asked-first': return `On the list, place ${place}, once somebody has asked about ${questions === 1 ? 'one criterion' : `${questions} criteria`}. The answer: ${listed.every(({ one }) => one.holds[row] === (one.kind === 'inclusion' ? 1 : 0)) ? 'eligible' : 'not eligible, and nobody was invited in vain'}.`
    case 'left-out-well': return `Not on the list, and rightly so: ${about(broken)} ${broken?.one.kind === 'exclusion' ? 'applies' : 'is not met'}.`
    case 'right': return `Invited, place ${place}, and eligible.`
  }
}

function criteriaExhibit({ set: { offers: { pool } }, pair: { row } }: Found, { listed, own }: { listed: Read[]; own: LineWhy[] }): Exhibit {
  return {
    kind: 'diff', caption: 'Criterion by criterion', heads: ['The file tells', 'Your plan', 'Right?'],
    rows: [
      ...listed.map(({ one, why }) => {
        const said = why ? markOf(why.truth) : -1
        const really = one.told[row] === -1 ? `; really ${markWord(one.holds[row] as number)}` : ''
        return {
          path: `${one.kind === 'inclusion' ? 'In' : 'Out'}${one.silent ? ', in no list' : ''}: ${one.say}`, wanted: `${markWord(one.told[row] as number)}${really}`, got: why ? markWord(said) : 'no line',
          ok: said === one.told[row], note: why ? lineWords(why, pool, row) : 'Nobody has looked',
        }
      }),
      ...own.map((why) => ({ path: `${why.line.kind === 'inclusion' ? 'In' : 'Out'}, a line of your own: ${why.line.say ?? why.line.id}`, wanted: 'in no list', got: markWord(markOf(why.truth)), ok: true, note: lineWords(why, pool, row) })),
    ],
  }
}

/** A letter with the evidence that the plan took from it, and what it overlooked. */
function letterExhibit({ set }: Found, { listed, own }: { listed: Read[]; own: LineWhy[] }, { title, day, text, known }: Letter, at: number): Exhibit {
  const taken = [...listed.flatMap(({ why }) => why ?? []), ...own].flatMap(({ atoms }) => atoms.flatMap(({ answer: { evidence }, question }) => (evidence && 'letter' in evidence.at && evidence.at.letter === at ? [{ ...evidence.at, label: question.label }] : [])))
  const facts = new Set(listed.flatMap(({ one }) => one.fact ?? []))
  const marks = (known?.marks ?? []).filter(({ kind }) => facts.has(kind))
  const within = (from: number, to: number) => (one: { from: number; to: number }) => one.from < to && one.to > from
  const decoyed = known?.decoys ?? []
  const spans = [
    ...taken.map(({ from, to, label }) => {
      const lure = decoyed.find(within(from, to))
      return { from, to, label: lure ? `taken for ${label}: ${set.pool.decoys[lure.sort ?? ''] ?? 'not so'}` : label, tone: lure ? 'wrong' as const : 'right' as const }
    }),
    ...marks.filter(({ from, to }) => !taken.some(within(from, to))).map(({ from, to, kind }) => ({ from, to, label: `${set.pool.facts.find(({ id }) => id === kind)?.label ?? kind}, not used`, tone: 'note' as const })),
  ].sort((a, b) => a.from - b.from || a.to - b.to).filter((span, i, all) => !all.slice(0, i).some(within(span.from, span.to)))
  return { kind: 'text', caption: `${title}${day === '' ? '' : `, ${day}`}`, text, spans }
}

/** Whom the lists forgot: the group that is reached least, and one of them. */
export function matchStory(quest: Quest, sets: readonly MatchSet[]): NonNullable<Verdict['story']> {
  const group = sets[0]?.pool.group ?? null
  const shares = group === null ? [] : sumByGroup(sets, group).filter(({ eligible }) => eligible > 0).sort((a, b) => a.reached / a.eligible - b.reached / b.eligible)
  const [least, most] = [shares[0], shares.at(-1)]
  const forgotten = ofKind(sets, 'missed').filter(({ set, pair }) => group === null || String(set.pool.table.columns[group]?.values[pair.row]) === least?.group)
  const first = forgotten.find((found) => readCriteria(found).listed.some(({ one, why }) => why && one.told[found.pair.row] === -1 && markOf(why.truth) !== one.holds[found.pair.row])) ?? forgotten[0] ?? ofKind(sets, 'invited-in-vain')[0]
  if (!first) return []
  const opened = caseOf(quest, first, kindOf(first.pair))
  const [exhibit] = opened.exhibits ?? []
  return [
    ...(least && most && least !== most ? [{ title: 'Who sits in the chairs', say: `Of a hundred people who fit, so many are on a list. ${most.group}: ${hundredth(most)}. ${least.group}: ${hundredth(least)}.` }] : []),
    { title: opened.title, say: opened.say, ...(exhibit ? { exhibit } : {}) },
    ...(forgotten.length > 1 ? [{ title: 'And not only once', say: `In the hidden sets ${forgotten.length} offers that would have fitted somebody${least && least !== most ? ` (${least.group})` : ''} were never made.` }] : []),
  ]
}

function hundredth({ reached, eligible }: { reached: number; eligible: number }): number {
  return Math.round((100 * reached) / eligible)
}

export function sumByGroup(sets: readonly MatchSet[], by: string): { group: string; eligible: number; reached: number }[] {
  const sums = new Map<string, { eligible: number; reached: number }>()
  for (const { group, eligible, reached } of sets.flatMap((set) => reachedByGroup(set, by))) {
    const sum = sums.get(group) ?? { eligible: 0, reached: 0 }
    sums.set(group, { eligible: sum.eligible + eligible, reached: sum.reached + reached })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, sum]) => ({ group, ...sum }))
}
