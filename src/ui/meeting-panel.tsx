import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import type { PersonOnFloor } from '../core/hospital.ts'
import type { DialogLine } from '../core/quest/schema.ts'
import { DialoguePanel } from './dialogue-panel.tsx'
import { useActions, useGame } from './game.ts'
import { dialogue, greetingFor } from './words/en-hospital.ts'

/** Bottom left on the floor: the person in front of you, and the quest they may have. */
export function MeetingPanel() {
  const meeting = useGame(state => state.meeting)
  const person = useGame(state => state.hospital.departments.flatMap(department => department.people).find(one => one.id === state.meeting))
  const { leaveMeeting } = useActions()
  if (!meeting || !person) return null
  return (
    <DialoguePanel key={person.id} person={person} lines={greetingLines(person)} after={<QuestFacts person={person} />} onLeave={leaveMeeting}>
      <QuestButtons person={person} />
      <Button onClick={leaveMeeting}>{person.quest && person.quest.mark !== 'locked' ? dialogue.later : dialogue.goodbye}</Button>
    </DialoguePanel>
  )
}

function greetingLines(person: PersonOnFloor): DialogLine[] {
  const lines = person.greeting ?? [greetingFor(person.name)]
  const spoken: DialogLine[] = lines.map((say, at) => ({ who: 'npc', mood: at === 0 ? 'happy' : 'talk', say }))
  const why = person.quest?.mark === 'locked' ? person.quest.lockedWhy : undefined
  return why ? [...spoken, { who: 'npc', mood: 'think', say: why }] : spoken
}

function QuestFacts({ person }: { person: PersonOnFloor }) {
  const card = useGame(state => state.quests.find(quest => quest.id === person.quest?.id))
  if (!person.quest || !card) return null
  return (
    <p className="dialogue-facts">
      <span><Icon name="flag" size={1} /><strong>{card.title}</strong></span>
      <span><Icon name="clock" size={1} />{dialogue.minutes(card.minutes)}</span>
      <span><Icon name="star" size={1} />{dialogue.difficulty(card.difficulty)}</span>
    </p>
  )
}

function QuestButtons({ person }: { person: PersonOnFloor }) {
  const { openQuest } = useActions()
  const { quest } = person
  if (!quest || quest.mark === 'locked') return null
  const words = { offered: dialogue.hear, active: dialogue.resume, done: dialogue.review }[quest.mark]
  return <Button look="primary" iconAfter="next" onClick={() => void openQuest(quest.id)}>{words}</Button>
}
