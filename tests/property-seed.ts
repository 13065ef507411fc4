/**
 * Property tests draw the same cases on every run, so that a red build is red for everybody. To look further, draw others:
 * `FC_SEED=$RANDOM npx vitest run`.
 */
import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20_261_122) })
