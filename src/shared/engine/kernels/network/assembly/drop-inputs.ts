import { fillMask } from './mask';

/** What dropInputs reads. Field order as in ../input-record.ts. */
@unmanaged
export class InputJob {
  /** [count], a multiple of 8 with what lies behind; elements are multiplied in place */
  values: usize;
  count: i32;
  /** Room for as many factors */
  mask: usize;
  key: i32;
  dropped: i32;
}

/** Dropout of the network's inputs, which have no gradient. */
export function dropInputs(job: InputJob): void {
  fillMask(job.mask, job.key, job.dropped, 0, (job.count + 7) & -8);
  for (let k = 0; k < job.count * 4; k += 16) v128.store(job.values + k, f32x4.mul(v128.load(job.values + k), v128.load(job.mask + k)));
}
