import Phaser from 'phaser'

/** The first thing that can be clicked. */
export class MainMenu extends Phaser.Scene {
  constructor() {
    super('MainMenu')
  }

  create() {
    this.add.image(512, 384, 'background')
    this.add.image(512, 300, 'logo')
    this.add.text(512, 460, 'Main Menu', { fontFamily: 'Arial Black', fontSize: 38, color: '#ffffff', stroke: '#000000', strokeThickness: 8, align: 'center' }).setOrigin(0.5)
    this.input.once('pointerdown', () => this.scene.start('Game'))
    this.game.events.once('postrender', () => performance.mark('first-frame'))
  }
}
