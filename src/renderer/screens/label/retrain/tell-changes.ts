import type { PredictionChanges } from '../../../../shared/contract/predictions.ts';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';

/** In words; null: there was no run before, or it could not be asked. */
export function tellChanges(changes: PredictionChanges | null): string {
  if (changes === null) return 'Its predictions lie over the bars.';
  const { windows, same, moved, gained, lost } = changes;
  const place = `in ${formatQuantity(windows, 'window')} of this series`;
  if (windows === 0) return 'This series has no windows to hold the two against each other.';
  if (moved + gained + lost === 0) return `It finds the same ${formatQuantity(same, 'span')} ${place}.`;
  return `${formatQuantity(gained, 'span')} gained, ${formatCount(lost)} lost, ${formatCount(moved)} moved, ${formatCount(same)} the same ${place}.`;
}
