/** One drawing hand for the whole game: 24 x 24, strokes of 2, round ends, colour of the text beside it. */
import { PATHS } from './icon-paths.ts'
import type { IconName } from './icon-paths.ts'

export type { IconName }

interface IconProps {
  name: IconName
  /** Side in rem. */
  size?: number
  /** Words for an icon that stands alone; without them it is hidden from screen readers. */
  label?: string
  className?: string
}

export function Icon({ name, size = 1.25, label, className }: IconProps) {
  const side = `${size}rem`
  return (
    <svg
      viewBox="0 0 24 24"
      width={side}
      height={side}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(className ? { className } : {})}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {PATHS[name].map(path =>
        path.startsWith('*') ? <path key={path} d={path.slice(1)} fill="currentColor" /> : <path key={path} d={path} />,
      )}
    </svg>
  )
}
