/** Dossiers of a quest against the committee that its data describe: no tool, entry, question, clause or reason that is not there. */
import { BoardDossier } from '../core/artefacts/board-dossier.ts'
import { jsonPath, type Report } from '../core/quest/problem.ts'
import type { Json, Quest } from '../core/quest/schema.ts'
import { boardTimeline } from './data/governance-year.ts'
import { committeeProblems, dossierProblems } from './governance/check-committee.ts'
import { CommitteeSpec } from './governance/committee-spec.ts'

export function checkDossiers({ data, build, practiceArtefacts }: Quest, report: Report): void {
  if (data.generator !== boardTimeline.id) return
  const committee = CommitteeSpec.safeParse(data.params)
  if (!committee.success || committeeProblems(committee.data).length > 0) return
  const places: [string[], Readonly<Record<string, Json>>][] = [
    [['build', 'startArtefacts'], build.startArtefacts],
    [['build', 'referenceArtefacts'], build.referenceArtefacts],
    ...(practiceArtefacts ? [[['practiceArtefacts'], practiceArtefacts] as [string[], Readonly<Record<string, Json>>]] : []),
  ]
  for (const [path, { board }] of places) {
    const dossier = BoardDossier.safeParse(board)
    if (!dossier.success) continue
    for (const { path: inside, what, mend } of dossierProblems(committee.data, dossier.data)) report(jsonPath([...path, 'board', ...inside]), what, mend)
  }
}
