import Phaser from 'phaser'

/** Fetches what the loading screen itself needs. */
export class Boot extends Phaser.Scene {
  constructor() {
    super('Boot')
  }

  preload() {
    this.load.image('background', 'assets/bg.png')
  }

  create() {
    this.scene.start('Preloader')
  }
}
