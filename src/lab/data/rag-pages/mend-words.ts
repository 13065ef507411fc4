import { listed } from '../../../core/quest/problem.ts'
import { oneSlip } from '../../language/one-slip.ts'

/** The name that was most likely meant, or those there are. */
export function meant(names: readonly string[], written: string): string {
  const low = written.trim().toLowerCase()
  const near = names.find((name) => name.toLowerCase() === low) ?? names.find((name) => oneSlip(name.toLowerCase(), low))
    ?? (low.length >= 3 ? names.find((name) => name.toLowerCase().startsWith(low.slice(0, 3))) : undefined)
  if (near !== undefined) return `Did you mean "${near}"?`
  return names.length > 0 ? `Use one of: ${listed(names, 12)}.` : 'Add it, or check the spelling.'
}

/** Words of a stranger's file inside a sentence about it. */
export function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`
}
