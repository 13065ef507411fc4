declare module 'virtual:quest-cards' {
  import type { QuestCard } from '../core/hospital.ts'
  /** Every quest of `quests/`, in the order of their numbers, without its body (scripts/vite-quest-cards.ts). */
  export const cards: QuestCard[]
}
