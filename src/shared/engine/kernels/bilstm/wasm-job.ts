import { roundUp } from '../wasm/job-record.ts';

/** Fields of a Job in linear memory, in the order of assembly/job.ts, which explains them; each is 32 bits wide. */
export const JOB_FIELDS = [
  'batch',
  'steps',
  'inputs',
  'units',
  'reversed',
  'x',
  'output',
  'dOutput',
  'dx',
  'lastCells',
  'dLastCells',
  'weightIh',
  'weightHh',
  'biasIh',
  'biasHh',
  'dWeightIh',
  'dWeightHh',
  'dBias',
  'packed',
  'transposed',
  'dPacked',
  'rows',
  'gates',
  'cells',
  'squashed',
  'dz',
  'dRows',
  'dCells',
  'rowBytes',
  'dzRowBytes',
  'dRowBytes',
  'gateStepBytes',
  'cellStepBytes',
  'rowStepMask',
  'wide',
] as const;

export type Job = Record<(typeof JOB_FIELDS)[number], number>;

/** The same job without dLoss/dx, whose columns then cost nothing. */
export function withoutInputGradient(job: Job): Job {
  return { ...job, dx: 0, dRowBytes: roundUp(job.units, 8) * 4 };
}
