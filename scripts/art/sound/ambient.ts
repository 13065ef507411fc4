/** Twenty-four seconds of a calm hospital, without a seam: whatever runs over the end goes on at the start. */
import { EFFECTS } from './effects.ts'
import { level, lowPass, noise, RATE, reseed, reverb, silence, tone, type Wave } from './synth.ts'

const SECONDS = 24
const SEED = 1_886_419_193
const TURN = Math.PI * 2
/** Four slow chords, six seconds each. */
const CHORDS = [
  [196, 246.9, 293.7, 370],
  [174.6, 220, 261.6, 329.6],
  [164.8, 196, 246.9, 293.7],
  [146.8, 185, 220, 277.2],
] as const

export function ambientLoop(): Wave {
  reseed(SEED)
  const loop = silence(SECONDS)
  const add = (source: Wave, at: number, gain: number): void => {
    const start = Math.round(at * RATE)
    source.forEach((v, i) => {
      const place = (start + i) % loop.length
      loop[place] = loop[place]! + v * gain
    })
  }
  addAir(loop)
  CHORDS.forEach((notes, i) => add(pad(notes), i * 6, 1))
  for (let t = 0.9; t < SECONDS; t += 1.2) add(farMonitor(), t, 0.6)
  for (const start of [3, 14.5]) {
    for (let k = 0; k < 7; k++)
      add(
        lowPass(Float32Array.from([EFFECTS.step1, EFFECTS.step2, EFFECTS.step3, EFFECTS.step4][k % 4]!), 520),
        start + k * 0.52,
        0.5 * Math.sin(((k + 0.5) / 7) * Math.PI),
      )
  }
  add(chime(), 9.5, 1.1)
  for (let k = 0; k < 40; k++) add(noise(0.02, 1800, 400), 19.2 + k * 0.045, 0.05 * Math.sin((k / 40) * Math.PI))
  return level(loop, -14)
}

/** Air handling: soft noise whose last two seconds fade into its first, and a hum whose waves fit the loop exactly. */
function addAir(loop: Wave): void {
  const air = lowPass(lowPass(noise(SECONDS + 2), 420), 420)
  const fade = 2 * RATE
  const n = loop.length
  for (let i = 0; i < n; i++) {
    const late = i - (n - fade)
    const turn = (late / fade) * (Math.PI / 2)
    const breath = late < 0 ? air[i + fade]! : air[i + fade]! * Math.cos(turn) + air[late]! * Math.sin(turn)
    loop[i] = breath * 0.11 * (1 + 0.15 * Math.sin((i / n) * TURN * 2))
    for (const [hertz, gain] of [
      [50, 0.012],
      [100, 0.01],
      [150, 0.004],
    ] as const)
      loop[i] = loop[i]! + gain * Math.sin((TURN * hertz * i) / RATE)
  }
}

function pad(notes: readonly number[]): Wave {
  const wave = silence(7)
  for (let i = 0; i < wave.length; i++) {
    const t = i / RATE
    const swell = 0.03 * Math.sin(Math.min(1, t / 7) * Math.PI) ** 1.2
    for (const note of notes) wave[i] = wave[i]! + swell * (Math.sin(TURN * (note - 0.6) * t) + Math.sin(TURN * (note + 0.6) * t))
  }
  return lowPass(wave, 900)
}

function farMonitor(): Wave {
  const wave = silence(0.2)
  tone(wave, 0, 880, 0.09, { decay: 0.3, gain: 0.06 })
  return lowPass(wave, 1600)
}

function chime(): Wave {
  const wave = silence(2.4)
  tone(wave, 0, 587.3, 1.4, { decay: 0.5, gain: 0.05, partials: [1, 0.1, 0.2] })
  tone(wave, 0.45, 466.2, 1.6, { decay: 0.6, gain: 0.05, partials: [1, 0.1, 0.2] })
  return lowPass(reverb(wave, 0.8), 1800)
}
