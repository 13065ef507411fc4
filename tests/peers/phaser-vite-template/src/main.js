import Phaser from 'phaser'
import { Boot } from './scenes/boot.js'
import { Game } from './scenes/game.js'
import { MainMenu } from './scenes/main-menu.js'
import { Preloader } from './scenes/preloader.js'

new Phaser.Game({
  type: Phaser.AUTO,
  width: 1024,
  height: 768,
  parent: 'game-container',
  backgroundColor: '#028af8',
  scale: { mode: Phaser.Scale.FIT, autoCenter: Phaser.Scale.CENTER_BOTH },
  scene: [Boot, Preloader, MainMenu, Game],
})
