import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Below this the two sides cannot stand beside each other. */
const NARROW = 720

/** By the bench's own width, so that it fits whatever frame the quest puts round it. */
export function useNarrow(ref: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(() => window.innerWidth < NARROW)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const observer = new ResizeObserver(([entry]) => entry && setNarrow(entry.contentRect.width < NARROW))
    observer.observe(box)
    return () => observer.disconnect()
  }, [ref])
  return narrow
}
