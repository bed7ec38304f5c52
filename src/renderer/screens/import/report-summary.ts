import type { ImportReport } from '../../../shared/contract/imports.ts';
import { formatQuantity } from '../../ui/format/number.ts';

/** The report in a few sentences: what came in, what did not and why that needs no worry or a look. */
export function reportSummary({ counts }: ImportReport): string {
  return [
    counts.added === 0 ? 'Nothing new: the series held every bar of this file already.' : `${formatQuantity(counts.added, 'bar')} came in.`,
    counts.rejected > 0 ? `${formatQuantity(counts.rejected, 'row')} ${was(counts.rejected)} rejected and never repaired${reasons(counts)}.` : 'No row was rejected.',
    counts.duplicatesConflicting > 0
      ? `Of ${formatQuantity(counts.duplicatesConflicting, 'conflicting duplicate')} the first row was kept; both are listed.`
      : '',
    counts.gaps > 0
      ? `${formatQuantity(counts.missingBars, 'bar')} ${was(counts.missingBars)} missing in ${formatQuantity(counts.gaps, 'gap')}; gaps are shown, never filled.`
      : 'No bar is missing within its sessions.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const was = (count: number) => (count === 1 ? 'was' : 'were');

function reasons(counts: ImportReport['counts']): string {
  const known = [
    counts.highBelowLow > 0 && `${counts.highBelowLow} high below low`,
    counts.nonFinite > 0 && `${counts.nonFinite} no number`,
    counts.nonPositive > 0 && `${counts.nonPositive} not above zero`,
  ].filter(Boolean);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}
