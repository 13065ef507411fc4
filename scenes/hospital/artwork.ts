/** The pictures of the ground floor, as the build names them. */
import type { FloorChunk } from '../../src/core/floor-chunk.ts'
import type { SheetJson } from '../kit/textures.ts'
import farFrames from '../../assets/atlas/far-0.json'
import farSheet from '../../assets/atlas/far-0.webp?url'
import nearFrames from '../../assets/atlas/near-0.json'
import nearSheet from '../../assets/atlas/near-0.webp?url'
import floor from '../../assets/floor/floor.json'

const chunkUrls = import.meta.glob<string>('../../assets/floor/*.webp', { query: '?url', import: 'default', eager: true })

export type Part = 'near' | 'far'

export const SHEETS: Record<Part, { key: string; url: string; json: SheetJson }> = {
  near: { key: 'near', url: nearSheet, json: nearFrames },
  far: { key: 'far', url: farSheet, json: farFrames },
}

export interface Chunk extends FloorChunk {
  url: string
}

/** In the order in which they are painted: the island's shadow lies below its floor. */
export const CHUNKS: readonly Chunk[] = (floor.chunks as FloorChunk[]).map((chunk) => ({
  ...chunk,
  url: chunkUrls[`../../assets/floor/${chunk.file}`]!,
}))
