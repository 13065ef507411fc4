/**
 * When a value is written: an anchor of the stay, and a time after it: "admission", "discharge", "discharge+21d". For what is
 * no stay there is the last anchor, the "decision" itself.
 * Anchors follow one another, whatever the times: every stay is longer than the hours counted from its admission.
 */

const ANCHORS = ['birth', 'referral', 'arrival', 'admission', 'stay', 'discharge', 'decision']
const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 }
const MOMENT = /^([a-z]+)(?:\+(\d{1,4})([hdw]))?$/

/** [place of the anchor, hours after it], or null for text that names no moment. */
function readMoment(text: string): [number, number] | null {
  const [, anchor = '', amount = '0', unit = 'h'] = MOMENT.exec(text) ?? []
  const place = ANCHORS.indexOf(anchor)
  return place < 0 ? null : [place, Number(amount) * (HOURS[unit] ?? 1)]
}

export function isMoment(text: string): boolean {
  return readMoment(text) !== null
}

/** Whether what is written at one moment can be read at another. A moment nobody knows counts as too late. */
export function isKnownAt(writtenAt: string, readAt: string): boolean {
  const [written, read] = [readMoment(writtenAt), readMoment(readAt)]
  if (!written || !read) return false
  return written[0] < read[0] || (written[0] === read[0] && written[1] <= read[1])
}
