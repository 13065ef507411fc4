import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Below this the table becomes a list of cards. In CSS pixels of the bench itself: it stands beside a guide. */
const CARDS_BELOW = 640

export function useNarrow(frame: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(() => window.innerWidth < CARDS_BELOW)
  useEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => entry && setNarrow(entry.contentRect.width < CARDS_BELOW))
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame])
  return narrow
}
