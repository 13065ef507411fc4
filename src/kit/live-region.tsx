interface LiveRegionProps {
  /** Said aloud whenever it changes; '' is silence. */
  text: string
  /** Interrupts what is being read: only for what must not be missed. */
  urgent?: boolean
}

/** Unseen, always mounted, so that screen readers hear every change of `text`. */
export function LiveRegion({ text, urgent }: LiveRegionProps) {
  return (
    <div className="visually-hidden" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'} aria-atomic="true">
      {text}
    </div>
  )
}
