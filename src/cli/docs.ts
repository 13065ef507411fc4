/** `quest docs`: writes the reference for trainers, so that it never differs from what the engine offers. */
import { join } from 'node:path'
import { readArgs, type Command } from './command.ts'
import { ROOT } from './files.ts'
import { keepGenerated } from './generated-file.ts'
import { referenceText } from './reference.ts'

const FILE = join(ROOT, 'docs', 'quest-reference.md')

export const docsCommand: Command = {
  about: 'write docs/quest-reference.md again from the code',
  usage: `quest docs [--check]

Writes docs/quest-reference.md: generators, harnesses, blocks, artefacts, widgets and effect targets, each with its parameters.

  --check   write nothing; exit 1 when the file differs from the code`,
  async run(args) {
    const { values } = readArgs(args, { check: { type: 'boolean' } }, 0)
    return keepGenerated(FILE, referenceText(), { check: values.check === true, command: 'docs' })
  },
}
