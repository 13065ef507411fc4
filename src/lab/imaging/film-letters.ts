/** Lead letters on a film: five by seven, as many as radiographers need. */

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  A: ['.###.', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  B: ['####.', '#...#', '#...#', '####.', '#...#', '#...#', '####.'],
  E: ['#####', '#....', '#....', '####.', '#....', '#....', '#####'],
  L: ['#....', '#....', '#....', '#....', '#....', '#....', '#####'],
  O: ['.###.', '#...#', '#...#', '#...#', '#...#', '#...#', '.###.'],
  P: ['####.', '#...#', '#...#', '####.', '#....', '#....', '#....'],
  R: ['####.', '#...#', '#...#', '####.', '#.#..', '#..#.', '#...#'],
  T: ['#####', '..#..', '..#..', '..#..', '..#..', '..#..', '..#..'],
}

/** `size`: pixels of one dot of a letter. Letters without a shape leave a gap. */
export function writeLetters(words: string, put: (x: number, y: number) => void, { x, y, size }: { x: number; y: number; size: number }): void {
  [...words].forEach((letter, i) => {
    LETTERS[letter]?.forEach((row, down) => {
      [...row].forEach((dot, across) => {
        if (dot !== '#') return
        for (let dy = 0; dy < size; dy++) for (let dx = 0; dx < size; dx++) put(x + (i * 6 + across) * size + dx, y + down * size + dy)
      })
    })
  })
}
