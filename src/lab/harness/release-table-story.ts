/** What the verdict on a release shows: who is found again and by which invented person, the attacker's curve, what was kept; and the trap as a story. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Cell, Exhibit, Verdict, View } from '../../core/verdict.ts'
import { figure } from '../blocks/say.ts'
import { ledgerView } from '../blocks/synth/generate.run.ts'
import type { Table } from '../graph/ports.ts'
import { cellAt, columnOf, metaOf } from '../graph/table.ts'
import { attackCurve } from '../synth/attack.ts'
import { nearestInvented } from '../synth/found-again.ts'
import { meanOf } from '../synth/space.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import { knownTo, rareBy, type ReleaseSet } from './release-table-join.ts'

type Outcome = 'found-again' | 'told-apart' | 'hidden-well'

interface Seen {
  set: ReleaseSet
  person: number
  /** Row of the release; -1 where nobody is near. */
  invented: number
  /** Real people who look as much like the invented one. */
  distance: number
}

const PER_OUTCOME = 4
/** Below this an attack is a coin, and whoever it is surest of is luck. */
const COIN = 0.56

export function releaseCases(quest: Quest, sets: readonly ReleaseSet[]): CaseReport[] {
  const seen: [Outcome, Seen[]][] = [['found-again', foundIn(sets)], ['told-apart', toldApart(quest, sets)], ['hidden-well', hiddenWell(quest, sets)]]
  return seen.flatMap(([outcome, people]) => people.slice(0, PER_OUTCOME).map((one) => caseOf(quest, outcome, one)))
}

function foundIn(sets: readonly ReleaseSet[]): Seen[] {
  return sets.flatMap((set) => set.found.map(({ person, invented, distance }) => ({ set, person, invented, distance })))
}

/** Of those who were read, those whom the attacker is surest of. */
function toldApart(quest: Quest, sets: readonly ReleaseSet[]): Seen[] {
  return sets.flatMap((set) => {
    const { attack, people, synthetic } = set
    if (!attack || attack.auc < COIN) return []
    const found = new Set(set.found.map(({ person }) => person))
    return [...attack.scores.keys()].filter((i) => attack.y[i] === 1 && !found.has(attack.rows[i] as number))
      .sort((a, b) => (attack.scores[b] as number) - (attack.scores[a] as number)).slice(0, 2)
      .map((i): Seen => {
        const person = attack.rows[i] as number
        const near = nearestInvented(people, person, synthetic.table, knownTo(quest))
        return { set, person, invented: near.row, distance: near.distance }
      })
  })
}

/** People with something rare to whom nothing points. */
function hiddenWell(quest: Quest, sets: readonly ReleaseSet[]): Seen[] {
  const where = quest.verify.metrics.find(({ fn }) => fn === 'reidentified')?.params?.['where']
  if (typeof where !== 'string') return []
  return sets.flatMap((set) => {
    const found = new Set(set.found.map(({ person }) => person))
    return [...rareBy(where)(set.people)].filter((person) => !found.has(person)).slice(0, 2).map((person) => {
      const near = nearestInvented(set.people, person, set.synthetic.table, knownTo(quest))
      return { set, person, invented: near.row, distance: near.distance }
    })
  })
}

const SAID: Readonly<Record<Outcome, string>> = {
  'found-again': 'An invented person with the rare thing is nearer to this real one than to anybody else in the town. Whoever knows the few columns below knows now what this person has.',
  'told-apart': 'The attacker is sure that this person was in, and is right: round them the release is denser than the town is.',
  'hidden-well': 'Nothing in the release points to this person. The nearest invented one is beside them, and is no nearer than chance allows.',
}

function caseOf(quest: Quest, outcome: Outcome, seen: Seen): CaseReport {
  const { set, person } = seen
  return {
    id: `${set.seed}/${set.people.ids[person]}/${outcome}`, set: set.label, title: chartTitle(quest, set.people, person) || 'Somebody', outcome,
    say: SAID[outcome],
    ...(seen.invented < 0 ? {} : { exhibits: [besideEachOther(quest, seen)] }),
    sections: chartSections(quest, set.people, person, set.viewAt),
  }
}

/** What the attacker knows first, and then what they learn. */
function besideEachOther(quest: Quest, { set, person, invented, distance }: Seen): Exhibit {
  const { people, synthetic: { table } } = set
  const known = knownTo(quest).filter((name) => columnOf(table, name))
  const learnt = table.meta.map(({ name }) => name).filter((name) => !known.includes(name))
  return {
    kind: 'diff', caption: `A real person and the nearest invented one, ${figure(distance, 1)} standard deviations apart`, heads: ['Real', 'Invented', 'Alike?'],
    rows: [...known, ...learnt].map((name) => {
      const [real, other] = [cellAt(columnOf(people, name), person), cellAt(columnOf(table, name), invented)]
      return { path: metaOf(table, name)?.label ?? name, wanted: real, got: other, ok: real === other, ...(known.includes(name) ? { note: 'the attacker knows it' } : {}) }
    }),
  }
}

export function releaseViews(quest: Quest, sets: readonly ReleaseSet[]): View[] {
  const attacks = sets.flatMap(({ attack }) => (attack ? [attack] : []))
  const curve = attackCurve('Who was in? The attacker\'s curve, all sets', Float64Array.from(attacks.flatMap(({ y }) => [...y])), Float64Array.from(attacks.flatMap(({ scores }) => [...scores])))
  const utility = quest.verify.metrics.find(({ fn }) => fn === 'utility')
  const percentOf = (value: number | null | undefined) => Math.round(100 * (value ?? 0))
  return [
    ...(curve ? [curve] : []),
    {
      view: 'bars', title: 'Useful and private', say: 'Of a hundred: usefulness that is left, and what the attacker has gained over a coin.', unit: 'of 100',
      rows: sets.flatMap(({ label, figures, attack }) => [
        ...(utility ? [{ label: `${label}: usefulness`, value: percentOf(figures[utility.id]), tone: 'right' as const }] : []),
        { label: `${label}: attacker's gain`, value: percentOf(Math.max(0, 2 * (attack?.auc ?? 0.5) - 1)), tone: (attack?.auc ?? 0.5) > COIN ? 'wrong' as const : 'note' as const },
      ]),
    },
    ...sets.slice(0, 1).flatMap(({ people, synthetic }) => [comparedView(people, synthetic.table), ...ledgerView(synthetic)]),
  ]
}

/** Column by column: the mean of numbers, the commonest word. */
function comparedView(people: Table, released: Table): View {
  const rows = released.meta.map(({ name, label, unit }): Cell[] => {
    const [real, made] = [columnOf(people, name), columnOf(released, name)]
    const said = (column: typeof real): Cell => {
      if (!column) return null
      if (column.kind === 'number') return Number.isNaN(meanOf(column.values)) ? null : Math.round(meanOf(column.values) * 100) / 100
      const counts = new Map<string, number>()
      for (const word of column.values) counts.set(word, (counts.get(word) ?? 0) + 1)
      const [word = '', n = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? []
      return `${word || 'missing'} (${Math.round((100 * n) / column.values.length)}%)`
    }
    return [label, real?.kind === 'number' ? `mean, ${unit ?? ''}`.replace(/, $/, '') : 'commonest', said(real), said(made)]
  })
  return { view: 'rows', title: 'Column by column, first set', columns: ['Column', 'What', 'Real', 'Invented'], rows }
}

/** The first who is found, and how many more there are. */
export function releaseStory(quest: Quest, sets: readonly ReleaseSet[]): NonNullable<Verdict['story']> {
  const found = foundIn(sets)
  const [first] = [...found, ...toldApart(quest, sets)]
  if (!first) return []
  const gained = sets.map(({ attack }) => attack?.auc ?? 0.5)
  return [
    { title: chartTitle(quest, first.set.people, first.person) || 'Somebody', say: found.length > 0 ? SAID['found-again'] : SAID['told-apart'], exhibit: besideEachOther(quest, first) },
    {
      title: found.length === 1 ? 'One person found' : `${found.length} people found`,
      say: `Of two people, one of whom was in, the attacker names the right one ${Math.round(100 * (gained.reduce((sum, auc) => sum + auc, 0) / gained.length))} times in a hundred. No invented person need equal a real one for that.`,
    },
  ]
}
