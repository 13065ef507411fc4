/** What the guide points at: "palette:ml.logistic", "node:cap", "button:run", "inspector:timeline", "edge:src.table>label.table". */
export type HighlightKind = 'palette' | 'node' | 'button' | 'inspector' | 'edge'

/** The value after the kind, or null when the guide points elsewhere. */
export function highlighted(highlight: string | null, kind: HighlightKind): string | null {
  return highlight?.startsWith(`${kind}:`) ? highlight.slice(kind.length + 1) : null
}

/** An edge may be named whole, or by one of its ends ("label.table", "label"). */
export function pointsAtEdge(highlight: string | null, from: string, to: string): boolean {
  const value = highlighted(highlight, 'edge')
  if (value === null) return false
  return value === `${from}>${to}` || value === `${from}->${to}` || [from, to].some((ref) => ref === value || ref.startsWith(`${value}.`))
}
