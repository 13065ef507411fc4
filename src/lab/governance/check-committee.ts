/** What is wrong with the meaning of a committee's description, and of a dossier that is laid before it: names that are not there. */
import type { BoardDossier } from '../../core/artefacts/board-dossier.ts'
import { NO_REASON } from '../../core/artefacts/board-dossier.ts'
import type { ParamProblem } from '../data/generator.ts'
import { didYouMean } from '../data/nearest-name.ts'
import { agedBetween } from '../data/townsfolk.ts'
import { cardOf, type ChangeSpec, type CommitteeSpec, GROUP } from './committee-spec.ts'

type Path = readonly PropertyKey[]

function unknown(path: Path, what: string, name: string, names: readonly string[]): ParamProblem[] {
  return names.includes(name) ? [] : [{ path, what: `there is no ${what} "${name}"`, mend: didYouMean(name, names) }]
}

export function committeeProblems(committee: CommitteeSpec): ParamProblem[] {
  const { tools, fields, questions, changes } = committee
  const ids = Object.keys(tools)
  if (ids.length === 0) return [{ path: ['tools'], what: 'the committee answers for no tool', mend: 'Describe one; docs/from-json/committees.md has an example.' }]
  return [
    ...Object.entries(tools).flatMap(([id, tool]): ParamProblem[] => [
      ...Object.keys(tool.card).flatMap((field) => unknown(['tools', id, 'card', field], 'field', field, Object.keys(fields))),
      ...(Object.hasOwn(tool.reads, GROUP) ? [{ path: ['tools', id, 'reads', GROUP], what: `"${GROUP}" is the name of those in the group`, mend: 'Write it beside "reads", or choose another name.' }] : []),
      ...(tool.ages[0] > tool.ages[1] ? [{ path: ['tools', id, 'ages'], what: `the ages run from ${tool.ages[0]} to ${tool.ages[1]}`, mend: 'Write the lower one first.' }]
        : agedBetween(...tool.ages).length === 0 ? [{ path: ['tools', id, 'ages'], what: 'nobody in the town is so old', mend: 'Widen the ages.' }] : []),
    ]),
    ...Object.entries(questions).flatMap(([id, { tool }]) => (tool === undefined ? [] : unknown(['questions', id, 'tool'], 'tool', tool, ids))),
    ...Object.entries(changes).flatMap(([id, change]) => changeProblems(committee, id, change)),
  ]
}

function changeProblems({ tools, changes }: CommitteeSpec, id: string, change: ChangeSpec): ParamProblem[] {
  const at = (...path: PropertyKey[]) => ['changes', id, ...path]
  return change.tools.flatMap((name, i): ParamProblem[] => {
    const stray = unknown(at('tools', i), 'tool', name, Object.keys(tools))
    const tool = tools[name]
    if (stray.length > 0 || !tool) return stray
    const inputs = Object.keys(tool.reads)
    const read = (path: Path, names: Readonly<Record<string, number>>) => Object.keys(names).flatMap((one) => unknown([...path, one], `measurement of "${name}" called`, one, inputs))
    switch (change.kind) {
      case 'reading': return unknown(at('input'), `measurement of "${name}" called`, change.input, inputs)
      case 'meaning': return change.reads ? read(at('reads'), change.reads) : []
      // Some of its tools may not look at what has changed.
      case 'people': return i > 0 ? [] : Object.keys(change.by).flatMap((one) => unknown(at('by', one), 'measurement of these tools called', one, change.tools.flatMap((other) => Object.keys(tools[other]?.reads ?? {}))))
      case 'version': return [
        ...read(at('reads'), change.reads),
        ...(tool.bought ? [] : [{ path: at('tools', i), what: `"${name}" is not bought, so no vendor can send it a version`, mend: 'Write "bought": true in the tool, or choose another kind of change.' }]),
        ...(Object.entries(changes).some(([other, one]) => other !== id && one.kind === 'version' && one.tools.includes(name)) ? [{ path: at('tools', i), what: `"${name}" gets two versions in one year`, mend: 'Keep one of them.' }] : []),
      ]
      default: return []
    }
  })
}

/** A dossier names tools, fields, entries, questions, clauses and reasons of its committee and no others. */
export function dossierProblems(committee: CommitteeSpec, { cards, asked, contract, rulings, votes }: BoardDossier): ParamProblem[] {
  const reasons = [...Object.keys(committee.reasons), NO_REASON]
  return [
    ...Object.entries(cards).flatMap(([tool, card]): ParamProblem[] => {
      const stray = unknown(['cards', tool], 'tool', tool, Object.keys(committee.tools))
      if (stray.length > 0) return stray
      const own = cardOf(committee, tool)
      return Object.entries(card).flatMap(([field, entry]) => {
        const known = own.find(({ id }) => id === field)
        return known ? unknown(['cards', tool, field], 'entry', entry, known.options.map(({ id }) => id)) : unknown(['cards', tool, field], 'field', field, own.map(({ id }) => id))
      })
    }),
    ...asked.flatMap((id, i) => unknown(['asked', i], 'question', id, Object.keys(committee.questions))),
    ...contract.flatMap((id, i) => unknown(['contract', i], 'clause', id, Object.keys(committee.clauses))),
    ...Object.entries(rulings).flatMap(([finding, { reason }]) => unknown(['rulings', finding, 'reason'], 'reason', reason, reasons)),
    ...Object.entries(votes).flatMap(([month, cast]) => Object.entries(cast ?? {}).flatMap(([finding, ruling]) => (ruling ? unknown(['votes', month, finding, 'reason'], 'reason', ruling.reason, reasons) : []))),
  ]
}
