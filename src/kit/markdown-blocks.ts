/**
 * A small Markdown, read into plain values: paragraphs, lists, headings, quotes, code, bold, italics and links to https.
 * No HTML is ever made from it, so the words of a stranger's quest stay words.
 */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }

export type Block =
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string }

/** Longest text read; the rest is left out rather than slowing the page. */
const MAX_LENGTH = 20_000
/** Deepest nesting of bold, italics and links; deeper marks stay as they were written. */
const MAX_DEPTH = 4

/** Blocks of a Markdown text, at most 20,000 characters of it. Linear in its length. */
export function parseMarkdown(source: string): Block[] {
  const lines = source.slice(0, MAX_LENGTH).replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const [block, next] = readBlock(lines, at)
    if (block) blocks.push(block)
    at = next
  }
  return blocks
}

const BULLET = /^\s{0,3}[-*] +(.+)$/
const NUMBER = /^\s{0,3}\d{1,3}[.)] +(.+)$/
const HEADING = /^(#{1,3}) +(.+)$/
const QUOTE = /^> ?(.*)$/

function readBlock(lines: string[], at: number): [Block | null, number] {
  const line = lines[at] ?? ''
  if (!line.trim()) return [null, at + 1]
  if (line.startsWith('```')) return readFence(lines, at)
  const heading = HEADING.exec(line)
  if (heading) return [{ kind: 'heading', level: Math.min(3, heading[1]?.length ?? 1) as 1 | 2 | 3, children: parseInline(heading[2] ?? '') }, at + 1]
  for (const [mark, ordered] of [[BULLET, false], [NUMBER, true]] as const) {
    if (!mark.test(line)) continue
    const [items, next] = readWhile(lines, at, mark)
    return [{ kind: 'list', ordered, items: items.map(item => parseInline(item)) }, next]
  }
  if (QUOTE.test(line)) {
    const [quoted, next] = readWhile(lines, at, QUOTE)
    return [{ kind: 'quote', children: parseInline(quoted.join(' ')) }, next]
  }
  return readParagraph(lines, at)
}

function readFence(lines: string[], at: number): [Block, number] {
  let end = at + 1
  while (end < lines.length && !lines[end]?.startsWith('```')) end++
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1]
}

/** Lines from `at` on that match `mark`, without their mark, and where they end. */
function readWhile(lines: string[], at: number, mark: RegExp): [string[], number] {
  const found: string[] = []
  for (let match = mark.exec(lines[at] ?? ''); match; match = mark.exec(lines[at + found.length] ?? '')) {
    found.push(match[1] ?? '')
    if (at + found.length >= lines.length) break
  }
  return [found, at + found.length]
}

function readParagraph(lines: string[], at: number): [Block, number] {
  let end = at + 1
  while (end < lines.length && lines[end]?.trim() && ![BULLET, NUMBER, HEADING, QUOTE].some(mark => mark.test(lines[end] ?? ''))) end++
  return [{ kind: 'paragraph', children: parseInline(lines.slice(at, end).map(line => line.trim()).join(' ')) }, end]
}

/**
 * What may start an inline run; each alternative is bounded, so no text can make it backtrack far. Bold may hold italics, and
 * italics bold: inside, each stands whole, so one star too many ends nothing.
 */
const INLINE = /`([^`\n]{1,400})`|\*\*((?:[^*\n]|\*[^*\s][^*\n]{0,300}\*(?!\*)){1,1000})\*\*|\*((?:[^*\s]|\*\*[^*\n]{1,300}\*\*)(?:[^*\n]|\*\*[^*\n]{1,300}\*\*){0,1000})\*(?!\*)|\[([^\][\n]{1,300})\]\(([^()\s]{1,500})\)/g

export function parseInline(source: string, depth = 0): Inline[] {
  if (depth >= MAX_DEPTH) return [{ kind: 'text', text: source }]
  const found: Inline[] = []
  let from = 0
  for (const match of source.matchAll(INLINE)) {
    const inline = readInline(match, depth)
    if (match.index > from) found.push({ kind: 'text', text: source.slice(from, match.index) })
    found.push(inline)
    from = match.index + match[0].length
  }
  if (from < source.length) found.push({ kind: 'text', text: source.slice(from) })
  return found
}

function readInline(match: RegExpMatchArray, depth: number): Inline {
  const [whole, code, strong, em, label, address] = match
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', children: parseInline(strong, depth + 1) }
  if (em !== undefined) return { kind: 'em', children: parseInline(em, depth + 1) }
  const href = safeAddress(address ?? '')
  if (label !== undefined && href) return { kind: 'link', href, children: parseInline(label, depth + 1) }
  return { kind: 'text', text: whole }
}

/** The address when it is plain https, otherwise null: no script, no data, no local file. */
export function safeAddress(address: string): string | null {
  return /^https:\/\/[\w.-]+(:\d+)?(\/\S*)?$/i.test(address) ? address : null
}
