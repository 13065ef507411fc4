/** Street words and the usual way to write them short. */
export const SHORT_STREETS: Readonly<Record<string, string>> = {
  Row: 'Rw', Walk: 'Wk', Yard: 'Yd', Hill: 'Hl', Lane: 'Ln', Side: 'Sd', Close: 'Cl', Steps: 'Stps', Road: 'Rd', Street: 'St', Way: 'Wy', Terrace: 'Terr', View: 'Vw', Court: 'Ct',
  Avenue: 'Ave', Race: 'Rc', Path: 'Pth', Quay: 'Qy', Alley: 'Al', Parade: 'Pde', Green: 'Grn', Bank: 'Bk', Rise: 'Rs',
}

const LONG = new Map(Object.entries(SHORT_STREETS).map(([long, short]) => [short.toLowerCase(), long]))

/** "12 Mill Rd" -> "12 Mill Road": the last word alone, whatever its capitals. */
export function streetInFull(text: string): string {
  const last = /\p{L}+$/u.exec(text)?.[0] ?? ''
  const long = LONG.get(last.toLowerCase())
  return long === undefined ? text : text.slice(0, -last.length) + long
}
