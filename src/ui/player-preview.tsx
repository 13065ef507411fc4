import type { ReactNode } from 'react'
import type { Look } from '../core/log/facts.ts'
import '../kit/card.css'
import { LookFigure, LookPortrait } from './person-portrait.tsx'
import { player as words } from './words/en-hospital.ts'

interface PlayerPreviewProps {
  look: Look
  name: string
  children: ReactNode
}

/** The look as it will be seen: the face people talk to, and the figure on the floor. */
export function PlayerPreview({ look, name, children }: PlayerPreviewProps) {
  return (
    <section className="card player-preview" aria-label={words.preview}>
      <LookPortrait look={look} mood="happy" name={name} />
      <div className="player-figure">
        <LookFigure look={look} label={words.walking} />
      </div>
      {children}
    </section>
  )
}
