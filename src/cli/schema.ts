/** `quest schema`: writes the JSON Schema that editors use, so that it never differs from what the engine accepts. */
import { join } from 'node:path'
import { z } from 'zod'
import { ARTEFACT_NAMES, ARTEFACTS } from '../core/artefacts/shapes.ts'
import { Quest } from '../core/quest/schema.ts'
import { allBlocks } from '../lab/blocks/catalogue.ts'
import { allGenerators } from '../lab/data/generators.ts'
import { allHarnesses } from '../lab/harness/harnesses.ts'
import { readArgs, type Command } from './command.ts'
import { QUESTS } from './files.ts'
import { keepGenerated } from './generated-file.ts'

const FILE = join(QUESTS, 'quest.schema.json')

export const schemaCommand: Command = {
  about: 'write quests/quest.schema.json again from the code',
  usage: `quest schema [--check]

Writes quests/quest.schema.json, which lets an editor complete and check a quest while it is typed.

  --check   write nothing; exit 1 when the file differs from the code`,
  async run(args) {
    const { values } = readArgs(args, { check: { type: 'boolean' } }, 0)
    return keepGenerated(FILE, schemaText(), { check: values.check === true, command: 'schema' })
  },
}

type Node = Record<string, unknown>

const DRAFT = { target: 'draft-7', io: 'input' } as const
const refTo = (name: string): Node => ({ $ref: `#/definitions/${name}` })

/** Draft 7, because every editor knows it; `input` because a trainer may leave out what has a default. */
export function schemaText(): string {
  const schema = z.toJSONSchema(Quest, DRAFT) as Node
  offerNames(schema)
  offerArtefacts(schema)
  offerParameters(schema)
  const head = { title: 'A quest of St Turing', description: 'Generated from src/core/quest/schema.ts by "npm run -s quest -- schema".' }
  return `${JSON.stringify({ ...head, ...schema, definitions: { ...(schema['definitions'] as Node), ...definitions() } }, null, 2)}\n`
}

/** What the file may name but core does not know: blocks, generators, harnesses; and the shape of every artefact. */
function definitions(): Node {
  return {
    block: { type: 'string', enum: allBlocks.map(({ id }) => id) },
    ...Object.fromEntries(ARTEFACT_NAMES.map((name) => [name, { description: ARTEFACTS[name].about, ...bare(ARTEFACTS[name].shape) }])),
    artefacts: { type: 'object', properties: Object.fromEntries(ARTEFACT_NAMES.map((name) => [name, refTo(name)])), additionalProperties: {} },
    ...Object.fromEntries(allGenerators.map(({ id, about, params }) => [id, { description: about, ...patchOf(bare(params)) }])),
  }
}

function bare(shape: z.ZodType): Node {
  const { $schema: _said, ...rest } = z.toJSONSchema(shape, DRAFT) as Node
  return rest
}

function offerNames(schema: Node): void {
  at(schema, 'data', 'generator')['enum'] = allGenerators.map(({ id }) => id)
  at(schema, 'verify', 'harness')['enum'] = allHarnesses.map(({ id }) => id)
  at(schema, 'build', 'palette')['items'] = refTo('block')
  for (const graph of [at(schema, 'build', 'start'), at(schema, 'build', 'reference'), at(schema, 'practiceStart')]) {
    const node = at(graph, 'nodes')['items'] as Node
    const { description } = at(node, 'block')
    ;(node['properties'] as Node)['block'] = { description, allOf: [refTo('block')] }
  }
}

function offerArtefacts(schema: Node): void {
  for (const place of [at(schema, 'build', 'startArtefacts'), at(schema, 'build', 'referenceArtefacts'), at(schema, 'practiceArtefacts')]) {
    delete place['additionalProperties']
    place['allOf'] = [refTo('artefacts')]
  }
}

/**
 * What all sets share and what each says itself are laid over one another (JSON Merge Patch): nothing need stand in the one that
 * stands in the other, part of a column may do, and null takes away.
 */
function patchOf({ required: _asked, oneOf, ...node }: Node): Node {
  const patched = oneOf ? { ...node, anyOf: oneOf } : node
  const inner = (part: unknown): unknown => (isNode(part) ? { anyOf: [patchOf(part), { type: 'null' }] } : part)
  return {
    ...patched,
    ...(Array.isArray(patched['anyOf']) ? { anyOf: patched['anyOf'].map((one) => (isNode(one) ? patchOf(one) : one)) } : {}),
    ...(isNode(node['properties']) ? { properties: Object.fromEntries(Object.entries(node['properties']).map(([name, part]) => [name, inner(part)])) } : {}),
    ...(isNode(node['additionalProperties']) ? { additionalProperties: inner(node['additionalProperties']) } : {}),
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The parameters of a set, and those that all sets share, are those of the quest's generator. */
function offerParameters(schema: Node): void {
  at(schema, 'data')['allOf'] = allGenerators.map(({ id }) => {
    const set = { properties: { params: refTo(id) } }
    // A word of JSON Schema; nobody awaits it.
    // oxlint-disable-next-line unicorn/no-thenable
    return { if: { properties: { generator: { const: id } }, required: ['generator'] }, then: { properties: { params: refTo(id), sets: { additionalProperties: set }, hidden: { items: set } } } }
  })
}

/** A field of an object, by the names that lead to it. @throws Error when the schema of a quest has another form by now */
function at(node: Node, ...names: string[]): Node {
  return names.reduce((inner, name) => {
    const found = (inner['properties'] as Record<string, Node> | undefined)?.[name]
    if (!found) throw new Error(`the schema of a quest has no "${name}" there`)
    return found
  }, node)
}
