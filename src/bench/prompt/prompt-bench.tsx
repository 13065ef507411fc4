import { readPromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { BenchProps } from '../bench-props.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { DeskFrame, NothingToEdit } from './desk-frame.tsx'
import { LetterBench } from './letter-bench.tsx'
import './prompt.css'
import { SetupPanel } from './setup-panel.tsx'
import { words } from './words.ts'

/** The bench of whatever a language model writes: an answering desk, or the letters that people take home. */
export function PromptBench(props: BenchProps) {
  const { solution, quest: { build } } = props
  return [solution.artefacts, build.startArtefacts].some(artefacts => Object.hasOwn(artefacts, 'letterPlan')) ? <LetterBench {...props} /> : <AnswerBench {...props} />
}

/** The bench of an answering desk: shelf, passages, search, answer, check and price; and every answer with what it stands on. */
function AnswerBench(props: BenchProps) {
  const read = readPromptPack(props.solution.artefacts['promptPack'])
  if (!read.ok) return <NothingToEdit {...props} artefact="promptPack" say={`${words.noPack} ${read.say}`} fromStart={words.fromStart} />
  const { quest, report, highlight, textEngine, readOnly = false } = props
  return (
    <DeskFrame {...props} artefact="promptPack" pack={read.pack}>
      {({ present, made, stale, change }) => (
        <>
          <SetupPanel desk={present} readOnly={readOnly} highlight={highlight} onChange={change} />
          <AnswerPanel quest={quest} report={report} stale={stale} asked={made?.pack ?? present.pack} {...(textEngine ? { textEngine } : {})} />
        </>
      )}
    </DeskFrame>
  )
}
