/** Boxes held against boxes. All in shares of the picture. */
export interface PictureBox {
  x: number
  y: number
  w: number
  h: number
}

/** Intersection over union: 1 for the same box, 0 for two apart. */
export function iou(a: PictureBox, b: PictureBox): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  if (w <= 0 || h <= 0) return 0
  return (w * h) / (a.w * a.h + b.w * b.h - w * h)
}

export interface BoxMatch {
  /** For each box that should be there: the one that answers to it, and how well. */
  wanted: readonly { by: number | null; iou: number }[]
  /** Boxes that answer to nothing, by index. */
  extra: readonly number[]
}

/** One to one, the best pair first; a pair counts from `least` on (PASCAL VOC 2010: 0.5). */
export function matchBoxes(wanted: readonly PictureBox[], found: readonly PictureBox[], least = 0.5): BoxMatch {
  const pairs = wanted.flatMap((one, k) => found.map((box, i) => ({ k, i, iou: iou(one, box) }))).filter((pair) => pair.iou >= least && pair.iou > 0).sort((a, b) => b.iou - a.iou)
  const by = new Map<number, { i: number; iou: number }>()
  const used = new Set<number>()
  for (const { k, i, iou: share } of pairs) {
    if (by.has(k) || used.has(i)) continue
    by.set(k, { i, iou: share })
    used.add(i)
  }
  return { wanted: wanted.map((_, k) => ({ by: by.get(k)?.i ?? null, iou: by.get(k)?.iou ?? 0 })), extra: found.flatMap((_, i) => (used.has(i) ? [] : [i])) }
}
