/** The committee of the house, as its quest describes it. */
import { readFileSync } from 'node:fs'
import { mergePatch } from '../../core/merge-patch.ts'
import type { Json } from '../../core/quest/schema.ts'

const { data } = JSON.parse(readFileSync('quests/ai-governance-board/quest.json', 'utf8')) as { data: { params: Record<string, Json> } }

export function houseCommittee(own: Record<string, Json> = {}): Record<string, Json> {
  return mergePatch(data.params, own) as Record<string, Json>
}
