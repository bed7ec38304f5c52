/** How many dispatches this work takes, in a worker whose WebGPU has started. */
export async function countDispatches<Result>(work: () => Promise<Result>): Promise<Result & { readonly dispatches: number }> {
  const encoder = GPUComputePassEncoder.prototype;
  const { dispatchWorkgroups } = encoder;
  let dispatches = 0;
  encoder.dispatchWorkgroups = function (...size) {
    dispatches++;
    return dispatchWorkgroups.apply(this, size);
  };
  const result = await work();
  encoder.dispatchWorkgroups = dispatchWorkgroups;
  return { ...result, dispatches };
}
