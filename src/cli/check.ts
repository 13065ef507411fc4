/** `quest check`: form, words, a way to the end, and a proof that plays. One line for each problem. */
import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseQuest, type KnownNames, type QuestProblem } from '../core/quest/parse.ts'
import { listed } from '../core/quest/problem.ts'
import { walkQuest } from '../core/quest/walk.ts'
import type { Quest } from '../core/quest/schema.ts'
import { checkCampaign } from './campaign.ts'
import { readArgs, type Command } from './command.ts'
import { problemLine, questFiles, readText, shown } from './files.ts'
import { knownNames } from './known-names.ts'
import { proveInThread } from './judge-thread.ts'

export const checkCommand: Command = {
  about: 'check form, words, that it can be finished, and its proof',
  usage: `quest check [path…]

Checks quests; a path is a quest.json or the folder it lies in. Without a path it checks all of quests/ and the campaign.
Prints one line for each problem: file: place: what is wrong — how to mend it.

Exit code: 0 no problem, 1 problems.`,
  async run(args) {
    const { positionals } = readArgs(args, {}, 1000)
    const known = await knownNames()
    const files = positionals.length > 0 ? await Promise.all(positionals.map(questFileAt)) : await questFiles()
    let count = 0
    const print = (problems: readonly QuestProblem[]): void => {
      for (const problem of problems) console.log(problemLine(problem))
      count += problems.length
    }
    for (const file of files) print(await checkQuestFile(file, known))
    if (positionals.length === 0) print(await checkCampaign())
    return count > 0 ? 1 : 0
  },
}

async function questFileAt(path: string): Promise<string> {
  const full = resolve(path)
  const isFolder = await stat(full).then((found) => found.isDirectory(), () => false)
  return isFolder ? join(full, 'quest.json') : full
}

/** Everything that is wrong with one quest and its proof. */
async function checkQuestFile(file: string, known: KnownNames): Promise<QuestProblem[]> {
  const read = await readText(file)
  if (!read.ok) return [read.problem]
  const parsed = parseQuest(read.text, shown(file), known)
  if (!parsed.ok) return parsed.problems
  const lockedIn = checkWalk(parsed.quest, shown(file))
  // A quest that cannot be finished is mended before its proof is played: that takes seconds, this does not.
  return lockedIn.length > 0 ? lockedIn : checkProof(parsed.quest, join(dirname(file), 'proof.json'))
}

function checkWalk(quest: Quest, file: string): QuestProblem[] {
  const { deadEnds, unfinished } = walkQuest(quest)
  if (unfinished) return [{ file, path: 'machine', what: 'there are more ways through this quest than can be walked', mend: 'Use fewer extra states or choices.' }]
  if (deadEnds.length === 0) return []
  return [{ file, path: 'machine', what: `from ${listed(deadEnds)} there is no way to the end`, mend: 'See that each extra state can be left, and that no condition can never hold.' }]
}

async function checkProof(quest: Quest, file: string): Promise<QuestProblem[]> {
  const read = await readText(file)
  if (read.ok) return proveInThread({ quest, text: read.text, file: shown(file) })
  return [{ ...read.problem, mend: 'A quest needs a proof.json beside it: see "Prove it" in docs/trainer-guide.md.' }]
}
