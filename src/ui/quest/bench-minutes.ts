/** How long somebody has worked at the bench of a quest: for hints that open after some minutes. A night away is no work. */
import type { Fact } from '../../core/log/facts.ts'

/** Facts further apart than this, and somebody has been away in between: the longest silence at work. */
const SILENCE_MS = 5 * 60_000
/** A clock that is read every quarter of a minute and finds more than this has slept, lid closed. */
const NAP_MS = 60_000

/** Minutes at the bench as far as the facts tell, in their order: without other stages, and without the time away. */
export function minutesInFacts(facts: readonly Fact[], quest: string): number {
  let atBench = false
  let here = true
  let before = 0
  let ms = 0
  for (const fact of facts) {
    if (!('quest' in fact) || fact.quest !== quest) continue
    if (atBench && here) ms += Math.min(SILENCE_MS, Math.max(0, fact.at - before))
    before = fact.at
    here = fact.type !== 'quest.left'
    if (fact.type === 'stage.entered') atBench = fact.stage === 'build'
    else if (fact.type === 'practice.skipped' || fact.type === 'verdict.withdrawn') atBench = true
    else if (fact.type === 'verdict.given') atBench = false
  }
  return ms / 60_000
}

/** Adds up the time in which the page was seen: told what the clock says and whether it is seen now, it answers with the minutes so far. */
export function seenMinutes(): (now: number, seen: boolean) => number {
  let last: { now: number; seen: boolean } | null = null
  let ms = 0
  return (now, seen) => {
    if (last?.seen) ms += Math.min(NAP_MS, Math.max(0, now - last.now))
    last = { now, seen }
    return ms / 60_000
  }
}
