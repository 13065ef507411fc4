import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Puts focus on a heading when `key` changes, so that keyboard and screen reader go on from the new place. */
export function useHeadingFocus<T extends HTMLElement>(key: string, onFirst = true): RefObject<T | null> {
  const heading = useRef<T>(null)
  const last = useRef(onFirst ? null : key)
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [key])
  return heading
}
