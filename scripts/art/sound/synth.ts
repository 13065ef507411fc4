/** A small synthesiser: no samples, only sines and noise from a seeded dice. Mono, 48 kHz, floats. */
export const RATE = 48_000
const TURN = Math.PI * 2

export type Wave = Float32Array<ArrayBuffer>

export const silence = (seconds: number): Wave => new Float32Array(Math.round(seconds * RATE))

let state = 1_234_567
/** -1 to 1; the same row of numbers in every build. */
function chance(): number {
  state = (state * 1_664_525 + 1_013_904_223) >>> 0
  return state / 2_147_483_648 - 1
}

export const wobble = chance

/** From here on another row of numbers: what is made of it does not change when something before it does. */
export function reseed(seed: number): void {
  state = seed
}

export interface Tone {
  attack?: number
  /** Seconds to fall to a third. */
  decay?: number
  gain?: number
  /** Strength of each partial, the first is the note itself. */
  partials?: readonly number[]
  /** Octaves per second. */
  slide?: number
}

/** Adds a note to a wave. */
export function tone(
  wave: Wave,
  at: number,
  hertz: number,
  seconds: number,
  { attack = 0.004, decay = 0.18, gain = 0.3, partials = [1], slide = 0 }: Tone = {},
): void {
  const start = Math.round(at * RATE)
  const count = Math.min(wave.length - start, Math.round(seconds * RATE))
  let phase = 0
  for (let i = 0; i < count; i++) {
    const t = i / RATE
    phase += (TURN * hertz * 2 ** (slide * t)) / RATE
    const sound = partials.reduce((sum, strength, n) => sum + strength * Math.sin(phase * (n + 1)), 0)
    const envelope = t < attack ? t / attack : Math.exp(-(t - attack) / decay)
    wave[start + i] = wave[start + i]! + sound * gain * envelope * Math.min(1, (count - i) / (RATE * 0.02))
  }
}

/** A wooden bar, struck: a note, its double octave, and the knock of the mallet. */
export function marimba(wave: Wave, at: number, hertz: number, gain = 0.3): void {
  tone(wave, at, hertz, 0.9, { decay: 0.22, gain, partials: [1, 0, 0, 0.22] })
  tone(wave, at, hertz * 10, 0.05, { decay: 0.012, gain: gain * 0.12 })
}

const share = (hertz: number): number => 1 - Math.exp((-TURN * hertz) / RATE)

export function lowPass(wave: Wave, hertz: number): Wave {
  let level = 0
  for (let i = 0; i < wave.length; i++) wave[i] = level += share(hertz) * (wave[i]! - level)
  return wave
}

export function highPass(wave: Wave, hertz: number): Wave {
  let level = 0
  for (let i = 0; i < wave.length; i++) {
    level += share(hertz) * (wave[i]! - level)
    wave[i] = wave[i]! - level
  }
  return wave
}

export function noise(seconds: number, below = 0, above = 0): Wave {
  const wave = silence(seconds)
  for (let i = 0; i < wave.length; i++) wave[i] = chance()
  if (below) lowPass(wave, below)
  if (above) highPass(wave, above)
  return wave
}

export function mixInto(wave: Wave, source: Wave, at: number, gain = 1, envelope: (t: number) => number = () => 1): void {
  const start = Math.round(at * RATE)
  for (let i = 0; i < source.length && start + i < wave.length; i++)
    wave[start + i] = wave[start + i]! + source[i]! * gain * envelope(i / RATE)
}

/** Four damped combs: a tiled corridor (after M. Schroeder, 1962). */
export function reverb(wave: Wave, amount: number): Wave {
  const wet = Float32Array.from(wave)
  for (const [delay, feedback] of [
    [0.0297, 0.77],
    [0.0371, 0.74],
    [0.0411, 0.72],
    [0.0437, 0.7],
  ] as const) {
    const length = Math.round(delay * RATE)
    const line = new Float32Array(wave.length)
    let damped = 0
    for (let i = 0; i < wave.length; i++) {
      const back = i >= length ? line[i - length]! : 0
      damped += 0.35 * (back - damped)
      line[i] = wave[i]! + damped * feedback * 0.95
      wet[i] = wet[i]! + (line[i]! - wave[i]!) * amount * 0.25
    }
  }
  return wet
}

/** Scales so that the loudest moment is at `decibels` under full. */
export function level(wave: Wave, decibels: number): Wave {
  const peak = wave.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1
  const gain = 10 ** (decibels / 20) / peak
  return wave.map((v) => v * gain)
}

/** 16-bit mono WAV file. */
export function wav(wave: Wave): Buffer {
  const file = Buffer.alloc(44 + wave.length * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + wave.length * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(RATE * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(wave.length * 2, 40)
  wave.forEach((v, i) => file.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(v * 32_767))), 44 + i * 2))
  return file
}
