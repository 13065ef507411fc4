/** One letter too many, too few, another one, or two changed places: what a hurried hand does. */
export function sameButForASlip(wanted: string, written: string): boolean {
  if (wanted === written) return true
  const longer = Math.max(wanted.length, written.length)
  if (longer - Math.min(wanted.length, written.length) > 1) return false
  let start = 0
  while (start < longer && wanted[start] === written[start]) start++
  let [a, b] = [wanted.length, written.length]
  while (a > start && b > start && wanted[a - 1] === written[b - 1]) {
    a--
    b--
  }
  const [left, right] = [wanted.slice(start, a), written.slice(start, b)]
  if (left.length + right.length <= 1 || (left.length === 1 && right.length === 1)) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
