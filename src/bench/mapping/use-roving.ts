/** One tab stop for a whole group; arrows, Home and End move inside it. Members carry `data-rove`. */
import { useState } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'

interface Roving {
  /** For each member: 0 for the one that Tab reaches. */
  tabIndex(id: string, first: boolean): 0 | -1
  onKeyDown(event: KeyboardEvent): void
  onFocus(event: FocusEvent): void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function useRoving(group: RefObject<HTMLElement | null>, ids: readonly string[]): Roving {
  const [at, setAt] = useState<string | null>(null)
  const current = at !== null && ids.includes(at) ? at : null
  return {
    tabIndex: (id, first) => (id === current || (current === null && first) ? 0 : -1),
    onFocus: (event) => {
      const id = (event.target as HTMLElement).dataset['rove']
      if (id !== undefined) setAt(id)
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const members = [...(group.current?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])]
      const here = members.indexOf(event.target as HTMLElement)
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? members.length - 1 : STEPS[event.key] === undefined ? null : here + (STEPS[event.key] ?? 0)
      const next = here < 0 || to === null ? undefined : members[to]
      if (!next) return
      event.preventDefault()
      next.focus()
    },
  }
}
