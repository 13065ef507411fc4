/** What a screening decided, person by person, as a learner reads it: a hundred people, and who was missed. */
import type { NodeReport, View } from '../../../core/verdict.ts'
import type { DecidedSet, Decisions } from '../../graph/ports.ts'
import { roundedCell } from '../../graph/table.ts'
import { confusion, ppv, sensitivity, share, specificity } from '../../ml/metrics.ts'
import { countOf, percent } from '../say.ts'

type Judged = Pick<DecidedSet, 'y' | 'flagged' | 'again'>

/** Groups of people in the order in which they are drawn: those with disease first. */
export function peopleViewOf(set: Judged, title: string): View {
  const counts = fates(set)
  const all = set.y.length
  const share100 = (n: number) => percent(share(n, all))
  return {
    view: 'people',
    title,
    say: `Of ${countOf(all, 'person', 'people')}, ${counts.found + counts.missed + counts.invited} have more than mild disease: ${counts.found} are referred, ${counts.missed} go home with it (${share100(counts.missed)} of everybody).`,
    of: 100,
    groups: [
      { label: 'ill and referred', n: counts.found, tone: 'right' as const },
      { label: 'ill and sent home', n: counts.missed, tone: 'missed' as const },
      { label: 'ill and invited again', n: counts.invited, tone: 'missed' as const },
      { label: 'well and referred', n: counts.needless, tone: 'wrong' as const },
      { label: 'well and at home', n: counts.fine, tone: 'note' as const },
    ].filter(({ n }) => n > 0),
  }
}

function fates({ y, flagged, again }: Judged): Record<'found' | 'missed' | 'invited' | 'needless' | 'fine', number> {
  const counts = { found: 0, missed: 0, invited: 0, needless: 0, fine: 0 }
  for (let row = 0; row < y.length; row++) {
    if (y[row] === 1) counts[flagged[row] ? 'found' : again?.[row] ? 'invited' : 'missed']++
    else counts[flagged[row] ? 'needless' : 'fine']++
  }
  return counts
}

export function reportScreening({ test, threshold }: Decisions): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  const known = test.y.length > 0 && !test.y.some(Number.isNaN)
  const counts = confusion(test.y, test.flagged)
  const referred = test.flagged.reduce((sum, flag) => sum + flag, 0)
  const again = test.again?.reduce((sum, flag) => sum + flag, 0) ?? 0
  return {
    rows: test.ids.length,
    columns: 1,
    facts: [
      `${countOf(referred, 'person', 'people')} of ${countOf(test.ids.length, 'person', 'people')} referred (${percent(share(referred, test.ids.length))})`,
      ...(again > 0 ? [`${countOf(again, 'person', 'people')} invited again`] : []),
      ...(known ? [`finds ${percent(sensitivity(counts))} of the ill`, `leaves ${percent(specificity(counts))} of the well alone`, `${percent(ppv(counts))} of those referred are ill`] : []),
    ],
    head: {
      columns: ['person', 'score', 'referred'],
      rows: test.ids.slice(0, 5).map((id, row) => [id, roundedCell(test.scores[row] as number), test.flagged[row] ? 'yes' : 'no']),
    },
    views: known ? [peopleViewOf(test, `Who is found when the cut is ${roundedCell(threshold)}`)] : [],
  }
}
