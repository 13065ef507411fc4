/** Whether everything a quest names is there: metrics, blocks, nodes, dialogues, sources, states, places. */
import { DEPARTMENT_IDS } from '../staff.ts'
import { blockedStage, listensTo, QUEST_EVENT_TYPES } from './extras.ts'
import { jsonPath, listed, repeated, type Report } from './problem.ts'
import type { Goal, Quest } from './schema.ts'
import { isStage } from './stages.ts'

/** What core cannot know by itself, handed in by whoever can. A set that is left out is not checked. */
export interface KnownNames {
  /** Blocks of the catalogue, variants included: "score.points:lace". */
  blocks?: ReadonlySet<string>
  generators?: ReadonlySet<string>
  /** Scorers with the functions that their metrics may name. */
  harnesses?: ReadonlyMap<string, readonly string[]>
  /** Keys of quests/sources.json. */
  sources?: ReadonlySet<string>
  /** What else is found by whoever knows the generators, the harnesses and the blocks: their parameters, ports and columns. */
  further?: (quest: Quest, report: Report) => void
}

export function checkReferences(quest: Quest, known: KnownNames, report: Report): void {
  checkUnique(quest, report)
  checkGoals(quest, report)
  checkHarness(quest, known, report)
  checkBlocks(quest, known, report)
  checkQuestions(quest, report)
  checkSources(quest, known, report)
  checkExtras(quest, report)
  checkSetting(quest, known, report)
}

function checkUnique({ verify, machine, build }: Quest, report: Report): void {
  const lists: [PropertyKey[], string, readonly string[]][] = [
    [['verify', 'metrics'], 'metrics', verify.metrics.map(({ id }) => id)],
    [['verify', 'guards'], 'guards', verify.guards.map(({ id }) => id)],
    [['verify', 'goals'], 'goals', verify.goals.map(({ metric }) => metric)],
    [['machine', 'states'], 'states', machine.states.map(({ id }) => id)],
    [['machine', 'timers'], 'timers', machine.timers.map(({ id }) => id)],
    [['build', 'palette'], 'blocks', build.palette],
  ]
  for (const [path, kind, ids] of lists) {
    for (const { id, at } of repeated(ids)) report(jsonPath([...path, at]), `two ${kind} are called "${id}"`, 'Keep one, or rename one.')
  }
}

function checkGoals({ verify }: Quest, report: Report): void {
  const metrics = new Set(verify.metrics.map(({ id }) => id))
  for (const [i, goal] of verify.goals.entries()) {
    const path = ['verify', 'goals', i]
    if (!metrics.has(goal.metric)) report(jsonPath([...path, 'metric']), `there is no metric "${goal.metric}"`, `Use one of: ${listed(metrics)}.`)
    if (!climbs(goal)) {
      const order = goal.op === '>=' ? 'pass <= silver <= gold' : 'pass >= silver >= gold'
      report(jsonPath(path), `the medals of "${goal.metric}" do not get harder`, `With ${goal.op} the order must be ${order}.`)
    }
  }
}

function checkHarness({ verify }: Quest, { harnesses }: KnownNames, report: Report): void {
  if (!harnesses) return
  const functions = harnesses.get(verify.harness)
  if (!functions) return report('verify.harness', `there is no harness "${verify.harness}"`, `Use one of: ${listed(harnesses.keys())}.`)
  for (const [i, { fn }] of verify.metrics.entries()) {
    if (!functions.includes(fn)) report(jsonPath(['verify', 'metrics', i, 'fn']), `"${verify.harness}" cannot measure "${fn}"`, `Use one of: ${listed(functions, 30)}.`)
  }
}

function climbs({ op, pass, silver, gold }: Goal): boolean {
  return op === '>=' ? pass <= silver && silver <= gold : pass >= silver && silver >= gold
}

function checkBlocks({ build, practice, practiceStart, debrief }: Quest, known: KnownNames, report: Report): void {
  const palette = new Set(build.palette)
  for (const [i, block] of build.palette.entries()) {
    if (known.blocks && !known.blocks.has(block)) report(jsonPath(['build', 'palette', i]), `there is no block "${block}"`, 'Check the spelling; docs/quest-reference.md lists every block.')
  }
  const graphs = [[['build', 'start'], build.start], [['build', 'reference'], build.reference], [['practiceStart'], practiceStart]] as const
  for (const [path, graph] of graphs) {
    for (const [i, { block }] of (graph?.nodes ?? []).entries()) {
      if (!palette.has(block)) report(jsonPath([...path, 'nodes', i, 'block']), `the palette does not offer "${block}"`, 'Add it to build.palette, or use another block.')
    }
    if (graph && graph.nodes.length > build.limits.nodes) report(jsonPath([...path, 'nodes']), `${graph.nodes.length} nodes are more than build.limits.nodes allows`, `Raise the limit, or use at most ${build.limits.nodes}.`)
  }
  for (const [i, { highlight }] of practice.entries()) {
    const block = highlight.startsWith('palette:') ? highlight.slice('palette:'.length) : null
    if (block !== null && !palette.has(block)) report(jsonPath(['practice', i, 'highlight']), `the palette does not offer "${block}"`, 'Add it to build.palette, or point at something else.')
  }
  for (const [i, id] of build.locked.entries()) {
    if (!build.start.nodes.some((node) => node.id === id)) report(jsonPath(['build', 'locked', i]), `there is no node "${id}" in build.start to lock`, 'Lock a node of the start graph, or remove this.')
  }
  for (const [i, name] of debrief.compare.entries()) {
    if (name !== 'reference' && !palette.has(name)) report(jsonPath(['debrief', 'compare', i]), `"${name}" cannot be compared`, 'Use "reference" or a block of the palette.')
  }
}

function checkQuestions({ check, hints }: Quest, report: Report): void {
  for (const [i, { answer, options }] of check.entries()) {
    if (answer >= options.length) report(jsonPath(['check', i, 'answer']), `there is no option ${answer}: the last one is ${options.length - 1}`, 'Options are counted from 0.')
    for (const { at } of repeated(options)) report(jsonPath(['check', i, 'options', at]), 'this option stands here twice', 'Change one of the two.')
  }
  for (const [i, hint] of hints.entries()) {
    if (i > 0 && hint.cost < hints[i - 1]!.cost) report(jsonPath(['hints', i, 'cost']), 'this hint costs less than the one before', 'Later hints tell more, so let them cost as much or more.')
  }
}

function checkSources({ learn, debrief, sources }: Quest, known: KnownNames, report: Report): void {
  const own = new Set(sources)
  const cited: [PropertyKey[], readonly string[]][] = [
    ...learn.map(({ cite }, i): [PropertyKey[], readonly string[]] => [['learn', i, 'cite'], cite ?? []]),
    [['debrief', 'cite'], debrief.cite],
  ]
  for (const [path, keys] of cited) {
    for (const [i, key] of keys.entries()) {
      if (!own.has(key)) report(jsonPath([...path, i]), `the source "${key}" is not in this quest's own list`, 'Add it to "sources" at the end of the file.')
    }
  }
  for (const [i, key] of sources.entries()) {
    if (known.sources && !known.sources.has(key)) report(jsonPath(['sources', i]), `there is no source "${key}"`, 'Add it to quests/sources.json, or check the spelling.')
  }
}

const ENGINE_STATES: ReadonlySet<string> = new Set(['offered', 'verifying', 'done'])

function checkExtras({ machine, dialogs }: Quest, report: Report): void {
  for (const [i, extra] of machine.states.entries()) {
    const path = ['machine', 'states', i]
    if (isStage(extra.id) || ENGINE_STATES.has(extra.id)) report(jsonPath([...path, 'id']), `"${extra.id}" is a state of every quest`, 'Choose another id.')
    for (const end of ['after', 'during', 'blocks'] as const) {
      const name = extra[end]
      if (name !== undefined && !isStage(name)) report(jsonPath([...path, end]), `there is no stage "${name}"`, 'Use brief, learn, practice, build, verify or debrief.')
    }
    if (extra.on !== undefined && !QUEST_EVENT_TYPES.has(listensTo(extra.on).type)) report(jsonPath([...path, 'on']), `nothing is ever called "${extra.on}"`, `Use one of: ${listed(QUEST_EVENT_TYPES, 30)}, e.g. "inspector.opened:timeline".`)
    if (extra.kind === 'event' && extra.on === undefined) report(jsonPath(path), 'an event must say what it listens to', 'Add "on", e.g. "inspector.opened:timeline".')
    if (extra.kind !== 'event' && blockedStage(extra) === undefined && (extra.during === undefined || extra.on === undefined)) report(jsonPath(path), 'nothing leads to this state', 'Add "after" with a stage, or "during" and "on".')
    if (extra.dialog !== undefined && !Object.hasOwn(dialogs, extra.dialog)) report(jsonPath([...path, 'dialog']), `there is no dialogue "${extra.dialog}"`, `Add it under "dialogs"${Object.keys(dialogs).length > 0 ? `, or use one of: ${listed(Object.keys(dialogs))}` : ''}.`)
    for (const { id, at } of repeated((extra.choices ?? []).map((choice) => choice.id))) report(jsonPath([...path, 'choices', at, 'id']), `two choices are called "${id}"`, 'Rename one.')
    if (extra.choices?.length === 0) report(jsonPath([...path, 'choices']), 'there is nothing to choose, so nobody could go on', 'Add a choice, or leave "choices" out.')
  }
  for (const [i, { during }] of machine.timers.entries()) {
    if (!isStage(during)) report(jsonPath(['machine', 'timers', i, 'during']), `there is no stage "${during}"`, 'Use brief, learn, practice, build, verify or debrief.')
  }
}

function checkSetting({ place, data, id, prerequisites }: Quest, known: KnownNames, report: Report): void {
  if (!DEPARTMENT_IDS.has(place.department)) report('place.department', `the hospital has no department "${place.department}"`, `Use one of: ${listed(DEPARTMENT_IDS, 20)}.`)
  if (known.generators && !known.generators.has(data.generator)) report('data.generator', `there is no generator "${data.generator}"`, `Use one of: ${listed(known.generators)}.`)
  for (const set of ['practice', 'train']) {
    if (!Object.hasOwn(data.sets, set)) report('data.sets', `the set "${set}" is missing`, `Add "${set}" with a seed and its parameters.`)
  }
  if ([...(prerequisites.all ?? []), ...(prerequisites.any ?? [])].includes(id)) report('prerequisites', 'the quest asks for itself', 'Name another quest, or leave it empty.')
}
