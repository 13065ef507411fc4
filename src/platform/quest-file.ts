/** A quest file on a server: fetched once, and followed while somebody writes it. */

/** Fetch a quest that somebody points at with `?quest=<url>`: a trainer trying a file of their own. */
export async function fetchQuest(url: string): Promise<{ file: string; text: string }> {
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) throw new Error(`The quest at ${url} could not be fetched: ${answer ? `the server answered ${answer.status}` : 'no server answered'}.`)
  return { file: new URL(url, location.href).pathname, text: await answer.text() }
}

/** Call `changed` whenever the server that hands out the trainer's file says that it was saved. */
export function watchQuest(url: string, changed: () => void): () => void {
  const events = new EventSource(new URL('events', new URL(url, location.href)))
  events.addEventListener('changed', changed)
  return () => events.close()
}
