import { ExpanseError } from '../../contract/errors.ts';

/** A run never ends in NaN silently. `epoch`: the one under way, 1 for the first; `what` is no number, in words. */
export function diverged(epoch: number, what: string): ExpanseError {
  return new ExpanseError(
    'trainer',
    `The training diverged in epoch ${epoch}: ${what}.`,
    'Lower the learning rate, or limit the gradient (gradientClip), and train again; what was learned before is kept.',
  );
}
