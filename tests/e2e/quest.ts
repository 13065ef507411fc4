/** What the quest's own file says, so that a spec does not repeat its words. */
import { readFileSync } from 'node:fs'
import type { Quest } from '../../src/core/quest/schema.ts'

export const quest = JSON.parse(readFileSync('quests/readmission-risk/quest.json', 'utf8')) as Quest

/** As it reads on the screen: without the marks of markdown. */
export const plain = (markdown: string): string => markdown.replaceAll(/\*\*|\*|`/g, '')

const CHOSEN_AT_START = startColumns()

function startColumns(): string[] {
  const features = quest.build.start.nodes.find(({ block }) => block === 'table.features')
  return (features?.params['columns'] ?? []) as string[]
}

/** Columns of the reference that must be changed, by the name that the form shows: how each is used, or null to leave it out. */
export function columnsToChange(): { name: string; label: string; use: string | null }[] {
  const features = quest.build.reference.nodes.find(({ block }) => block === 'table.features')
  const wanted = new Map(((features?.params['columns'] ?? []) as string[]).map(parse))
  const now = new Map(CHOSEN_AT_START.map(parse))
  const names = [...new Set([...now.keys(), ...wanted.keys()])]
  return names.filter((name) => wanted.get(name) !== now.get(name)).map((name) => ({
    name, label: quest.data.columns[name]?.label ?? name, use: wanted.get(name) ?? null,
  }))
}

/** "log1p(los)" -> ["los", "log1p"] */
function parse(term: string): [string, string] {
  const match = /^(\w+)\((\w+)\)$/.exec(term)
  return match ? [match[2] ?? term, match[1] ?? ''] : [term, '']
}
