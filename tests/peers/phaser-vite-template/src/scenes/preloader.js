import Phaser from 'phaser'

/** Shows a bar while the rest is fetched. */
export class Preloader extends Phaser.Scene {
  constructor() {
    super('Preloader')
  }

  init() {
    this.add.image(512, 384, 'background')
    this.add.rectangle(512, 384, 468, 32).setStrokeStyle(1, 0xffffff)
    const bar = this.add.rectangle(512 - 230, 384, 4, 28, 0xffffff)
    this.load.on('progress', (done) => { bar.width = 4 + 460 * done })
  }

  preload() {
    this.load.setPath('assets')
    this.load.image('logo', 'logo.png')
  }

  create() {
    this.scene.start('MainMenu')
  }
}
