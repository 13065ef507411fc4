import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { VisuallyHidden } from '../kit/visually-hidden.tsx'
import type { Settings } from './game.ts'
import { useActions, useGame } from './game.ts'
import { settings as words } from './words/en.ts'

type Direction = keyof Settings['keys']
const DIRECTIONS: readonly Direction[] = ['up', 'left', 'down', 'right']
const FIRST_KEYS: Settings['keys'] = { up: 'w', left: 'a', down: 's', right: 'd' }

/** Which letters walk. Press the button, then the key; Esc leaves it as it was. */
export function KeySettings() {
  const keys = useGame(state => state.settings.keys)
  const { change } = useActions()
  const [waiting, setWaiting] = useState<Direction | null>(null)
  const [problem, setProblem] = useState('')
  const hear = (direction: Direction, pressed: string) => {
    setWaiting(null)
    const refusal = keyProblem(keys, direction, pressed)
    setProblem(refusal)
    if (!refusal) change({ keys: { ...keys, [direction]: pressed.toLowerCase() } })
  }
  return (
    <>
      <p>{words.keysIntro}</p>
      <div className="key-buttons">
        {DIRECTIONS.map(direction => (
          <Button
            key={direction}
            className={`key-${direction}`}
            aria-pressed={waiting === direction}
            onClick={() => setWaiting(direction)}
            onBlur={() => setWaiting(null)}
            onKeyDown={event => {
              if (waiting !== direction || event.key === 'Tab') return
              event.preventDefault()
              event.stopPropagation()
              if (event.key === 'Escape') setWaiting(null)
              else hear(direction, event.key)
            }}
          >
            <small>{words.keyNames[direction]}</small>{' '}
            {waiting === direction ? words.keyPrompt : <kbd>{keys[direction].toUpperCase()}</kbd>}
            <VisuallyHidden>, {words.keyChange}</VisuallyHidden>
          </Button>
        ))}
      </div>
      <output className="field-error">{problem}</output>
      <Button onClick={() => change({ keys: FIRST_KEYS })}>{words.keyReset}</Button>
    </>
  )
}

/** Why a key cannot be taken, or ''. */
export function keyProblem(keys: Settings['keys'], direction: Direction, pressed: string): string {
  if (!/^[\p{L}\p{N}]$/u.test(pressed)) return words.keyLettersOnly
  const other = DIRECTIONS.find(one => one !== direction && keys[one] === pressed.toLowerCase())
  return other ? words.keyTaken(pressed.toUpperCase(), words.keyNames[other]) : ''
}
