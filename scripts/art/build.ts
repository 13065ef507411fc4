/** `npm run art`: bakes what the map asks for into assets/atlas and assets/floor. Same input, same bytes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Department } from '../../src/art/plan.ts'
import { spritesOf } from '../../src/art/sprites.ts'
import { packAtlas } from './atlas.ts'
import { bakeFloor } from './floor-chunks.ts'
import { hospitalPlan } from './map.ts'
import { prepareFont } from './raster.ts'

const QUALITY = 66
/** Narrower than `plan.near`, so that all of the first sight stays under 135 kB: see tests/budgets/art.test.ts. */
const FIRST_SIGHT: Department[] = ['reception', 'medical-wards']
const ATLAS = 'assets/atlas'
const FLOOR = 'assets/floor'

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`

function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

await prepareFont()
const plan = await hospitalPlan()
const sprites = spritesOf(plan, FIRST_SIGHT)

emptyFolder(ATLAS)
for (const part of ['near', 'far'] as const) {
  const wanted = sprites.filter((sprite) => sprite.part === part)
  const atlas = await packAtlas(`${part}-0`, wanted, QUALITY)
  writeFileSync(join(ATLAS, `${part}-0.webp`), atlas.webp)
  writeFileSync(join(ATLAS, `${part}-0.json`), atlas.json)
  console.log(
    `atlas ${part}: ${wanted.length} frames, ${atlas.w} x ${atlas.h}, ${kilobytes(atlas.webp.length)}, json ${kilobytes(gzipSync(atlas.json).length)} gzip`,
  )
}

emptyFolder(FLOOR)
const { chunks, pictures } = await bakeFloor(plan)
for (const [file, picture] of pictures) writeFileSync(join(FLOOR, file), picture)
writeFileSync(join(FLOOR, 'floor.json'), JSON.stringify({ chunks }))
for (const chunk of chunks)
  console.log(`floor ${chunk.file}, ${chunk.w} x ${chunk.h}: ${kilobytes(pictures.get(chunk.file)!.length)}`)
