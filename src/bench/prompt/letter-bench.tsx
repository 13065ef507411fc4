import { readLetterPlan } from '../../core/artefacts/letter-plan.ts'
import type { BenchProps } from '../bench-props.ts'
import { DeskFrame, NothingToEdit } from './desk-frame.tsx'
import { LetterPanel } from './letter-panel.tsx'
import { LetterSetup } from './letter-setup.tsx'
import { letterWords as words } from './letter-words.ts'
import './letters.css'

/** The bench of the letters: sections and their sources, what the model is told, checks and who signs; and every letter beside its chart. */
export function LetterBench(props: BenchProps) {
  const read = readLetterPlan(props.solution.artefacts['letterPlan'])
  if (!read.ok) return <NothingToEdit {...props} artefact="letterPlan" say={`${words.noPlan} ${read.say}`} fromStart={words.fromStart} />
  const { quest, report, highlight, readOnly = false } = props
  return (
    <DeskFrame {...props} artefact="letterPlan" pack={read.plan}>
      {({ present, stale, change }) => (
        <>
          <LetterSetup desk={present} readOnly={readOnly} highlight={highlight} onChange={change} />
          <LetterPanel quest={quest} report={report} stale={stale} />
        </>
      )}
    </DeskFrame>
  )
}
