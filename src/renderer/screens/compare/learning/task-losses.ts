import type { TaskName, TrainConfig } from '../../../../shared/domain/train-config.ts';

/** What a task learns, in words. Two losses are of one kind, and belong on one axis, only where the words are the same. */
export function lossInWords(config: TrainConfig, task: TaskName): string {
  return [LOSSES[task](config), ...confidenceWords(config)].join(', ');
}

const LOSSES: Readonly<Record<TaskName, (config: TrainConfig) => string>> = {
  span: spanLossWords,
  pointers: () => 'Huber loss of centre and length',
  type: () => 'cross-entropy of the type',
  countdown: ({ countdown }) => `Huber loss of the ${countdown === 'raw' ? 'bars' : 'bars scaled to 1'}`,
};

function spanLossWords({ mode, spanLoss, maskTarget }: TrainConfig): string {
  if (mode === 'crf') return 'likelihood of the sequence (CRF)';
  if (mode === 'segments') return 'likelihood of whole spans';
  const mask = maskTarget === 'soft' ? ', faded edges' : '';
  if (spanLoss.kind === 'mse') return `squared error per bar${mask}`;
  const weight = spanLoss.positiveWeight === 'from-data' ? 'weight from the data' : `weight ${spanLoss.positiveWeight}`;
  return `cross-entropy per bar, ${weight}${mask}`;
}

/** The published way is not worth a word. */
function confidenceWords({ confidence }: TrainConfig): readonly string[] {
  if (confidence === 'ignored') return [];
  return [confidence === 'weight' ? 'weighted by confidence' : 'confidence as height'];
}
