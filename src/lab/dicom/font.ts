/** Letters of five by seven dots, as old machines burn them in. Our own drawing. */
export const GLYPH_WIDTH = 5
export const GLYPH_HEIGHT = 7

/** Seven rows of five bits each, one base-32 digit a row. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: 'ehhvhhh', B: 'uhhuhhu', C: 'ehggghe', D: 'uhhhhhu', E: 'vgguggv', F: 'vgguggg', G: 'ehgnhhe', H: 'hhhvhhh', I: 'e44444e', J: '72222ic', K: 'hikokih', L: 'ggggggv', M: 'hrllhhh',
  N: 'hpllljh', O: 'ehhhhhe', P: 'uhhuggg', Q: 'ehhhlid', R: 'uhhukih', S: 'fgge11u', T: 'v444444', U: 'hhhhhhe', V: 'hhhhha4', W: 'hhhllla', X: 'hha4ahh', Y: 'hha4444', Z: 'v1248gv',
  0: 'ehjlphe', 1: '4c4444e', 2: 'eh1248v', 3: 'v24218u', 4: '26aiv22', 5: 'vgu11he', 6: '68guhhe', 7: 'v124888', 8: 'ehhehhe', 9: 'ehhf12c',
  '-': '000v000', '.': '00000cc', ',': '0000cc8', ':': '0cc0cc0', '/': '01248g0', "'": 'cc80000', ' ': '0000000',
}

/** Seven rows of "#" and " "; blank for a sign that the machine does not have. */
export function glyphRows(sign: string): string[] {
  const glyph = GLYPHS[sign] ?? GLYPHS[' '] as string
  return [...glyph].map((row) => Number.parseInt(row, 32).toString(2).padStart(GLYPH_WIDTH, '0').replaceAll('1', '#').replaceAll('0', ' '))
}

/** As old machines write: capitals, without accents. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().replaceAll('Þ', 'TH').replaceAll('Đ', 'D').replaceAll('’', "'")
}
