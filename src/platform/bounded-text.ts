/** Text of a response, read piece by piece; null once it is longer than `most` bytes, and then the rest is never fetched. */
export async function boundedText(response: Response, most: number, signal: AbortSignal): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      signal.throwIfAborted()
      bytes += value.byteLength
      if (bytes > most) return null
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
