import type { BarColumns } from '../domain/bar.ts';

/** Lowest low and highest high of the bars of each of `parts` parts, equal in bars; [parts] each. Fewer bars than parts: some hold none, and repeat their neighbour. */
export function priceParts({ low, high }: Pick<BarColumns, 'low' | 'high'>, parts: number): { readonly low: Float32Array; readonly high: Float32Array } {
  const out = { low: new Float32Array(parts), high: new Float32Array(parts) };
  for (let part = 0; part < parts; part++) {
    const from = Math.min(low.length - 1, Math.floor((part * low.length) / parts));
    const to = Math.max(from + 1, Math.floor(((part + 1) * low.length) / parts));
    out.low[part] = low.subarray(from, to).reduce((least, each) => Math.min(least, each), Infinity);
    out.high[part] = high.subarray(from, to).reduce((most, each) => Math.max(most, each), -Infinity);
  }
  return out;
}
