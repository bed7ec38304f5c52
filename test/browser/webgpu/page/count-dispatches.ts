/** Dispatches of whatever runs meanwhile, in a worker whose WebGPU has started. */
export async function countDispatches(work: () => Promise<unknown>): Promise<number> {
  const encoder = GPUComputePassEncoder.prototype;
  const { dispatchWorkgroups } = encoder;
  let count = 0;
  encoder.dispatchWorkgroups = function (...size) {
    count++;
    return dispatchWorkgroups.apply(this, size);
  };
  await work();
  encoder.dispatchWorkgroups = dispatchWorkgroups;
  return count;
}
