/**
 * `npm run title-picture`: the picture of the title, painted once into an AVIF that the page carries inside itself. As an SVG it
 * had the same bytes but some six hundred shapes, and machines without a graphics card took seconds to paint them.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

const WIDTH = 1200
export const DRAWN = 'assets/title.svg'
export const PAINTED = 'assets/title.avif'
/** Which drawing the painting was made of: a test tells when they have parted. */
export const MADE_OF = 'assets/title.avif.json'

export const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

if (process.argv[1]?.endsWith('title-picture.ts')) {
  const painted = await sharp(readFileSync(DRAWN), { density: 204 })
    .resize({ width: WIDTH })
    .avif({ quality: 35, effort: 6, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = painted.info
  writeFileSync(PAINTED, painted.data)
  writeFileSync(MADE_OF, `${JSON.stringify({ madeOf: hashOf(DRAWN), width, height }, null, 2)}\n`)
  console.log(`${PAINTED}: ${width} x ${height}, ${painted.data.length} bytes`)
}
