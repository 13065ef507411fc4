/** What a quest marks in notes, held against what its notes know: kinds of rules and of marks made by hand, and of metrics. */
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Json, Quest } from '../core/quest/schema.ts'
import { readAnnotations } from '../core/artefacts/annotations.ts'
import type { AnyGenerator } from './data/generators.ts'
import { paramsFor } from './data/quest-cases.ts'

export function checkKinds(quest: Quest, generator: AnyGenerator, report: Report): void {
  const made = generator.kindsFor?.(paramsFor(quest, { params: {} }))
  if (!made) return
  const { build, practiceArtefacts, verify } = quest
  const known = (names: readonly string[], name: string, path: readonly PropertyKey[]) => {
    if (!names.includes(name)) report(jsonPath(path), `nothing in these notes is called "${name}"`, names.length > 0 ? `Use one of: ${listed(names, 30)}.` : 'Declare it in data.params.')
  }
  const beside: [PropertyKey[], Record<string, Json> | undefined][] = [[['build', 'startArtefacts'], build.startArtefacts], [['build', 'referenceArtefacts'], build.referenceArtefacts], [['practiceArtefacts'], practiceArtefacts]]
  for (const [path, artefacts] of beside) {
    const read = readAnnotations(artefacts?.['annotations'])
    if (!read.ok) continue
    const at = [...path, 'annotations']
    for (const [i, rule] of read.annotations.rules.entries()) {
      known(made.kinds, rule.kind, [...at, 'rules', i, 'kind'])
      if (rule.how === 'scope' && rule.becomes !== null) known(made.kinds, rule.becomes, [...at, 'rules', i, 'becomes'])
    }
    for (const [i, { kind }] of read.annotations.spans.entries()) known(made.kinds, kind, [...at, 'spans', i, 'kind'])
  }
  for (const [i, { params = {} }] of verify.metrics.entries()) {
    for (const [field, names] of [['kind', made.kinds], ['decoy', made.decoys]] as const) if (typeof params[field] === 'string') known(names, params[field], ['verify', 'metrics', i, 'params', field])
  }
}
