/** Fields of a BarHead and of a BarJob in linear memory, in the order of assembly/bar-job.ts, which explains them. */
export const BAR_HEAD_FIELDS = ['outputs', 'weight', 'bias', 'dWeight', 'dBias', 'out', 'dOut', 'key', 'dropped', 'share'] as const;
export const BAR_JOB_FIELDS = ['firstWindow', 'lastWindow', 'steps', 'width', 'states', 'dStates', 'mean', 'dMean', 'mask', 'pair', 'headCount', 'heads'] as const;

export type BarHead = Readonly<Record<(typeof BAR_HEAD_FIELDS)[number], number>>;
export type BarJob = Readonly<Record<(typeof BAR_JOB_FIELDS)[number], number>>;
