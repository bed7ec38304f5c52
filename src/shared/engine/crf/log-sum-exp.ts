/** log of the sum of exp(terms[0 ... count)), stable for terms of any size; -Infinity where all terms are. */
export function logSumExp(terms: Float64Array, count: number): number {
  let largest = -Infinity;
  for (let i = 0; i < count; i++) largest = Math.max(largest, terms[i]);
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(terms[i] - largest);
  return largest + Math.log(sum);
}
