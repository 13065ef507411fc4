/** quests/campaign.json: which quests there are and in which order they are told. */
import { join } from 'node:path'
import { z } from 'zod'
import { readJson } from '../core/json-text.ts'
import type { QuestProblem } from '../core/quest/parse.ts'
import { jsonPath, type Report } from '../core/quest/problem.ts'
import { sayIssues } from '../core/quest/shape-words.ts'
import { questFiles, QUESTS, readText, shown } from './files.ts'

const Words = z.string().min(1).max(400)
export const Campaign = z.strictObject({
  chapters: z.array(z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    title: Words,
    about: Words,
    quests: z.array(z.string().min(1).max(80)),
  })).min(1),
})
export type Campaign = z.infer<typeof Campaign>

const FILE = join(QUESTS, 'campaign.json')

/** Each quest of the campaign exists, and stands in it once. A quest that is not in it yet is somebody's work in progress. */
export async function checkCampaign(): Promise<QuestProblem[]> {
  const problems: QuestProblem[] = []
  const report: Report = (path, what, mend) => problems.push({ file: shown(FILE), path, what, mend })
  const file = await readText(FILE)
  if (!file.ok) return [file.problem]
  const read = readJson(file.text)
  if (!read.ok) return [{ file: shown(FILE), path: `line ${read.trouble.line}, column ${read.trouble.column}`, what: read.trouble.what, mend: read.trouble.mend }]
  const campaign = Campaign.safeParse(read.value)
  if (!campaign.success) {
    sayIssues(campaign.error.issues, read.value, report)
    return problems
  }
  const there = new Set((await questFiles()).map((path) => path.split(/[\\/]/).at(-2)))
  const seen = new Set<string>()
  for (const [i, chapter] of campaign.data.chapters.entries()) {
    for (const [j, id] of chapter.quests.entries()) {
      const path = jsonPath(['chapters', i, 'quests', j])
      if (!there.has(id)) report(path, `there is no folder quests/${id}`, 'Check the spelling, or remove it.')
      if (seen.has(id)) report(path, `"${id}" stands in the campaign twice`, 'Keep one of the two.')
      seen.add(id)
    }
  }
  return problems
}
