import { deskCost } from '../language/desk-cost.ts'
import type { ChatPlay } from './talk-values.ts'

/** Mean cents of a chat, and the time within which 95 of 100 turns are answered (nearest rank). Zeros for no chat at all. */
export function talkCost(chats: readonly ChatPlay[]): { cents: number; p95: number; tokens: number } {
  const { p95, tokens } = deskCost(chats.flatMap(({ turns }) => turns))
  return { p95, tokens, cents: chats.length === 0 ? 0 : chats.reduce((sum, { turns }) => sum + turns.reduce((all, { cents }) => all + cents, 0), 0) / chats.length }
}
