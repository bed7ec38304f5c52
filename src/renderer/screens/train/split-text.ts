import type { HeldOutSeries, SplitConfig } from '../../../shared/domain/train-config.ts';
import { formatShare } from '../../ui/format/number.ts';

/** A split in a few words. */
export function splitText(split: SplitConfig): string {
  switch (split.kind) {
    case 'dataset':
      return 'as in the dataset';
    case 'temporal':
      return `by time, ${sharesText(split)}`;
    case 'random':
      return `random (leaky), ${sharesText(split)}`;
    case 'series':
      return `by series, validation ${heldOutText(split.validation)}, test ${heldOutText(split.test)}`;
    case 'folds': {
      const within = split.within === undefined ? '' : `, within the training part of the split ${splitText(split.within)}`;
      return `fold ${split.fold} of ${split.count} in time${within}`;
    }
  }
}

const sharesText = ({ validation, test }: { readonly validation: number; readonly test: number }): string => `${formatShare(validation)} validation, ${formatShare(test)} test`;

const heldOutText = (held: HeldOutSeries): string => (typeof held === 'number' ? formatShare(held) : held.join(' and '));
