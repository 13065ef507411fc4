/** Words of a new quest: each says what to write in its place. */
import type { Quest } from '../core/quest/schema.ts'

/** What a new quest says instead of its model; data, blocks and goals are kept, so that it can be won at once. */
export function wordsToReplace(model: Quest, slug: string): Partial<Quest> {
  const words = slug.replaceAll('-', ' ')
  const widget = model.learn.find(({ kind }) => kind === 'widget')
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1),
    // Somebody whom the map can already draw; any other member of staff will do as well.
    place: { department: 'reception', room: 'front-desk', marker: 'front-desk' },
    npc: { id: 'rosa-lind', name: 'Rosa Lind', role: 'Receptionist', portrait: 'npc/rosa-lind' },
    story: {
      brief: 'Write here, in one sentence: who needs what decided, with how many hands?',
      dialogue: [
        { who: 'npc', mood: 'worried', say: 'Write here what went wrong last week, for one person with an invented name.' },
        { who: 'player', mood: 'think', say: 'Write here the question a good colleague would ask.' },
        { who: 'npc', mood: 'talk', say: 'Write here what is wanted, and what there is to work with.' },
      ],
      stake: 'Write here what it costs people when nobody decides well.',
      win: 'Write here what is better on the ward once it works.',
      lose: 'Write here what happens on the ward when the trap has sprung.',
    },
    dialogs: {},
    learn: [
      { kind: 'card', title: 'The problem in figures', md: 'Write here how often it happens. Give each figure a source and name its key under "cite".' },
      ...(widget ? [widget] : []),
      { kind: 'card', title: 'What is known when', md: 'Write here when each value is written down, and what is not known yet at the moment of decision.' },
      { kind: 'card', title: 'What good looks like', md: 'Write here what others have reached, so that a result too good to be true is noticed.' },
    ],
    machine: { context: {}, states: [], timers: [] },
  }
}
