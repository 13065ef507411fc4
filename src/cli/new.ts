/** `quest new`: a folder with a quest that plays, to change one thing at a time. */
import { access, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { Quest } from '../core/quest/schema.ts'
import { parseQuest } from '../core/quest/parse.ts'
import { readArgs, UsageError, type Command } from './command.ts'
import { exampleFiles, problemLine, questFiles, QUESTS, readText, shown } from './files.ts'
import { knownNames } from './known-names.ts'
import { wordsToReplace } from './new-words.ts'

/** The quest whose data, blocks and goals a new one starts from when nothing else is said. */
const MODEL = 'readmission-risk'
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const newCommand: Command = {
  about: 'make quests/<name>/ with a quest that plays, to change step by step',
  usage: `quest new <name> [--from <quest>] [--into <folder>]

Makes <folder>/<name>/ with quest.json and proof.json. The name is in small letters with hyphens, e.g. ward-seven.
It starts with the bench, data, blocks and goals of another quest, which are calibrated, so it can be won at once.

  --from <quest>    the quest to start from, by the name of its folder in quests/ or docs/examples/ (${MODEL})
  --into <folder>   where to put it (quests)`,
  async run(args) {
    const { values, positionals } = readArgs(args, { from: { type: 'string' }, into: { type: 'string' } }, 1)
    const [slug] = positionals
    if (slug === undefined) throw new UsageError('What is it called? Add a name, e.g. ward-seven.')
    if (!SLUG.test(slug) || slug.length > 80) throw new UsageError(`"${slug}" will not do: use small letters, numbers and hyphens, e.g. ward-seven.`)
    const model = await modelAt(values.from ?? MODEL)
    const folder = join(values.into ?? QUESTS, slug)
    if (await exists(folder)) {
      console.error(`${shown(folder)} is there already. Choose another name; nothing was changed.`)
      return 2
    }
    const [questText, proofText] = await Promise.all([readText(join(model, 'quest.json')), readText(join(model, 'proof.json'))])
    if (!questText.ok || !proofText.ok) {
      for (const read of [questText, proofText]) if (!read.ok) console.error(problemLine(read.problem))
      return 1
    }
    await mkdir(folder, { recursive: true })
    const source = JSON.parse(questText.text) as Quest
    await writeFile(join(folder, 'quest.json'), scaffold({ ...source, $schema: relative(folder, join(QUESTS, 'quest.schema.json')).replaceAll('\\', '/') }, slug, await nextNumber()))
    await writeFile(join(folder, 'proof.json'), proofText.text)
    console.log(nextSteps(shown(folder), source.title))
    return 0
  },
}

/** Folder of a quest of the house, or of an example. @throws UsageError when there is none of that name */
async function modelAt(name: string): Promise<string> {
  const folders = [...await questFiles(), ...await exampleFiles()].map((file) => dirname(file))
  const found = folders.find((folder) => basename(folder) === name)
  if (!found) throw new UsageError(`There is no quest "${name}" to start from. Use one of: ${folders.map((folder) => basename(folder)).join(', ')}.`)
  return found
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

/** The first number that no quest of the repository has. */
async function nextNumber(): Promise<number> {
  const known = await knownNames()
  const reads = await Promise.all((await questFiles()).map(async (file) => ({ file, read: await readText(file) })))
  const taken = new Set(reads.flatMap(({ file, read }) => {
    const parsed = read.ok ? parseQuest(read.text, file, known) : null
    return parsed?.ok ? [parsed.quest.n] : []
  }))
  let n = 101
  while (taken.has(n)) n += 1
  return n
}

function scaffold(source: Quest, slug: string, n: number): string {
  return `${JSON.stringify({ ...source, ...wordsToReplace(source, slug), id: slug, n, version: '0.1.0', prerequisites: {}, effects: [] }, null, 2)}\n`
}

function nextSteps(folder: string, title: string): string {
  return `Made ${folder}/quest.json and ${folder}/proof.json. It plays as it is; its bench, cases and goals are those of "${title}".

Next:
  1. Look at it:      npm run -s quest -- play ${folder}/quest.json
  2. Write the story and the cards: everything that begins with "Write here". Practice, hints, questions, trap and debrief
     still speak of "${title}": write them for yours.
  3. Change the seeds of data.sets and data.hidden, then what the bench opens with, the trap and the goals.
  4. Calibrate: run the reference on about twenty seeds and set pass, silver and gold where they are fair.
                      npm run -s quest -- run ${folder}/quest.json --solution mine.json --seeds a,b,c
  5. Check:           npm run -s quest -- check ${folder}/quest.json

docs/trainer-guide.md walks through all of it.`
}
