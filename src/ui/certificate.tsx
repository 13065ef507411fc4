import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import './certificate.css'
import { useActions, useGame } from './game.ts'
import { MedalSign } from './quest/medal-sign.tsx'
import { useHeadingFocus } from './screen-focus.ts'
import { common } from './words/en.ts'
import { certificate as words } from './words/en-record.ts'

/** One page that prints: who, what, how well, when. */
export function Certificate() {
  const { go } = useActions()
  const heading = useHeadingFocus<HTMLHeadingElement>('certificate')
  const career = useGame(state => state.career)
  const done = career.completed.length > 0
  return (
    <main className="screen certificate-screen">
      <header className="screen-head">
        <Button icon="back" look="plain" onClick={() => go({ at: 'journal' })}>{common.back}</Button>
        <h1 ref={heading} tabIndex={-1}>{words.heading}</h1>
        {done && <Button icon="print" look="primary" onClick={() => window.print()}>{words.print}</Button>}
      </header>
      {done ? <Sheet /> : <p className="card certificate-none">{words.none}</p>}
    </main>
  )
}

function Sheet() {
  const career = useGame(state => state.career)
  const titles = useGame(state => state.quests)
  const latest = Math.max(...career.completed.map(quest => quest.at))
  return (
    <article className="certificate">
      <div className="certificate-frame">
        <header>
          <span className="hud-mark"><Icon name="ward" size={1.75} /></span>
          <p>{common.hospitalLong}</p>
        </header>
        <p>{words.awarded}</p>
        <p className="certificate-name">{career.player?.name}</p>
        <p>{words.has}</p>
        <table>
          <thead><tr><th scope="col">{words.colQuest}</th><th scope="col">{words.colMedal}</th><th scope="col">{words.colDate}</th></tr></thead>
          <tbody>
            {career.completed.map(quest => {
              const medal = career.medals[quest.quest] ?? quest.medal
              return (
                <tr key={quest.quest}>
                  <th scope="row">{titles.find(one => one.id === quest.quest)?.title ?? quest.quest}</th>
                  <td><span className="certificate-medal"><MedalSign medal={medal} size={2} decorative />{common.medals[medal]}</span></td>
                  <td>{longDate(quest.at)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p>{words.level(career.level, career.xp)}</p>
        <footer>
          <p>{words.issued(longDate(latest))}</p>
          <p className="certificate-sign">{words.signed}</p>
          <p className="certificate-small">{words.small}</p>
        </footer>
      </div>
    </article>
  )
}

function longDate(at: number): string {
  return new Date(at).toLocaleDateString([], { dateStyle: 'long' })
}
