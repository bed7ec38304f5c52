import type { SpanLoss, SpanMode, TaskName, TrainConfig } from '../../domain/train-config.ts';
import type { TrainPart } from './train-data.ts';

/** What is minimised: the configuration's choices with everything that is derived from the data filled in. */
export interface Objective {
  readonly mode: SpanMode;
  readonly spanLoss: SpanLoss;
  /** How much a bar in a span counts against one outside. */
  readonly positiveWeight: number;
  readonly countdown: TrainConfig['countdown'];
  readonly confidence: TrainConfig['confidence'];
  readonly tasks: Readonly<Record<TaskName, boolean>>;
}

export function makeObjective(config: TrainConfig, train: TrainPart): Objective {
  const { mode, spanLoss, countdown, confidence, tasks } = config;
  return { mode, spanLoss, positiveWeight: positiveWeightOf(spanLoss, train.mask), countdown, confidence, tasks };
}

function positiveWeightOf(loss: SpanLoss, mask: Float32Array): number {
  if (loss.kind === 'mse') return 1;
  return loss.positiveWeight === 'from-data' ? balance(mask) : loss.positiveWeight;
}

/** Bars outside of spans for each bar inside; 1 where there is nothing to balance. */
function balance(mask: Float32Array): number {
  const inside = mask.reduce((sum, value) => sum + value, 0);
  return inside === 0 || inside === mask.length ? 1 : (mask.length - inside) / inside;
}
