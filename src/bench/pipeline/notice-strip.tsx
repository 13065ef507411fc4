import { useEffect, useRef } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { useBench } from './bench-context.ts'

const ICONS = { done: 'check', refused: 'warning', ask: 'hint' } as const
const SHOWN_MS = 7000

/** What just happened, in words, where the eye is; the live region says the same. A question stays until it is answered. */
export function NoticeStrip() {
  const { notice, notify } = useBench()
  const accept = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!notice) return
    if (notice.tone === 'ask') {
      accept.current?.querySelector('button')?.focus()
      return
    }
    const timer = setTimeout(() => notify(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [notice, notify])
  return (
    <>
      <LiveRegion text={notice?.say ?? ''} />
      {notice && (
        <div className={`bench-notice bench-notice-${notice.tone}`} aria-hidden={notice.tone === 'ask' ? undefined : true}>
          <Icon name={ICONS[notice.tone]} />
          <p>{notice.say}</p>
          {notice.accept && (
            <div className="bench-notice-acts" ref={accept}>
              <Button small look="primary" onClick={notice.accept.act}>{notice.accept.label}</Button>
              <Button small onClick={() => notify(null)}>Leave it</Button>
            </div>
          )}
          {!notice.accept && <IconButton icon="close" small label="Close" tabIndex={-1} onClick={() => notify(null)} />}
        </div>
      )}
    </>
  )
}
