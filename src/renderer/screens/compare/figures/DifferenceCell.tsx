import type { PairedDifference } from '../../../../shared/domain/evaluation.ts';
import { formatDifference } from '../../../../shared/engine/comparison/words/numbers.ts';
import { verdictWord } from '../../../../shared/engine/comparison/words/verdict-words.ts';
import { formatInterval } from '../../../ui/format/number.ts';
import table from '../../../ui/FigureTable.module.css';

interface DifferenceCellProps {
  /** null: one of the two has no such figure. */
  readonly difference: PairedDifference | null;
  readonly higherIsBetter: boolean | null;
}

/** A paired difference in words first. Colours only repeat the words. */
export function DifferenceCell({ difference, higherIsBetter }: DifferenceCellProps) {
  if (difference === null) return <td>–</td>;
  const { verdict, interval } = difference;
  return (
    <td>
      <span className={table.verdict} data-verdict={higherIsBetter === null ? undefined : verdict}>
        {verdictWord({ higherIsBetter }, verdict)}
      </span>{' '}
      {formatDifference(difference.difference)}
      <span className={table.interval}>{formatInterval(interval)}</span>
    </td>
  );
}
