import { useEffect, useId, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import './dialog.css'

interface DialogProps {
  title: string
  /** Word for the closing button. */
  closeLabel: string
  onClose(): void
  wide?: boolean
  /** A choice has to be made: Esc and the backdrop do nothing, there is no closing button. */
  mustAnswer?: boolean
  footer?: ReactNode
  className?: string
  children: ReactNode
}

/** A modal on the native <dialog>: the browser keeps focus inside; on closing it goes back to where it was. */
export function Dialog({ title, closeLabel, onClose, wide, mustAnswer, footer, className, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useOpenAsModal(ref)
  return (
    // The keyboard way out is Esc, which the element brings itself.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={classNames('dialog', wide && 'dialog-wide', className)}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault()
        if (!mustAnswer) onClose()
      }}
      onClick={event => {
        if (!mustAnswer && event.target === ref.current) onClose()
      }}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={heading} tabIndex={-1}>{title}</h2>
          {!mustAnswer && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
        </div>
        {/* Long content scrolls inside; it takes focus so that the keyboard can scroll it too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="dialog-content" tabIndex={0}>{children}</div>
        {footer && <div className="dialog-foot">{footer}</div>}
      </div>
    </dialog>
  )
}

function useOpenAsModal(ref: RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const before = document.activeElement
    if (!dialog.open) dialog.showModal()
    dialog.querySelector('h2')?.focus({ preventScroll: true })
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [ref])
}
