/**
 * What only the lab knows of a quest: whether its generator, its blocks and their ports take what the file gives them. Handed
 * to `parseQuest` by the command line and by the worker of the game, so that a stranger's file is told the same at every door.
 */
import { ARTEFACTS, type ArtefactName, neededBy } from '../core/artefacts/shapes.ts'
import { checkShape, missingFor } from '../core/quest/check-artefacts.ts'
import type { KnownNames } from '../core/quest/parse.ts'
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Graph, Json, Quest } from '../core/quest/schema.ts'
import { allBlocks, blockSpec } from './blocks/catalogue.ts'
import { allGenerators, generatorOf } from './data/generators.ts'
import { allHarnesses, harnessOf } from './harness/harnesses.ts'
import { checkDossiers } from './quest-check-board.ts'
import { checkFlow } from './quest-check-flow.ts'
import { checkData, checkMetrics, checkParams, within } from './quest-check-data.ts'
import { checkMatchPlans } from './quest-check-match.ts'
import { checkShelves } from './quest-check-shelf.ts'
import { checkTalk } from './quest-check-talk.ts'
import { artefactRead, bringsIn } from './graph/block.ts'
import { typesJoin } from './graph/join.ts'

export const labKnows: KnownNames = {
  blocks: new Set(allBlocks.map(({ id }) => id)),
  generators: new Set(allGenerators.map(({ id }) => id)),
  harnesses: new Map(allHarnesses.map(({ id, metrics }) => [id, Object.keys(metrics)])),
  further(quest, report) {
    checkData(quest, report)
    checkMetrics(quest, report)
    checkFlow(quest, report)
    for (const place of graphsOf(quest)) {
      checkNodes(place, quest, report)
      checkWires(place, report)
      checkBeside(place, quest, report)
    }
    checkBenches(quest, report)
    checkDossiers(quest, report)
    checkShelves(quest, report)
    checkTalk(quest, report)
    checkMatchPlans(quest, report)
  },
}

interface Place {
  path: readonly PropertyKey[]
  graph: Graph
  /** What lies beside the graph, and where in the file. */
  artefacts: Readonly<Record<string, Json>>
  beside: readonly PropertyKey[]
}

function graphsOf({ build, practiceStart, practiceArtefacts }: Quest): Place[] {
  const start = { artefacts: build.startArtefacts, beside: ['build', 'startArtefacts'] }
  return [
    { path: ['build', 'start'], graph: build.start, ...start },
    { path: ['build', 'reference'], graph: build.reference, artefacts: build.referenceArtefacts, beside: ['build', 'referenceArtefacts'] },
    ...(practiceStart ? [{ path: ['practiceStart'], graph: practiceStart, ...(practiceArtefacts ? { artefacts: practiceArtefacts, beside: ['practiceArtefacts'] } : start) }] : []),
  ]
}

/** Every block: its parameters against its own schema, data sets by name; and that the ends fit the generator and the harness. */
function checkNodes({ path, graph }: Place, { data, verify }: Quest, report: Report): void {
  const [generator, harness] = [generatorOf(data.generator), harnessOf(verify.harness)]
  for (const [i, { block, params }] of graph.nodes.entries()) {
    const spec = blockSpec(block)
    if (!spec) continue
    const at = [...path, 'nodes', i, 'params']
    checkParams({ schema: spec.params, owner: block }, params, within(at), report)
    if (generator && spec.cases && !bringsIn(spec, generator)) {
      const fitting = allBlocks.filter((source) => bringsIn(source, generator)).map(({ id }) => id)
      report(jsonPath([...path, 'nodes', i, 'block']), `"${block}" cannot bring in what "${generator.id}" makes`, `Use one of: ${listed(fitting)}.`)
    }
    if (harness && spec.family === 'sink' && spec.inputs[0]?.type !== harness.judges) {
      const fitting = allBlocks.filter(({ family, inputs }) => family === 'sink' && inputs[0]?.type === harness.judges).map(({ id }) => id)
      report(jsonPath([...path, 'nodes', i, 'block']), `"${harness.id}" cannot judge what ends in "${block}"`, `Use one of: ${listed(fitting)}.`)
    }
    const { dataset } = params
    if (spec.family === 'source' && typeof dataset === 'string' && !Object.hasOwn(data.sets, dataset)) {
      report(jsonPath([...at, 'dataset']), `there is no data set "${dataset}"`, `Use one of: ${listed(Object.keys(data.sets))}.`)
    }
  }
}

/** Every wire: ports that are there, and types that join. */
function checkWires({ path, graph }: Place, report: Report): void {
  const specs = new Map(graph.nodes.map(({ id, block }) => [id, blockSpec(block)]))
  for (const [i, edge] of graph.edges.entries()) {
    const [[from = '', out = ''], [to = '', into = '']] = edge.map((end) => end.split('.')) as [string[], string[]]
    const [giver, taker] = [specs.get(from), specs.get(to)]
    const output = giver?.outputs.find(({ name }) => name === out)
    const input = taker?.inputs.find(({ name }) => name === into)
    const ports = (side: readonly { name: string }[]) => (side.length > 0 ? `Use one of: ${listed(side.map(({ name }) => `"${name}"`))}.` : 'Take the wire away.')
    if (giver && !output) report(jsonPath([...path, 'edges', i, 0]), `"${giver.id}" has no output "${out}"`, ports(giver.outputs))
    if (taker && !input) report(jsonPath([...path, 'edges', i, 1]), `"${taker.id}" has no input "${into}"`, ports(taker.inputs))
    const clash = output && input ? typesJoin(output.type, input) : null
    if (clash) report(jsonPath([...path, 'edges', i]), `"${giver?.id}" does not fit "${taker?.id}": ${clash.replace(/\.$/, '')}`, 'Join ports of one type; docs/quest-reference.md lists them.')
  }
}

/** What the blocks read beside the graph is there and can be read; what the core has already asked for is not asked for again. */
function checkBeside({ path, graph, artefacts, beside }: Place, { build }: Quest, report: Report): void {
  const asked = new Set<string>([build.workbench, ...(build.secondary ? [build.secondary] : [])].flatMap((bench) => missingFor(bench, artefacts)))
  for (const [i, { block, params }] of graph.nodes.entries()) {
    const spec = blockSpec(block)
    const name = spec ? artefactRead(spec, params) : null
    if (!spec?.reads || name === null) continue
    if (Object.hasOwn(artefacts, name)) {
      const written = artefacts[name]
      if (name !== spec.reads.artefact && written !== undefined) checkShape(spec.reads.artefact, written, [...beside, name], report)
    } else if (!asked.has(name) && !('optional' in ARTEFACTS[spec.reads.artefact])) {
      asked.add(name)
      report(jsonPath([...beside, name]), `"${block}" at ${jsonPath([...path, 'nodes', i])} reads "${name}" (${ARTEFACTS[spec.reads.artefact].about}), and there is none`, `Add "${name}" here; docs/quest-format.md shows its parts.`)
    }
  }
}

/** A bench edits something that a block of the palette reads, and nothing lies beside the graph that nobody reads. */
function checkBenches(quest: Quest, report: Report): void {
  const { build } = quest
  const specs = build.palette.flatMap((block) => blockSpec(block) ?? [])
  const read = new Set<string>(specs.flatMap(({ reads }) => (reads ? [reads.artefact] : [])))
  for (const { graph } of graphsOf(quest)) {
    for (const { block, params } of graph.nodes) {
      const spec = blockSpec(block)
      const name = spec ? artefactRead(spec, params) : null
      if (name !== null) read.add(name)
    }
  }
  for (const field of ['workbench', 'secondary'] as const) {
    const bench = build[field]
    if (bench === undefined || bench === 'pipeline') continue
    const idle = bench === 'ops' ? !specs.some(({ id, family }) => family === 'operate' || id.startsWith('policy.rank')) : !neededBy(bench).some((name) => read.has(name))
    if (idle) report(jsonPath(['build', field]), `no block of the palette does what the ${bench} bench sets`, `Add one of: ${listed(blocksFor(bench), 20)}.`)
  }
  for (const [path, artefacts] of [[['build', 'startArtefacts'], build.startArtefacts], [['build', 'referenceArtefacts'], build.referenceArtefacts], [['practiceArtefacts'], quest.practiceArtefacts ?? {}]] as const) {
    for (const name of Object.keys(artefacts)) {
      if (!read.has(name)) report(jsonPath([...path, name]), `no block of the palette reads "${name}"`, read.size > 0 ? `They read: ${listed(read)}. Check the spelling, or remove it.` : 'Remove it, or add a block that reads it.')
    }
  }
}

function blocksFor(bench: Quest['build']['workbench']): string[] {
  const names: readonly ArtefactName[] = bench === 'ops' ? ['plan'] : neededBy(bench)
  return allBlocks.filter(({ id, reads }) => (reads !== undefined && names.includes(reads.artefact)) || (bench === 'ops' && id.startsWith('ops.sim'))).map(({ id }) => id)
}
