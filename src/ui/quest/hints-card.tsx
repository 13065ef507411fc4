import { useEffect, useState } from 'react'
import { openHints } from '../../core/quest/machine.ts'
import type { Quest } from '../../core/quest/schema.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Markdown } from '../../kit/markdown.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useFacts } from '../game.ts'
import { build as words } from '../words/en-quest.ts'
import { minutesInFacts, seenMinutes } from './bench-minutes.ts'

/** Hints open when they have been earned by trying; each says beforehand what it costs. */
export function HintsCard({ session }: { session: QuestSession }) {
  const { quest, context } = session
  const { tell, play } = useActions()
  const open = openHints(quest, context, useMinutesBuilding(quest.id))
  const take = (hint: number) => {
    play('open')
    tell({ type: 'hint.taken', hint })
  }
  return (
    <section className="hints" aria-labelledby="hints-heading">
      <h3 id="hints-heading"><Icon name="hint" />{words.hints}</h3>
      <ol aria-live="polite">
        {quest.hints.map((hint, n) => (
          <li key={hint.md} className="hint">
            {context.hintsTaken.includes(n)
              ? <><h4>{words.hintTitle(n + 1)}</h4><Markdown text={hint.md} /></>
              : open.includes(n)
                ? (
                    <>
                      <Button small icon="hint" onClick={() => take(n)}>{words.hintOpen(n + 1)}</Button>
                      <span className="field-help">{hint.cost === 0 ? words.hintFree : words.hintCost(hint.cost)}</span>
                    </>
                  )
                : <p className="hint-locked"><Icon name="lock" size={1} />{words.hintTitle(n + 1)}. {conditionWords(hint)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** When a hint opens: "after 1 try … or after 10 minutes here". */
export function conditionWords({ after }: Quest['hints'][number]): string {
  const ways = [
    after.fails === undefined ? null : words.hintAfterFails(after.fails),
    after.minutes === undefined ? null : words.hintAfterMinutes(after.minutes),
  ].filter(way => way !== null)
  return `${ways.join(words.or)}.`
}

/** Minutes at the bench, today and before, while the page was seen. */
function useMinutesBuilding(quest: string): number {
  const facts = useFacts()
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    const before = minutesInFacts(facts(), quest)
    const seen = seenMinutes()
    const count = () => setMinutes(before + seen(Date.now(), document.visibilityState === 'visible'))
    count()
    const timer = setInterval(count, 15_000)
    document.addEventListener('visibilitychange', count)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', count)
    }
  }, [facts, quest])
  return minutes
}
