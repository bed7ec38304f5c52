import { ExpanseError } from '../../contract/errors.ts';
import type { BarColumns } from '../../domain/bar.ts';

const PRICES = ['open', 'high', 'low', 'close'] as const;

/**
 * Throws ExpanseError 'invalid-input' where a price is no finite number: some features would pass it on, and others would
 * turn it into a plausible 0. An import rejects such bars; this is for a project that was changed by something else.
 */
export function requirePrices(bars: BarColumns): void {
  for (const name of PRICES) {
    const wrong = bars[name].findIndex((price) => !Number.isFinite(price));
    if (wrong < 0) continue;
    const when = new Date(bars.time[wrong]).toISOString();
    throw new ExpanseError('invalid-input', `The bar of ${when} has the ${name} ${bars[name][wrong]}.`, 'Import the bars of this day again, or skip the windows that hold it.');
  }
}
