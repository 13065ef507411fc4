/**
 * Builds Phaser from hand-picked parts: 353 kB gzip become less than 200. The library has no entry smaller than itself, so the
 * name "phaser" is pointed at our own, and parts that no scene uses but the renderer names are replaced by nothing.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ENTRY = fileURLToPath(new URL('../scenes/kit/phaser-entry.js', import.meta.url))

/** Filters, compressed textures, lights, tilemaps and meshes: constructed by name, on demand, and never demanded here. */
const UNUSED = [
  /phaser\/src\/renderer\/webgl\/renderNodes\/filters\/Filter\w+\.js$/,
  /phaser\/src\/renderer\/webgl\/renderNodes\/(BatchHandlerPointLight|BatchHandlerStrip|BatchHandlerTileSprite)\.js$/,
  /phaser\/src\/renderer\/webgl\/renderNodes\/submitter\/Submitter(MeshToQuad|Tile|TilemapGPULayer|TileSprite)\.js$/,
  /phaser\/src\/renderer\/webgl\/renderNodes\/t(exturer|ransformer)\/T(exturer|ransformer)(Tile|TileSprite)\.js$/,
  /phaser\/src\/textures\/parsers\/(KTXParser|PVRParser|AtlasXML|UnityYAML|SpriteSheetFromAtlas|JSONArray)\.js$/,
  /phaser\/src\/filters\/(?!index)\w+\.js$/,
]

/**
 * Phaser's shader works out eight ways of tinting for every pixel and keeps one. No picture here is tinted, only faded: the one
 * line that is left makes a frame in software rendering several times cheaper (`npm run bench:frame`). Textures are premultiplied.
 */
const TINT = /phaser\/src\/renderer\/webgl\/shaders\/ApplyTint-glsl\.js$/
const FADE_ONLY = "module.exports = 'vec4 applyTint(vec4 texture) { return texture * outTint.a; }'"

/**
 * Phaser opens a WebGL context only to see whether there is one, and opens its own afterwards. Each is a whole graphics device, and
 * where there is none its own says so just as clearly (`scenes/kit/surface.ts`).
 */
const FEATURES = /phaser\/src\/device\/Features\.js$/
const ASKS_FIRST = "var ctx = canvas.getContext('webgl') || canvas.getContext('experimental-webgl');"

/** What a 2D canvas can blend is tried out with pictures and pixels read back; nothing here is blended by one. */
const CANVAS_FEATURES = /phaser\/src\/device\/CanvasFeatures\.js$/
const UNTRIED = 'module.exports = { supportInverseAlpha: true, supportNewBlendModes: true }'

export function phaser(): Plugin {
  return {
    name: 'phaser-parts',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: /^phaser$/, replacement: ENTRY }] },
      // Phaser asks at run time which parts it was built with.
      define: {
        'typeof CANVAS_RENDERER': 'false',
        'typeof WEBGL_RENDERER': 'true',
        'typeof WEBGL_DEBUG': 'false',
        'typeof PLUGIN_CAMERA3D': 'false',
        'typeof PLUGIN_FBINSTANT': 'false',
        'typeof FEATURE_SOUND': 'false',
      },
      // The dev server would bundle the whole library ahead of time.
      optimizeDeps: { exclude: ['phaser'] },
    }),
    load(id) {
      const path = id.split('?')[0]!.replaceAll('\\', '/')
      if (TINT.test(path)) return FADE_ONLY
      if (CANVAS_FEATURES.test(path)) return UNTRIED
      if (FEATURES.test(path)) return askOnce(readFileSync(path, 'utf8'))
      return UNUSED.some((part) => part.test(path)) ? 'module.exports = function Unused() {}' : null
    },
  }
}

function askOnce(source: string): string {
  if (!source.includes(ASKS_FIRST)) throw new Error("Phaser's test for WebGL has changed: see scripts/vite-phaser.ts")
  return source.replace(ASKS_FIRST, 'var ctx = true;')
}
