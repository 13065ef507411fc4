import type { ReactNode } from 'react'
import type { Tone } from '../../core/verdict.ts'
import { TONE_SIGNS } from './tone-signs.ts'

interface MarkedTextProps {
  text: string
  spans: readonly { from: number; to: number; label: string; tone: Tone }[]
}

/** A text with its marks. A mark carries its label in words, and a sign of its own. */
export function MarkedText({ text, spans }: MarkedTextProps) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to, label, tone } of spans) {
    if (from < at) continue
    parts.push(text.slice(at, from))
    parts.push(<mark key={from} className={`exhibit-mark exhibit-${tone}`} title={label}>{text.slice(from, to)}<small>{` ${TONE_SIGNS[tone]} ${label}`}</small></mark>)
    at = to
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
