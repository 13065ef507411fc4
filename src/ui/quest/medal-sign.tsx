import type { Medal } from '../../core/quest/schema.ts'
import { common } from '../words/en.ts'
import './medal-sign.css'

const STARS: Record<Medal, number> = { none: 0, pass: 1, silver: 2, gold: 3 }

/** A medal: its metal, and as many stars as its rank, so that colour is never the only cue. */
export function MedalSign({ medal, size = 5, decorative }: { medal: Medal; size?: number; decorative?: boolean }) {
  return (
    <svg
      className={`medal-sign medal-${medal}`}
      viewBox="0 0 64 76"
      style={{ width: `${size}rem`, height: 'auto' }}
      focusable="false"
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': common.medals[medal] })}
    >
      {medal !== 'none' && <path d="M14 2h14l6 20H22zM50 2H36l-6 20h12z" fill="#1f6fb5" />}
      {medal !== 'none' && <path d="M14 2h6l8 24-6-4zM50 2h-6l-8 24 6-4z" fill="#16507f" />}
      <circle cx="32" cy="48" r="26" fill="var(--medal)" opacity={medal === 'none' ? 0.25 : 1} strokeDasharray={medal === 'none' ? '5 5' : undefined} />
      <circle cx="32" cy="48" r="20" fill="none" stroke="#fff" strokeOpacity=".65" strokeWidth="2" strokeDasharray={medal === 'none' ? '4 4' : undefined} />
      {Array.from({ length: STARS[medal] }, (_, n) => {
        const x = 32 + (n - (STARS[medal] - 1) / 2) * 12
        return <path key={x} d={star(x, STARS[medal] === 3 && n === 1 ? 44 : 48, 6.5)} fill="#fff" />
      })}
    </svg>
  )
}

function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, n) => {
    const angle = (Math.PI * n) / 5 - Math.PI / 2
    const reach = n % 2 === 0 ? r : r * 0.45
    return `${(x + Math.cos(angle) * reach).toFixed(2)} ${(y + Math.sin(angle) * reach).toFixed(2)}`
  })
  return `M${points.join('L')}z`
}
