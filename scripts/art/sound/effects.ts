/** The short sounds. Marimba and soft sines in a major pentatonic; nothing harsh, nothing that startles a ward. */
import type { SoundName } from '../../../src/core/sounds.ts'
import { level, lowPass, marimba, mixInto, noise, reverb, silence, tone, wobble, type Wave } from './synth.ts'

const [G3, A3s, C4, E4, G4, C5, E5, G5, A5, C6, E6] = [196, 233, 261.63, 329.63, 392, 523.25, 659.25, 783.99, 880, 1046.5, 1318.5]

function build(seconds: number, decibels: number, make: (wave: Wave) => Wave | void): Wave {
  const wave = silence(seconds)
  return level(make(wave) ?? wave, decibels)
}

const twoNotes =
  (first: number, second: number): ((wave: Wave) => void) =>
  (wave) => {
    tone(wave, 0, first, 0.1, { decay: 0.05, gain: 0.4, partials: [1, 0.2] })
    tone(wave, 0.07, second, 0.2, { decay: 0.08, gain: 0.4, partials: [1, 0.2] })
  }

const footstep = (n: number): Wave =>
  build(0.16, -13 - (n % 2), (wave) => {
    mixInto(wave, noise(0.1, 700 + n * 90, 60), 0, 2.2, (t) => Math.exp(-t / 0.018))
    mixInto(wave, noise(0.05, 3500, 900), 0.012, 0.22, (t) => Math.exp(-t / 0.01))
    tone(wave, 0, 95 + n * 7, 0.09, { decay: 0.025, gain: 0.5, slide: -6 })
  })

export const EFFECTS: Record<SoundName, Wave> = {
  click: build(0.09, -9, (wave) => {
    tone(wave, 0, 1250, 0.05, { decay: 0.014, gain: 0.5, partials: [1, 0.2] })
    mixInto(wave, noise(0.012, 6000, 1500), 0, 0.25, (t) => Math.exp(-t / 0.003))
  }),
  open: build(0.3, -9, twoNotes(520, 780)),
  success: build(1.9, -4, (wave) => {
    for (const [at, note] of [
      [0, C5],
      [0.11, E5],
      [0.22, G5],
      [0.33, C6],
      [0.33, E6],
    ] as const)
      marimba(wave, at, note)
    tone(wave, 0.33, C5, 1.4, { attack: 0.05, decay: 0.6, gain: 0.09, partials: [1, 0.3, 0.1] })
    return reverb(wave, 0.5)
  }),
  correct: build(0.9, -6, (wave) => {
    marimba(wave, 0, E5)
    marimba(wave, 0.12, A5)
    return reverb(wave, 0.35)
  }),
  wrong: build(0.8, -8, (wave) => {
    tone(wave, 0, A3s, 0.3, { attack: 0.01, decay: 0.16, gain: 0.35, partials: [1, 0.35, 0.12] })
    tone(wave, 0.16, G3, 0.5, { attack: 0.01, decay: 0.22, gain: 0.35, partials: [1, 0.35, 0.12] })
    return lowPass(wave, 1800)
  }),
  finished: build(2.8, -3, (wave) => {
    ;[G4, C5, E5, G5, C6].forEach((note, i) => marimba(wave, i * 0.16, note, 0.26))
    for (const note of [C4, E4, G4, C5])
      tone(wave, 0.64, note, 2, { attack: 0.06, decay: 0.9, gain: 0.08, partials: [1, 0.4, 0.15] })
    for (let i = 0; i < 10; i++) tone(wave, 0.8 + i * 0.07, 2093 * (1 + 0.12 * wobble()), 0.3, { decay: 0.07, gain: 0.03 })
    return reverb(wave, 0.6)
  }),
  step1: footstep(0),
  step2: footstep(1),
  step3: footstep(2),
  step4: footstep(3),
  beep: build(0.16, -12, (wave) => tone(wave, 0, 960, 0.12, { decay: 0.5, gain: 0.4, partials: [1, 0.12, 0.06] })),
  alarm: build(1.1, -9, (wave) => {
    for (let i = 0; i < 3; i++)
      tone(wave, i * 0.3, i < 2 ? 740 : 988, 0.2, { attack: 0.006, decay: 0.4, gain: 0.35, partials: [1, 0.25, 0.2, 0.05] })
  }),
  door: build(0.7, -13, (wave) => {
    mixInto(wave, noise(0.7, 2600, 500), 0, 0.5, (t) => Math.sin(Math.min(1, t / 0.6) * Math.PI) ** 1.5)
    tone(wave, 0.55, 180, 0.12, { decay: 0.04, gain: 0.25 })
  }),
  bell: build(1.4, -9, (wave) => {
    tone(wave, 0, E5, 1.2, { decay: 0.5, partials: [1, 0.15, 0.3] })
    tone(wave, 0.32, C5, 1.1, { decay: 0.5, partials: [1, 0.15, 0.3] })
    return reverb(wave, 0.4)
  }),
  page: build(0.35, -14, (wave) => mixInto(wave, noise(0.3, 5200, 1200), 0, 0.5, (t) => Math.exp(-((t - 0.11) ** 2) / 0.004))),
}
