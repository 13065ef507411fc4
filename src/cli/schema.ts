/** `quest schema`: writes the JSON Schema that editors use, so that it never differs from what the engine accepts. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Quest } from '../core/quest/schema.ts'
import { allGenerators } from '../lab/data/generators.ts'
import { readArgs, type Command } from './command.ts'
import { QUESTS, readText, shown } from './files.ts'

const FILE = join(QUESTS, 'quest.schema.json')

export const schemaCommand: Command = {
  about: 'write quests/quest.schema.json again from the code',
  usage: `quest schema [--check]

Writes quests/quest.schema.json, which lets an editor complete and check a quest while it is typed.

  --check   write nothing; exit 1 when the file differs from the code`,
  async run(args) {
    const { values } = readArgs(args, { check: { type: 'boolean' } }, 0)
    const wanted = schemaText()
    if (!values.check) {
      await writeFile(FILE, wanted)
      console.log(`wrote ${shown(FILE)}`)
      return 0
    }
    const found = await readText(FILE)
    if (found.ok && found.text === wanted) return 0
    console.log(`${shown(FILE)}: the whole file: it differs from the code — Run "npm run -s quest -- schema" and commit the file.`)
    return 1
  },
}

/** Draft 7, because every editor knows it; `input` because a trainer may leave out what has a default. */
export function schemaText(): string {
  const schema = z.toJSONSchema(Quest, { target: 'draft-7', io: 'input' })
  const words = { title: 'A quest of St Turing', description: 'Generated from src/core/quest/schema.ts by "npm run -s quest -- schema".' }
  return `${JSON.stringify({ ...words, ...schema, allOf: allGenerators.map(paramsSchema) }, null, 2)}\n`
}

/** What may stand in `data.params` under that generator. Nothing is asked for there: a set may say it as well. */
function paramsSchema({ id, params }: (typeof allGenerators)[number]): object {
  const { $schema: _, required: __, ...schema } = z.toJSONSchema(params, { target: 'draft-7', io: 'input' })
  const inData = (properties: object) => ({ properties: { data: { properties } } })
  // A keyword of JSON Schema.
  // oxlint-disable-next-line unicorn/no-thenable
  return { if: inData({ generator: { const: id } }), then: inData({ params: schema }) }
}
