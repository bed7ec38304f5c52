import type { TaskName, TrainConfig } from '../../../domain/train-config.ts';

/** What a task's loss is, in words: losses of other words may not share an axis. */
export function lossKind(task: TaskName, { mode, spanLoss, maskTarget, countdown, confidence }: TrainConfig): string {
  const weighting = confidence === 'weight' ? ', windows weighted by confidence' : '';
  switch (task) {
    case 'pointers':
      return `Huber loss of centre and length${weighting}`;
    case 'type':
      return `cross-entropy of the type${weighting}`;
    case 'countdown':
      return `Huber loss of the ${countdown} countdown${weighting}`;
    case 'span':
      return `${spanKind(mode, spanLoss, maskTarget)}${weighting}`;
  }
}

function spanKind(mode: TrainConfig['mode'], spanLoss: TrainConfig['spanLoss'], maskTarget: TrainConfig['maskTarget']): string {
  if (mode === 'crf') return 'negative log-likelihood of a window\u2019s tags (CRF)';
  if (mode === 'segments') return 'negative log-likelihood of a window\u2019s spans (segments)';
  if (spanLoss.kind === 'mse') return `squared error of bars, ${maskTarget} mask`;
  const weight = spanLoss.positiveWeight === 1 ? '' : `, positive weight ${spanLoss.positiveWeight}`;
  return `binary cross-entropy of bars on ${spanLoss.on}, ${maskTarget} mask${weight}`;
}
