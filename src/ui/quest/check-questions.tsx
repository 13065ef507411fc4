import type { Quest } from '../../core/quest/schema.ts'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { InlineMarkdown } from '../../kit/markdown.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useReadOnly } from '../game.ts'
import { debrief as words } from '../words/en-quest.ts'

/** Questions on what it meant. The first answer counts; every answer is explained. */
export function CheckQuestions({ session: { quest, context } }: { session: QuestSession }) {
  const right = quest.check.filter(({ answer }, question) => context.answers[question] === answer).length
  const answered = Object.keys(context.answers).length
  return (
    <section className="card debrief-part" aria-labelledby="check-heading">
      <h3 id="check-heading"><Icon name="talk" />{words.check}</h3>
      <p>{words.checkIntro}</p>
      <ol className="questions">
        {quest.check.map((question, n) => (
          <li key={question.q}><Question question={question} n={n} count={quest.check.length} given={context.answers[n]} /></li>
        ))}
      </ol>
      {answered >= quest.check.length && <output className="questions-score">{words.score(right, quest.check.length)}</output>}
    </section>
  )
}

interface QuestionProps {
  question: Quest['check'][number]
  n: number
  count: number
  given: number | undefined
}

function Question({ question, n, count, given }: QuestionProps) {
  const { tell, play } = useActions()
  const readOnly = useReadOnly()
  const answer = (option: number) => {
    if (given !== undefined) return
    if (!readOnly) play(option === question.answer ? 'correct' : 'wrong')
    tell({ type: 'answer.submitted', question: n, option })
  }
  return (
    <fieldset className="question">
      <legend><span>{words.question(n + 1, count)}</span><InlineMarkdown text={question.q} /></legend>
      <div className="question-options">
        {question.options.map((option, at) => (
          <button key={option} type="button" className={optionClass(at, question.answer, given)} aria-pressed={given === at} aria-disabled={given !== undefined} onClick={() => answer(at)}>
            <span className="option-sign" aria-hidden="true">
              {given !== undefined && at === question.answer ? <Icon name="check" size={1} /> : given === at ? <Icon name="cross" size={1} /> : 'ABCDEF'[at]}
            </span>
            {option}
          </button>
        ))}
      </div>
      <output className="question-why">
        {given !== undefined && <><strong>{given === question.answer ? words.right : words.wrong}</strong> {question.why}</>}
      </output>
    </fieldset>
  )
}

function optionClass(at: number, right: number, given: number | undefined): string {
  if (given === undefined) return 'option'
  if (at === right) return 'option option-right'
  return at === given ? 'option option-wrong' : 'option option-other'
}
