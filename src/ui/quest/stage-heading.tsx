import type { ReactNode } from 'react'
import { useHeadingFocus } from '../screen-focus.ts'

/** Heading of a stage; takes focus when the stage is entered, so that keyboard and screen reader start there. */
export function StageHeading({ children, visuallyHidden }: { children: ReactNode; visuallyHidden?: boolean }) {
  const heading = useHeadingFocus<HTMLHeadingElement>('stage')
  return <h2 ref={heading} tabIndex={-1} className={visuallyHidden ? 'visually-hidden' : 'stage-heading'}>{children}</h2>
}
