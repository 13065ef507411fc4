import type { ReactNode } from 'react'
import './card.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

interface NoteProps {
  tone?: 'info' | 'warning' | 'bad' | 'good'
  icon?: IconName
  children: ReactNode
}

const ICONS: Record<NonNullable<NoteProps['tone']>, IconName> = { info: 'info', warning: 'warning', bad: 'cross', good: 'check' }

/** A coloured remark with a sign, so that its tone does not hang on colour alone. */
export function Note({ tone = 'info', icon, children }: NoteProps) {
  return (
    <div className={tone === 'info' ? 'note' : `note note-${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>{children}</div>
    </div>
  )
}
