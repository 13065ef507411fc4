/** What lies beside the graphs of a quest: that each artefact can be read, and that no bench opens on nothing. */
import { type ArtefactName, ARTEFACTS, artefactShape, neededBy } from '../artefacts/shapes.ts'
import { checkRegexes } from './check-graph.ts'
import { jsonPath, type Report } from './problem.ts'
import type { BenchKind, Json, Quest } from './schema.ts'
import { sayIssues } from './shape-words.ts'

type Artefacts = Readonly<Record<string, Json>>

export function checkArtefacts({ build, practiceArtefacts }: Quest, report: Report): void {
  const benches = [build.workbench, ...(build.secondary ? [build.secondary] : [])]
  const places: [PropertyKey[], Artefacts][] = [
    [['build', 'startArtefacts'], build.startArtefacts],
    [['build', 'referenceArtefacts'], build.referenceArtefacts],
    ...(practiceArtefacts ? [[['practiceArtefacts'], practiceArtefacts] as [PropertyKey[], Artefacts]] : []),
  ]
  for (const [path, artefacts] of places) {
    for (const [name, ...others] of benches.map((bench) => missingFor(bench, artefacts))) {
      if (name !== undefined) report(jsonPath([...path, name]), missing(name, others), `Add "${name}" here${others.map((one) => `, or "${one}"`).join('')}; docs/quest-format.md shows its parts.`)
    }
    for (const [name, written] of Object.entries(artefacts)) checkShape(name, written, [...path, name], report)
    checkRegexes(artefacts, path, report)
  }
}

/** What a bench could show, where none of it is there. */
export function missingFor(bench: BenchKind, artefacts: Artefacts): ArtefactName[] {
  const names = neededBy(bench)
  return names.some((name) => Object.hasOwn(artefacts, name)) ? [] : names
}

function missing(name: ArtefactName, others: readonly ArtefactName[]): string {
  return `the ${ARTEFACTS[name].bench} bench edits ${[name, ...others].map((one) => `"${one}" (${ARTEFACTS[one].about})`).join(' or ')}, and there is none`
}

/** One artefact against the shape of that name, field by field; then what only its reader knows, such as two rows of one name. */
export function checkShape(name: string, written: Json, path: readonly PropertyKey[], report: Report): void {
  const known = artefactShape(name)
  if (!known) return
  const shape = known.shape.safeParse(written)
  if (!shape.success) return sayIssues(shape.error.issues, written, report, path)
  const read = known.read(written)
  if (!read.ok) report(jsonPath(path), read.say.replace(/\.$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase()), 'Mend it here; docs/quest-format.md shows its parts.')
}
