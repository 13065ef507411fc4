/**
 * The parts of Phaser that a painted floor needs: game loop, textures, images in layers, cameras, the WebGL renderer. No sound,
 * input, loader, text, tweens, tilemaps or physics: pointers and keys are heard on the DOM, pictures are fetched by the kit.
 *
 * Phaser's CommonJS modules know each other in circles, so the order is that of its own src/phaser-core.js.
 */
import '../../node_modules/phaser/src/const.js'
import '../../node_modules/phaser/src/animations/index.js'
import '../../node_modules/phaser/src/cache/index.js'
import '../../node_modules/phaser/src/cameras/2d/index.js'
import '../../node_modules/phaser/src/core/index.js'
import '../../node_modules/phaser/src/events/index.js'
import Game from '../../node_modules/phaser/src/core/Game.js'
import '../../node_modules/phaser/src/gameobjects/DisplayList.js'
import '../../node_modules/phaser/src/gameobjects/GameObjectCreator.js'
import '../../node_modules/phaser/src/gameobjects/GameObjectFactory.js'
import '../../node_modules/phaser/src/gameobjects/UpdateList.js'
import '../../node_modules/phaser/src/gameobjects/components/index.js'
import '../../node_modules/phaser/src/gameobjects/image/ImageFactory.js'
import '../../node_modules/phaser/src/gameobjects/layer/LayerFactory.js'
import '../../node_modules/phaser/src/plugins/index.js'
import '../../node_modules/phaser/src/renderer/index.js'
import '../../node_modules/phaser/src/scale/index.js'
import Scene from '../../node_modules/phaser/src/scene/Scene.js'
import '../../node_modules/phaser/src/scene/index.js'
import '../../node_modules/phaser/src/textures/index.js'

// The one default export of the house: Phaser itself has no named ones.
export default { Game, Scene, WEBGL: 2, Scale: { NONE: 0 } }
