/**
 * What curriculum 6.1 promises of readmission cohorts beside what is: twenty wards of 1,500 and twenty cohorts of 20,000, for
 * which chance leaves the sheet's bands room (the arithmetic is in `readmission-bands.fixture.ts`).
 *
 *   npm run calibrate:bands
 */
import { bandAt, fitModels, LARGE, SHEET, spreadOf, WARD, wardFigures, WARDS, wardSeed } from '../src/lab/data/readmission-bands.fixture.ts'

const models = fitModels()
const shown = (value: number) => value.toFixed(3)

for (const n of [WARD, LARGE]) {
  const wards = Array.from({ length: WARDS }, (_, i) => wardFigures(wardSeed(i), n, models))
  console.log(`\n${WARDS} wards of ${n}: 5%, half and 95%${n < LARGE ? '; the band is the sheet\'s and chance beside it' : ''}`)
  console.log(`${'figure'.padEnd(13)}${'5%'.padEnd(7)}${'half'.padEnd(7)}${'95%'.padEnd(9)}${'sheet'.padEnd(15)}${'band'.padEnd(15)}`)
  for (const band of SHEET) {
    const [low, half, high] = spreadOf(wards, band.figure)
    const [least, most] = bandAt(band, n)
    const holds = low >= least && high <= most
    if (!holds) process.exitCode = 1
    console.log(`${band.figure.padEnd(13)}${[low, half, high].map((value) => shown(value).padEnd(7)).join('')}  ${`${shown(band.low)}-${shown(band.high)}`.padEnd(15)}${`${shown(least)}-${shown(most)}`.padEnd(15)}${holds ? '' : 'OUTSIDE  '}${band.words}`)
  }
}
