import { useEffect, useRef, useState } from 'react'
import type { LearnItem } from '../../core/quest/schema.ts'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { Markdown } from '../../kit/markdown.tsx'
import { VisuallyHidden } from '../../kit/visually-hidden.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { common } from '../words/en.ts'
import { learn } from '../words/en-quest.ts'
import { LearnWidget } from './learn-widget.tsx'
import './learn.css'
import { SourceList } from './source-list.tsx'
import { StageHeading } from './stage-heading.tsx'

/** Short cards, one idea each, with where it comes from. */
export function LearnStage({ session }: { session: QuestSession }) {
  const { quest, context } = session
  const { tell, play } = useActions()
  const [at, setAt] = useState(() => firstUnread(quest.learn.length, context.cardsRead))
  const item = quest.learn[at]
  const isLast = at === quest.learn.length - 1
  useEffect(() => {
    if (!context.cardsRead.includes(at)) tell({ type: 'card.read', card: at })
  }, [at, context.cardsRead, tell])
  const turn = (to: number) => {
    play('page')
    setAt(to)
  }
  if (!item) return null
  return (
    <div className="learn">
      <StageHeading visuallyHidden>{learn.heading}</StageHeading>
      <CardNav items={quest.learn} at={at} read={context.cardsRead} onTurn={turn} />
      <LearnCard key={at} item={item} at={at} count={quest.learn.length} />
      <div className="learn-foot">
        {at > 0 && <Button icon="back" onClick={() => turn(at - 1)}>{common.back}</Button>}
        {isLast
          ? <Button look="primary" iconAfter="next" onClick={() => tell({ type: 'stage.entered', stage: 'practice' })}>{learn.toPractice}</Button>
          : <Button look="primary" iconAfter="next" onClick={() => turn(at + 1)}>{common.next}</Button>}
      </div>
    </div>
  )
}

function firstUnread(count: number, read: readonly number[]): number {
  for (let card = 0; card < count; card++) if (!read.includes(card)) return card
  return 0
}

function CardNav({ items, at, read, onTurn }: { items: readonly LearnItem[]; at: number; read: readonly number[]; onTurn(to: number): void }) {
  return (
    <nav className="card-nav" aria-label={learn.cards}>
      <ol>
        {items.map((item, card) => (
          <li key={item.title}>
            <button type="button" className={classNames('card-tab', card === at && 'card-tab-now')} aria-current={card === at ? 'true' : undefined} onClick={() => onTurn(card)}>
              <span className="card-tab-number" aria-hidden="true">{read.includes(card) && card !== at ? <Icon name="check" size={0.8125} /> : card + 1}</span>
              <span className="card-tab-title">{item.title}</span>
              {read.includes(card) && <VisuallyHidden>, {learn.cardRead}</VisuallyHidden>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function LearnCard({ item, at, count }: { item: LearnItem; at: number; count: number }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  useEffect(() => {
    // The stage heading has the focus when the stage opens; after that each new card takes it.
    if (!first.current || at > 0) heading.current?.focus({ preventScroll: true })
    first.current = false
  }, [at])
  return (
    <article className="card learn-card">
      <p className="learn-count">{learn.card(at + 1, count)}</p>
      <h3 ref={heading} tabIndex={-1}>{item.title}</h3>
      {item.md && <Markdown text={item.md} headingLevel={4} />}
      {item.kind === 'widget' && <LearnWidget widget={item.widget} />}
      <SourceList keys={item.cite} />
    </article>
  )
}
