import Phaser from 'phaser'

/** Where a game would begin. */
export class Game extends Phaser.Scene {
  constructor() {
    super('Game')
  }

  create() {
    this.cameras.main.setBackgroundColor(0x00ff00)
    this.add.image(512, 384, 'background').setAlpha(0.5)
    this.add.text(512, 384, 'Make something fun!', { fontFamily: 'Arial Black', fontSize: 38, color: '#ffffff', stroke: '#000000', strokeThickness: 8, align: 'center' }).setOrigin(0.5)
    this.game.events.once('postrender', () => performance.mark('first-walkable'))
  }
}
