/** `npx tsx scripts/art/icons.ts`: the plus in its rounded square, as the browser's icons. Never red, never on bare white. */
import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

const BLUE = '#1f6fb5'
const TEAL = '#1c8f86'

/** 64 units wide; `inset` leaves room for masks that cut a circle. */
function icon(radius: number, inset: number): string {
  const [low, high] = [14 + inset, 50 - inset]
  const [a, b] = [26 + inset * 0.35, 38 - inset * 0.35]
  const plus = `M${a} ${low}H${b}V${a}H${high}V${b}H${b}V${high}H${a}V${b}H${low}V${a}H${a}Z`
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
    `<linearGradient id="g" x2="1" y2="1"><stop stop-color="#2f86cf"/><stop offset=".6" stop-color="${BLUE}"/><stop offset="1" stop-color="${TEAL}"/></linearGradient>` +
    `<rect width="64" height="64" rx="${radius}" fill="url(#g)"/><path d="${plus}" fill="#fff" stroke="#fff" stroke-width="3" stroke-linejoin="round"/></svg>\n`
  )
}

const png = async (file: string, svg: string, size: number): Promise<void> => {
  await sharp(Buffer.from(svg), { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(file)
  console.log(file)
}

mkdirSync('public', { recursive: true })
writeFileSync('public/favicon.svg', icon(17, 0))
await png('public/icon-192.png', icon(17, 0), 192)
await png('public/icon-512.png', icon(17, 0), 512)
await png('public/icon-maskable-512.png', icon(0, 5), 512)
