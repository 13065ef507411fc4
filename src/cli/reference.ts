/** docs/quest-reference.md from the code: everything that a quest may name, so that a trainer need not open `src/`. */
import type { z } from 'zod'
import { ARTEFACT_NAMES, ARTEFACTS, neededBy } from '../core/artefacts/shapes.ts'
import { EFFECT_TARGETS } from '../core/effect-targets.ts'
import { BenchKind } from '../core/quest/schema.ts'
import { Widget } from '../core/quest/widgets.ts'
import { DEPARTMENTS, STAFF } from '../core/staff.ts'
import { allBlocks, families } from '../lab/blocks/catalogue.ts'
import { allGenerators } from '../lab/data/generators.ts'
import { type BlockSpec, bringsIn, type Family, type PortSpec } from '../lab/graph/block.ts'
import { allHarnesses } from '../lab/harness/harnesses.ts'
import { PORT_WORDS } from '../lab/graph/port-words.ts'
import { fieldLines } from './reference-fields.ts'
import { NAMES_INSIDE } from './reference-names.ts'

const HEAD = `# Quest reference

Everything that a quest file may name, with its parameters. This page is made from the code by \`npm run -s quest -- docs\`, and a
test holds it to the code: do not edit it by hand. What the parts of a quest are *for* stands in the [quest format](quest-format.md);
how to make one, in the [trainer's guide](trainer-guide.md).
`

export function referenceText(): string {
  const parts = [HEAD, togetherPart(), generatorsPart(), harnessesPart(), blocksPart(), artefactsPart(), widgetsPart(), effectsPart()]
  return `${parts.join('\n').trimEnd()}\n`
}

/** Rows of a Markdown table; bars and line ends in cells would break it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n') + '\n'
}

const code = (text: string): string => `\`${text}\``
const codes = (names: readonly string[]): string => (names.length > 0 ? names.map(code).join(', ') : '')

function paramTable(schema: z.ZodType): string {
  const lines = fieldLines(schema)
  return lines.length === 0 ? '' : table(['parameter', 'takes', 'when left out', 'is'], lines.map(({ path, takes, otherwise, say }) => [code(path), takes, otherwise === 'required' ? 'must be given' : otherwise && code(otherwise), say]))
}

function togetherPart(): string {
  const benches = BenchKind.options.map((bench) => {
    const edits = ARTEFACT_NAMES.filter((name) => ARTEFACTS[name].bench === bench)
    return [code(bench), bench === 'pipeline' ? 'the graph' : codes(edits), codes(allBlocks.filter(({ reads }) => reads && edits.includes(reads.artefact)).map(({ id }) => id))]
  })
  const pairs = allHarnesses.map(({ id, generators, judges }) => [
    codes(generators), code(id), codes(allBlocks.filter(({ family, inputs }) => family === 'sink' && inputs[0]?.type === judges).map((sink) => sink.id)),
  ])
  return `## What goes together

A bench edits an artefact beside the graph, and these blocks read it. What a bench must find is there at the start and in the
reference: ${BenchKind.options.filter((bench) => neededBy(bench).length > 0).map((bench) => `${neededBy(bench).map(code).join(' or ')} for ${code(bench)}`).join(', ')}. The \`ops\` bench also shows the
settings of every block under *Operate* and of \`policy.rank:priority\`.

${table(['bench', 'edits', 'read by'], benches)}
A generator makes the cases, a harness judges what comes out at a sink. These fit each other:

${table(['generator', 'harness', 'sink'], pairs)}`
}

function generatorsPart(): string {
  const parts = allGenerators.map(({ id, about, makes, params, schema, traps }) => {
    const columns = schema.length === 0 ? '' : `\n${table(['column', 'label', 'unit', 'known at', 'role'], schema.map((column) => [code(column.name), column.label, column.unit ?? (column.kind === 'category' ? 'words' : ''), column.availableAt, column.role ?? '']))}`
    const sources = allBlocks.filter((spec) => bringsIn(spec, { id, makes })).map((spec) => spec.id)
    return `### ${code(id)}

${sentence(about)} Brought in by ${codes(sources)}.${traps.length > 0 ? ` Can spring the trap ${codes(traps)}.` : ''}

${paramTable(params)}${columns}`
  })
  return `## Generators: \`data.generator\` with the \`params\` of its sets\n\n${parts.join('\n')}`
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.?!]$/.test(words) ? '' : '.'}`
}

function harnessesPart(): string {
  const parts = allHarnesses.map(({ id, about, metrics }) => {
    const rows = Object.entries(metrics).map(([fn, { say, params }]) => [
      code(fn), say, params ? fieldLines(params).map(({ path, say: what, otherwise }) => `${code(path)}${otherwise === 'required' ? ' (must be given)' : ''}: ${what}`).join('; ') : '',
    ])
    return `### ${code(id)}\n\n${sentence(about)}\n\n${table(['function', 'measures', 'params'], rows)}`
  })
  return `## Harnesses: \`verify.harness\` with the \`fn\` of its metrics\n\n${parts.join('\n')}`
}

function blocksPart(): string {
  const used = (Object.keys(families) as Family[]).filter((family) => allBlocks.some((spec) => spec.family === family))
  const types = [...new Set(allBlocks.flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ type }) => type)))]
  return `## Blocks: \`build.palette\`, and \`block\` of a node

Edges join an output to an input of one type: \`["node.port", "node.port"]\`. An input in brackets may stay open.

${used.map((family) => familyPart(family)).join('\n')}
Types of port:

${table(['type', 'is'], types.map((type) => [type, PORT_WORDS[type]]))}`
}

function familyPart(family: Family): string {
  const blocks = allBlocks.filter((spec) => spec.family === family)
  const params = blocks.flatMap((spec) => fieldLines(spec.params).map(({ path, takes, otherwise, say }) => [code(spec.id), code(path), takes, otherwise && code(otherwise), say]))
  return `### ${families[family].title}: ${families[family].about}

${table(['block', 'does', 'inputs', 'outputs', 'reads'], blocks.map(blockRow))}${params.length === 0 ? '' : `\n${table(['block', 'parameter', 'takes', 'when left out', 'is'], params)}`}`
}

function blockRow({ id, summary, inputs, outputs, reads, adds }: BlockSpec): string[] {
  const port = ({ name, type, optional, accepts }: PortSpec) => {
    const said = `${code(name)} ${accepts ? accepts.join(' or ') : type}`
    return optional ? `(${said})` : said
  }
  return [code(id), summary, inputs.map(port).join(', '), `${outputs.map(port).join(', ')}${adds === undefined ? '' : `; adds ${adds === 'any' ? 'the columns it is told to' : codes(adds)}`}`, reads ? `${code(reads.artefact)}${reads.namedBy ? `, or the one that ${code(reads.namedBy)} names` : ''}` : '']
}

function artefactsPart(): string {
  const parts = ARTEFACT_NAMES.map((name) => {
    const { about, bench, shape } = ARTEFACTS[name]
    const rows = fieldLines(shape).map(({ path, takes, otherwise, say }) => [code(path), takes, otherwise === 'required' ? 'must be given' : otherwise && code(otherwise), say])
    const inside = (NAMES_INSIDE[name] ?? []).map(({ where, names }) => `\n${table([`${code(where)} may be`, 'which is'], names.map(({ id, say }) => [code(id), say]))}`)
    return `### ${code(name)}\n\n${sentence(about)} Edited by the ${code(bench)} bench.\n\n${table(['field', 'takes', 'when left out', 'is'], rows)}${inside.join('')}`
  })
  return `## Artefacts: \`startArtefacts\`, \`referenceArtefacts\`, \`practiceArtefacts\`\n\n${parts.join('\n')}`
}

function widgetsPart(): string {
  const parts = Widget.options.map(({ shape, description = '' }) => `### ${code(shape.id.value)}\n\n${sentence(description)}\n\n${paramTable(shape.params) || 'No parameters.\n'}`)
  return `## Widgets: \`learn[].widget\`\n\nIn brackets: where it starts when nothing is said.\n\n${parts.join('\n')}`
}

function effectsPart(): string {
  const { stats, sprites, sounds } = EFFECT_TARGETS
  return `## Effects: \`do\` with its \`target\`

${table(['do', 'target', 'more'], [
    ['`npc`', 'a person of the house, or the quest\'s own `npc.id`', '`state`: a word of your own; some people have a greeting that fits one'],
    ['`light`', 'a department', '`state`: `off`, or anything else for lit'],
    ['`stat`', codes(Object.keys(stats)), '`delta`: by how much it moves'],
    ['`sprite`', codes(Object.keys(sprites)), `\`state\`: ${Object.entries(sprites).map(([id, states]) => `${codes(states)} for ${code(id)}`).join('; ')}`],
    ['`unlock`', 'a department, a dot and a place of your own: `library.quiet-corner`', '`state`: what the sign says that hangs there, when it is not the name of the place'],
    ['`sound`', codes(sounds), 'heard after the chord of the medal, with its caption'],
  ])}
${table(['figure on the wall', 'label', 'at first', 'unit'], Object.entries(stats).map(([id, { label, value, unit }]) => [code(id), label, String(value), unit]))}
${table(['department', 'name', 'people'], DEPARTMENTS.map(({ id, name }) => [code(id), name, STAFF.filter(({ department }) => department === id).map((person) => `${code(person.id)} (${person.name}${person.greetingIn ? `: ${codes(Object.keys(person.greetingIn))}` : ''})`).join(', ')]))}`
}
