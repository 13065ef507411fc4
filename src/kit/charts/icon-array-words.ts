/** What the picture of a hundred people says, by the story it tells. */
import type { IconArrayStory } from '../../core/quest/widgets.ts'
import { alarmInWords, countsInWords } from './icon-array-counts.ts'
import type { Counts, Fate } from './icon-array-counts.ts'

interface StoryWords {
  title: string
  ways: string
  random: string
  list: string
  rate: string
  capacity: string
  sensitivity: string
  found(percent: number): string
  fates: Record<Fate, string>
  counts(counts: Counts): string
  mustBeat: string
  asMany(byChance: number): string
  fewer(byChance: number): string
  worse(byChance: number): string
}

const worse = (byChance: number) => `That is worse than chance, which would find ${byChance}.`

export const STORIES: Record<IconArrayStory, StoryWords> = {
  return: {
    title: 'Who would you call?', ways: 'Who is called?', random: 'Anybody, at random', list: 'The top of a list',
    rate: 'Come back', capacity: 'Can be called', sensitivity: 'The list finds', found: percent => `${percent}% of those who come back`,
    fates: { caught: 'called, come back', missed: 'not called, come back', needless: 'called, were fine', fine: 'not called, were fine' },
    counts: countsInWords,
    mustBeat: 'A list would have to do better than this.',
    asMany: byChance => `Calling at random would find just as many: ${byChance}.`,
    fewer: byChance => `Calling at random would find ${byChance}.`,
    worse,
  },
  alarm: {
    title: 'For whom does it ring?', ways: 'How does it ring?', random: 'By chance', list: 'By what it measures',
    rate: 'Are ill', capacity: 'It rings for', sensitivity: 'The alarm finds', found: percent => `${percent}% of the ill`,
    fates: { caught: 'ill, it rings', missed: 'ill, it is silent', needless: 'well, it rings', fine: 'well, it is silent' },
    counts: alarmInWords,
    mustBeat: 'An alarm would have to do better than this.',
    asMany: byChance => `Ringing by chance would find just as many: ${byChance}.`,
    fewer: byChance => `Ringing by chance would find ${byChance}.`,
    worse,
  },
}
