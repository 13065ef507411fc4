/**
 * Common random numbers: chance by purpose and by person, not by the order in which things happen. Two plans tried on the same
 * seed meet the same people, who are as late and stay as long; what differs between them is the plan.
 * (Law, Simulation Modeling and Analysis, on variance reduction.)
 */
import { Rng } from '../../core/rng.ts'

export class Streams {
  private readonly seed: string

  constructor(seed: string) {
    this.seed = seed
  }

  /** A fresh stream for one purpose ("visit", "arrival") of one person or thing: always the same from its beginning. */
  of(purpose: string, who: string | number): Rng {
    return new Rng(`${this.seed}/${purpose}/${who}`)
  }
}
