import { TASK_NAMES, type TrainConfig } from '../../../shared/domain/train-config.ts';
import { formatCount } from '../../ui/format/number.ts';
import { splitText } from './split-text.ts';

export interface ConfigRow {
  readonly name: string;
  readonly value: string;
}

/** A configuration in words, in the order of importance. */
export function configRows(config: TrainConfig): readonly ConfigRow[] {
  const row = (name: string, value: string | number) => ({ name, value: String(value) });
  return [
    row('Preset', config.preset),
    row('Mode', config.mode),
    row('Epochs', formatCount(config.epochs)),
    row('Seed', config.seed),
    row('Split', splitText(config.split)),
    row('Batch', config.batchSize),
    row('Optimiser', `${config.optimizer}, ${config.learningRate}`),
    row('Weight decay', config.weightDecay),
    row('Schedule', config.schedule.kind),
    row('Gradient clip', config.gradientClip ?? 'none'),
    row('Early stopping', config.earlyStopping === null ? 'never' : `after ${config.earlyStopping} epochs`),
    row('Weight average', config.weightAverage ?? 'none'),
    row('Weights kept', config.keep === 'last' ? 'of the last epoch' : 'of the best epoch on validation'),
    row('Features', `${config.features}, ${SCOPES[config.featureScope]}`),
    row('Span loss', spanLossText(config)),
    row('Mask', config.maskTarget),
    row('Countdown', config.countdown),
    row('Confidence', config.confidence),
    row('Tasks', TASK_NAMES.filter((task) => config.tasks[task]).join(', ')),
    row('Dropout', `${config.inputDropout} input, ${config.headDropout} heads`),
    row('Encoder', encoderText(config)),
    row('Ensemble', config.ensemble === undefined || config.ensemble === 1 ? 'one model' : `${config.ensemble} models, averaged`),
    row('Predictions', config.mirroredPredictions === true ? 'mean of a window and its mirror image' : 'of the window as it is'),
    row('Calibration', config.calibration == null ? 'none' : `${config.calibration.kind}, on ${config.calibration.folds} folds`),
    row('Augmentation', augmentationText(config)),
    row('Pretraining', pretrainingText(config)),
    row('Soft start', config.softStart == null ? 'none' : `a soft model for ${formatCount(config.softStart.epochs)} epochs`),
    row('Back end', `${config.backend}, ${threadsText(config)}${config.wideVectors === true ? ', wide vectors' : ''}`),
  ];
}

const SCOPES: Readonly<Record<TrainConfig['featureScope'], string>> = {
  window: 'afresh in every window',
  series: 'with the bars before the window',
  unbroken: 'with the bars before the window, afresh after every gap',
};

function encoderText({ encoder, hiddenSize, attention }: TrainConfig): string {
  const states = encoder?.kind === 'dilated' ? `${encoder.blocks} dilated convolutions of ${encoder.kernel} bars, ${encoder.channels} channels` : `BiLSTM, ${hiddenSize} units per direction`;
  return attention == null ? states : `${states}; self-attention with ${attention.heads === 1 ? '1 head' : `${attention.heads} heads`}`;
}

function augmentationText({ augmentation }: TrainConfig): string {
  const { mirror, reverse, scale = 1 } = augmentation ?? {};
  const kinds = [mirror === true && 'mirrored', reverse === true && 'reversed', scale !== 1 && `scaled by ${scale}`].filter((kind) => kind !== false);
  return kinds.length === 0 ? 'none' : `windows also ${kinds.join(', ')}`;
}

function pretrainingText({ pretraining }: TrainConfig): string {
  if (pretraining == null) return 'none';
  return `${pretraining.kind === 'masked' ? 'hidden bars' : 'next window'}, ${formatCount(pretraining.epochs)} epochs, up to ${formatCount(pretraining.windows)} windows`;
}

function threadsText({ threads }: TrainConfig): string {
  if (threads === 'auto') return 'threads as the machine has them';
  return threads === 1 ? '1 thread' : `${threads} threads`;
}

function spanLossText({ mode, spanLoss }: TrainConfig): string {
  if (mode === 'crf') return 'CRF negative log-likelihood';
  if (mode === 'segments') return 'negative log-likelihood of whole spans';
  if (spanLoss.kind === 'mse') return 'mean squared error';
  const weight = spanLoss.positiveWeight === 'from-data' ? 'weight from the data' : `weight ${spanLoss.positiveWeight}`;
  return `cross-entropy on ${spanLoss.on === 'logits' ? 'logits' : 'probabilities'}, ${weight}`;
}
