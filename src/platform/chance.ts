/** Names nobody else has: `crypto.randomUUID` is missing on plain HTTP, `getRandomValues` is there everywhere. */

/** `length` letters and digits, about 5 bits each. */
export function randomName(length: number): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz234567890'
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}
