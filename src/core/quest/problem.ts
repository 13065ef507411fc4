/** What is wrong with a file, said so that a trainer can mend it. */
export interface QuestProblem {
  file: string
  /** JSON path, e.g. "learn[2].md", or "line 12, column 5" where the text is not JSON yet. */
  path: string
  what: string
  mend: string
}

/** How checks report: everything is told, nothing is thrown. */
export type Report = (path: string, what: string, mend: string) => void

/** "learn[2].md" from its parts; names that are no plain word are put in quotes. */
export function jsonPath(parts: readonly PropertyKey[]): string {
  const path = parts.map((part) => {
    if (typeof part === 'number') return `[${part}]`
    const name = String(part)
    return /^[A-Za-z_$][\w$-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 80))}]`
  }).join('')
  return path.startsWith('.') ? path.slice(1) : path || 'the whole file'
}

/** Entries that appear before, with their place: used for ids that must be unique. */
export function repeated(ids: readonly string[]): { id: string; at: number }[] {
  return ids.flatMap((id, at) => (ids.indexOf(id) < at ? [{ id, at }] : []))
}

export function listed(names: Iterable<string>, limit = 12): string {
  const all = [...names]
  return all.slice(0, limit).join(', ') + (all.length > limit ? `, … (${all.length} in all)` : '')
}
