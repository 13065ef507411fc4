/** `quest docs`: writes the reference for trainers, so that it never differs from what the engine offers. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArgs, type Command } from './command.ts'
import { readText, ROOT, shown } from './files.ts'
import { referenceText } from './reference.ts'

const FILE = join(ROOT, 'docs', 'quest-reference.md')

export const docsCommand: Command = {
  about: 'write docs/quest-reference.md again from the code',
  usage: `quest docs [--check]

Writes docs/quest-reference.md: generators, harnesses, blocks, artefacts, widgets and effect targets, each with its parameters.

  --check   write nothing; exit 1 when the file differs from the code`,
  async run(args) {
    const { values } = readArgs(args, { check: { type: 'boolean' } }, 0)
    const wanted = referenceText()
    if (!values.check) {
      await writeFile(FILE, wanted)
      console.log(`wrote ${shown(FILE)}`)
      return 0
    }
    const found = await readText(FILE)
    if (found.ok && found.text === wanted) return 0
    console.log(`${shown(FILE)}: the whole file: it differs from the code — Run "npm run -s quest -- docs" and commit the file.`)
    return 1
  },
}
