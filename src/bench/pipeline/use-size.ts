import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** How much room the bench has: it stands beside a guide, so the window says little about it. */
export type BenchSize = 'narrow' | 'small' | 'middle' | 'wide'

/** Widths in CSS pixels: a table first; palette as a drawer; a slim palette; everything side by side. */
export function sizeOf(width: number): BenchSize {
  if (width < 600) return 'narrow'
  if (width < 860) return 'small'
  return width < 1160 ? 'middle' : 'wide'
}

export function useSize(frame: RefObject<HTMLElement | null>): BenchSize {
  const [size, setSize] = useState<BenchSize>(() => sizeOf(window.innerWidth))
  // Before the first paint: a palette that flashes open and is put away again takes the click that was meant for it.
  useLayoutEffect(() => {
    if (!frame.current) return
    // Measured, not worked out: the frame stands only now.
    // oxlint-disable-next-line react/set-state-in-effect
    setSize(sizeOf(frame.current.clientWidth))
    const observer = new ResizeObserver(([entry]) => entry && setSize(sizeOf(entry.contentRect.width)))
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame])
  return size
}
