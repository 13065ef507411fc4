/** The trap as a story: what the list was sure of without reason, and what it passed over. */
import type { Quest } from '../../core/quest/schema.ts'
import type { Verdict } from '../../core/verdict.ts'
import { chartTitle } from './case-chart.ts'
import { hiddenPicture } from './image-findings-cases.ts'
import type { FindingsSet } from './image-findings.ts'

export function findingStory(quest: Quest, sets: readonly FindingsSet[]): NonNullable<Verdict['story']> {
  const all = sets.flatMap((set) => [...set.list.ids.keys()].map((at) => ({ set, at, score: set.list.scores[at] as number, ill: set.list.y[at] === 1, listed: set.list.flagged[at] === 1 })))
  const [surest] = all.filter(({ ill, listed }) => listed && !ill).sort((a, b) => b.score - a.score)
  const [passed] = all.filter(({ ill, listed }) => ill && !listed).sort((a, b) => a.score - b.score)
  const called = ({ set, at }: { set: FindingsSet; at: number }) => chartTitle(quest, set.list.table, at)
  return [
    ...(surest ? [{ title: 'What it was sure of', say: `${called(surest)}. High on the list, and there is nothing to be found.`, exhibit: hiddenPicture(surest.set, surest.at, 'What does it see here?') }] : []),
    ...(passed ? [{ title: 'What it passed over', say: `${called(passed)}. Far down, and this is what was there.`, exhibit: hiddenPicture(passed.set, passed.at, 'The finding, in its box') }] : []),
    ...(surest && passed ? [{ title: 'Side by side', say: 'Look at the two again, and not at the middle. What does the first one have that the second has not?' }] : []),
  ]
}
