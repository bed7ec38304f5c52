import { ExpanseError } from '../../contract/errors.ts';

/** A run never ends in NaN silently. `epoch`: the one under way, 1 for the first. */
export function diverged(epoch: number, loss: number): ExpanseError {
  return new ExpanseError(
    'trainer',
    `The training diverged in epoch ${epoch}: the loss was ${loss}.`,
    'Lower the learning rate, or limit the gradient (gradientClip), and train again; what was learned before is kept.',
  );
}
