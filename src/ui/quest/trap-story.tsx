import type { Verdict } from '../../core/verdict.ts'
import '../../kit/card.css'
import { Exhibit } from '../../kit/exhibit/exhibit.tsx'
import { verify as words } from '../words/en-quest.ts'
import './trap-replay.css'

/** The trap as a short story in pictures: what was believed, what then happened, to whom. */
export function TrapStory({ reveal, story }: { reveal: string; story: NonNullable<Verdict['story']> }) {
  return (
    <section className="card trap trap-told" aria-labelledby="story-heading">
      <div className="trap-words">
        <h3 id="story-heading">{words.trapStory}</h3>
        <p>{reveal}</p>
      </div>
      <ol className="trap-panels">
        {story.map(({ title, say, exhibit }) => (
          <li key={title} className="trap-panel">
            <h4>{title}</h4>
            <p>{say}</p>
            {exhibit && <Exhibit exhibit={exhibit} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
