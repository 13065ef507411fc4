import { useEffect, useState } from 'react'

const MS_PER_LETTER = 16

/** Text as it is being said, and a way to hear the rest at once. At once everything, when movement is unwelcome. */
export function useTyped(text: string, atOnce: boolean): { shown: string; finished: boolean; finish(): void } {
  const [typed, setTyped] = useState({ text, letters: atOnce ? text.length : 0 })
  const letters = typed.text === text ? typed.letters : atOnce ? text.length : 0
  const finished = letters >= text.length
  useEffect(() => {
    if (finished) return
    const timer = setTimeout(() => setTyped({ text, letters: letters + 1 }), MS_PER_LETTER)
    return () => clearTimeout(timer)
  }, [text, letters, finished])
  return { shown: text.slice(0, letters), finished, finish: () => setTyped({ text, letters: text.length }) }
}
