/** UTF-8 both ways: the lab has neither TextEncoder nor TextDecoder. */

export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.codePointAt(0) as number
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
  }
  return Uint8Array.from(bytes)
}

/** Bytes that are no UTF-8 are read as the sign for "cannot be read", U+FFFD. */
export function fromUtf8(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] as number
    const more = first < 0x80 ? 0 : first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : -1
    const rest = bytes.subarray(at + 1, at + 1 + Math.max(0, more))
    if (more < 0 || rest.length < more || rest.some((byte) => (byte & 0xc0) !== 0x80)) {
      text += '\uFFFD'
      at++
      continue
    }
    text += String.fromCodePoint(rest.reduce((code, byte) => (code << 6) | (byte & 0x3f), more === 0 ? first : first & (0x3f >> more)))
    at += 1 + more
  }
  return text
}
