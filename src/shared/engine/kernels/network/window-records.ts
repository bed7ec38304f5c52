/** Fields in linear memory, in the order of assembly/window-job.ts, which explains them. */
export const WINDOW_HEAD_FIELDS = ['outputs', 'weight', 'bias', 'dWeight', 'dBias', 'out', 'dOut', 'mask', 'key', 'dropped', 'squashed'] as const;
export const WINDOW_JOB_FIELDS = [
  'batch',
  'width',
  'hiddenUnits',
  'mean',
  'dMean',
  'weight',
  'bias',
  'dWeight',
  'dBias',
  'hidden',
  'dHidden',
  'pair',
  'headCount',
  'heads',
] as const;

export type WindowHead = Readonly<Record<(typeof WINDOW_HEAD_FIELDS)[number], number>>;
export type WindowJob = Readonly<Record<(typeof WINDOW_JOB_FIELDS)[number], number>>;
