import './meter.css'

interface MeterProps {
  label: string
  /** Share 0..1; null while it is not known how much there is. */
  share: number | null
  /** The share in words, read aloud; the percentage when absent. */
  text?: string
  tone?: 'teal' | 'blue' | 'gold'
  /** A running task rather than a quantity. */
  progress?: boolean
}

/** A bar that fills: how far along. Its label is read, not shown; put the words beside it. */
export function Meter({ label, share, text, tone = 'teal', progress }: MeterProps) {
  const known = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100)
  const range = known === null ? {} : { 'aria-valuenow': known, 'aria-valuetext': text ?? `${known}%` }
  return (
    <div
      className={`meter meter-${tone}`}
      role={progress || known === null ? 'progressbar' : 'meter'}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...range}
    >
      <div className={known === null ? 'meter-fill meter-unknown' : 'meter-fill'} style={known === null ? undefined : { width: `${known}%` }} />
    </div>
  )
}
