import { useId, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import './tabs.css'

interface TabsProps<Id extends string> {
  /** Name of the whole group, for screen readers. */
  label: string
  tabs: readonly { id: Id; label: ReactNode }[]
  selected: NoInfer<Id>
  onSelect(id: NoInfer<Id>): void
  /** Panel of the selected tab. */
  children: ReactNode
}

/** Tabs after the ARIA pattern: arrows, Home and End move; the panel belongs to the selected tab. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  // Where there are more tabs than fit, the chosen one is moved into view: sideways only, so that the page stays where it is.
  useLayoutEffect(() => {
    const held = list.current
    const tab = held?.querySelector<HTMLElement>('[aria-selected=true]')
    if (held && tab) held.scrollLeft = scrolledTo({ from: tab.offsetLeft - held.offsetLeft, width: tab.offsetWidth }, { from: held.scrollLeft, width: held.clientWidth })
  }, [selected])
  const panel = useRef<HTMLDivElement>(null)
  // Another tab begins at its top, however far the last one was scrolled.
  useLayoutEffect(() => {
    if (panel.current) panel.current.scrollTop = 0
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(event.key, tabs.findIndex(tab => tab.id === selected), tabs.length)
    const tab = next === null ? undefined : tabs[next]
    if (next === null || !tab) return
    event.preventDefault()
    onSelect(tab.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} ref={list}>
        {tabs.map(tab => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            className="tab"
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" ref={panel} id={`${base}-panel`} aria-labelledby={`${base}-${selected}`}>
        {children}
      </div>
    </div>
  )
}

interface Stretch { from: number; width: number }

/** How far a row must be scrolled, in pixels, for a tab to lie wholly in what is seen of it: no further than it must. */
export function scrolledTo(tab: Stretch, seen: Stretch): number {
  if (tab.from < seen.from) return tab.from
  return Math.max(seen.from, tab.from + tab.width - seen.width)
}

/** Index of the tab a key leads to, or null when the key means nothing here. */
export function nextTab(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
