/** `npx tsx scripts/art/fonts.ts`: our two typefaces, cut down to the letters we write, into assets/fonts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const FOLDER = 'assets/fonts'
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
const READING = `${ASCII}\u00a0–—‘’“”…•·×÷±−≤≥≈≠→←↑↓°µ€£§©éèêëáàâäãåíïîóòôöõøúùûüñçßæœÉÈÁÀÄÅÖØÜÑÇ½¼²³‰`
const DISPLAY = `${ASCII}–—‘’“”…·°%éèöüäñçåøæÖÄÜÅØÉ`

const fonts = [
  {
    from: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    to: 'atkinson-hyperlegible-next.woff2',
    letters: READING,
    options: { variationAxes: { wght: { min: 400, max: 800 } } },
  },
  { from: '@fontsource/nunito/files/nunito-latin-800-normal.woff2', to: 'nunito-800.woff2', letters: DISPLAY, options: {} },
]

mkdirSync(FOLDER, { recursive: true })
for (const { from, to, letters, options } of fonts) {
  const font = await subsetFont(readFileSync(require.resolve(from)), letters, { targetFormat: 'woff2', ...options })
  writeFileSync(join(FOLDER, to), font)
  console.log(`${to}: ${(font.length / 1024).toFixed(1)} kB`)
}
