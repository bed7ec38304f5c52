/** Consecutive parts of the order, the last one smaller where it does not divide. */
export function* inBatches(order: Int32Array, size: number): Generator<Int32Array> {
  for (let begin = 0; begin < order.length; begin += size) yield order.subarray(begin, begin + size);
}
