import type { ReactNode } from 'react'

interface StepProps {
  title: string
  help?: string
  pointed: boolean
  children: ReactNode
}

/** One thing to set, with the number of its place: steps are counted by the list that holds them. */
export function Step({ title, help, pointed, children }: StepProps) {
  return (
    <section className={pointed ? 'desk-step desk-pointed' : 'desk-step'} aria-label={title}>
      <h3><span className="desk-number desk-counted" aria-hidden="true" />{title}</h3>
      {help && <p className="desk-help">{help}</p>}
      {children}
    </section>
  )
}
