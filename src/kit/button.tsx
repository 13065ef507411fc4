import type { ComponentProps, ReactNode } from 'react'
import './button.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one thing to do next; soft: other things; plain: quiet, in bars; danger: cannot be undone. */
  look?: 'primary' | 'soft' | 'plain' | 'danger'
  small?: boolean
  icon?: IconName
  iconAfter?: IconName
  children?: ReactNode
}

export function Button({ look = 'soft', small, icon, iconAfter, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classNames('button', `button-${look}`, small && 'button-small', className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children != null && <span>{children}</span>}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'iconAfter'> {
  icon: IconName
  /** Read aloud and shown as a tooltip. */
  label: string
}

/** A square button with an icon alone; its label is its name. */
export function IconButton({ icon, label, className, look = 'plain', ...rest }: IconButtonProps) {
  return <Button icon={icon} look={look} aria-label={label} title={label} className={classNames('icon-button', className)} {...rest} />
}
