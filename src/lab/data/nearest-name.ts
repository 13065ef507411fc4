import { nearest } from '../../core/nearest.ts'
import { listed } from '../../core/quest/problem.ts'

/** How to mend a name that is not there: the one that was most likely meant, or all there are. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  if (near !== null) return `Did you mean "${near}"?`
  return names.length > 0 ? `Use one of: ${listed(names, 30)}.` : 'There is none yet: add it.'
}
