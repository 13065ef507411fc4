import type { Lever } from '../../core/artefacts/levers.ts'
import { IconButton } from '../../kit/button.tsx'
import { words } from './words.ts'

interface OrderLeverProps {
  lever: Extract<Lever, { kind: 'order' }>
  value: readonly string[]
  disabled: boolean
  onChange(value: string[]): void
}

/** Kinds of case from first to last; each has a button up and one down. */
export function OrderLever({ lever, value, disabled, onChange }: OrderLeverProps) {
  const items = Object.keys(lever.items)
  const order = [...value.filter((item, at) => items.includes(item) && value.indexOf(item) === at), ...items.filter(item => !value.includes(item))]
  const move = (at: number, by: 1 | -1) => {
    const moved = [...order]
    ;[moved[at], moved[at + by]] = [moved[at + by] as string, moved[at] as string]
    onChange(moved)
  }
  return (
    <ol className="order-lever">
      {order.map((item, at) => (
        <li key={item}>
          <span>{lever.items[item]}</span>
          <IconButton icon="chevron-up" small label={words.sooner(lever.items[item] ?? item)} disabled={disabled || at === 0} onClick={() => move(at, -1)} />
          <IconButton icon="chevron-down" small label={words.later(lever.items[item] ?? item)} disabled={disabled || at === order.length - 1} onClick={() => move(at, 1)} />
        </li>
      ))}
    </ol>
  )
}
