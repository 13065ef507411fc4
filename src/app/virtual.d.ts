declare module 'virtual:quest-cards' {
  import type { QuestCard } from '../core/hospital.ts'
  import type { QuestForCareer } from '../core/log/folds.ts'
  /** Every quest of `quests/`, in the order of their numbers, without its body (scripts/vite-quest-cards.ts). */
  export const cards: QuestCard[]
  /** What a career is counted from: of `check`, `hints`, `trap` and `learn` only what the folds read. */
  export const tallies: QuestForCareer[]
}
