/** What stands in a sentence: words, slots, and marks around either. `[[problem:{disease}]]`, `seen on {day:date}`. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'slot'; name: string; as: 'date' | null }
  /** `decoy`: it only looks like something to mark. */
  | { kind: 'mark'; name: string; decoy: boolean; inside: readonly Exclude<Piece, { kind: 'mark' }>[] }

export type ReadTemplate = { ok: true; pieces: readonly Piece[] } | { ok: false; what: string; mend: string }

const MARK = /\[\[(~?)([A-Za-z][A-Za-z0-9]*):([^[\]]+)\]\]/g
const SLOT = /\{([A-Za-z][A-Za-z0-9]*)(?::([a-z]+))?\}/g

export function readTemplate(text: string): ReadTemplate {
  const pieces: Piece[] = []
  let at = 0
  const slots = (part: string) => slotsIn(part, (trouble) => {
    throw new TemplateTrouble(trouble)
  })
  try {
    for (const match of text.matchAll(MARK)) {
      pieces.push(...slots(text.slice(at, match.index)))
      pieces.push({ kind: 'mark', name: match[2] as string, decoy: match[1] === '~', inside: slots(match[3] as string) })
      at = match.index + match[0].length
    }
    pieces.push(...slots(text.slice(at)))
  } catch (error) {
    if (error instanceof TemplateTrouble) return { ok: false, ...error.trouble }
    throw error
  }
  return { ok: true, pieces }
}

interface Trouble {
  what: string
  mend: string
}

class TemplateTrouble extends Error {
  override name = 'TemplateTrouble'
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.what)
    this.trouble = trouble
  }
}

function slotsIn(text: string, refuse: (trouble: Trouble) => never): Exclude<Piece, { kind: 'mark' }>[] {
  const pieces: Exclude<Piece, { kind: 'mark' }>[] = []
  let at = 0
  const words = (part: string) => {
    const stray = /\[\[|\]\]|[{}]/.exec(part)
    if (stray) {
      refuse(stray[0].length === 2
        ? { what: `a mark is not closed, or not opened, at "${part.slice(stray.index, stray.index + 20)}"`, mend: 'Write [[kind:words]], with the name of a kind and no mark inside another.' }
        : { what: `a slot is not closed, or not opened, at "${part.slice(stray.index, stray.index + 20)}"`, mend: 'Write {column} or {list}.' })
    }
    if (part !== '') pieces.push({ kind: 'words', text: part })
  }
  for (const match of text.matchAll(SLOT)) {
    words(text.slice(at, match.index))
    if (match[2] !== undefined && match[2] !== 'date') refuse({ what: `a slot cannot be written as "${match[2]}"`, mend: 'Write {day:date} for a date in words, or {day} as it is.' })
    pieces.push({ kind: 'slot', name: match[1] as string, as: match[2] === 'date' ? 'date' : null })
    at = match.index + match[0].length
  }
  words(text.slice(at))
  return pieces
}

/** Slots of all pieces, those inside marks too. */
export function slotsOf(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : piece.kind === 'mark' ? slotsOf(piece.inside) : []))
}
