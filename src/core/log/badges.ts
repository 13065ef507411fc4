/** What can be earned beside medals. A badge is a story worth telling, not a mark for being fast. */
export interface BadgeWords {
  id: string
  title: string
  /** How it is earned, in one sentence. */
  how: string
}

export const BADGES: readonly BadgeWords[] = [
  { id: 'first-run', title: 'It runs', how: 'Ran a pipeline of your own from end to end.' },
  { id: 'well-read', title: 'Well read', how: 'Read every card of a quest.' },
  { id: 'time-traveller', title: 'Time traveller', how: 'Built something that knew the future, and saw what happens on the ward.' },
  { id: 'silent-no', title: 'The silent no', how: 'Let "no answer" pass for "all is well", and saw who went home with it.' },
  { id: 'read-between-the-pipes', title: 'Between the pipes', how: 'Took silence for "delete" or "corrected" for "final", and saw what stayed on the screen.' },
  { id: 'two-districts', title: 'Two districts', how: 'Shared the chairs by a score that blamed people for our own cancellations, and saw the map.' },
  { id: 'two-pages', title: 'Two pages', how: 'Gave an answer that its page backed word for word, from a page no longer in force.' },
  { id: 'bottom-of-the-pile', title: 'The bottom of the pile', how: 'Sorted a pile so well that nobody ever reached its bottom, and saw what lay there.' },
  { id: 'honest-numbers', title: 'Honest numbers', how: 'Fell into a trap, found out why, and came back with a solution that holds in use.' },
  { id: 'sure-footed', title: 'Sure-footed', how: 'Earned a medal at the first verdict, past the trap.' },
  { id: 'first-medal', title: 'Of real use', how: 'Built something that helps people nobody had seen before.' },
  { id: 'gold', title: 'Gold standard', how: 'Reached gold on every goal of a quest.' },
  { id: 'own-steam', title: 'Under own steam', how: 'Reached silver or better without a hint.' },
  { id: 'full-marks', title: 'Full marks', how: 'Answered every question of a knowledge check right the first time.' },
  { id: 'never-done', title: 'Never quite done', how: 'Came back after the end of a quest and bettered its medal.' },
]

/** Words of a badge; one that a trainer's quest invented is named after its id. */
export function badgeWords(id: string): BadgeWords {
  const known = BADGES.find((badge) => badge.id === id)
  if (known) return known
  const words = id.replaceAll('-', ' ')
  return { id, title: words.charAt(0).toUpperCase() + words.slice(1), how: 'Earned in a quest.' }
}
