/** Fields of a Block and of a Job in linear memory, in the order of assembly/job.ts, which explains them. */
export const BLOCK_FIELDS = ['taps', 'firstTap', 'dilation', 'states', 'windowBytes', 'panels', 'backPanels', 'dPanels', 'bias', 'dBias'] as const;
export const DILATED_JOB_FIELDS = [
  'firstWindow',
  'lastWindow',
  'steps',
  'inputs',
  'channels',
  'kernel',
  'stateRowBytes',
  'x',
  'output',
  'dOutput',
  'inputPanels',
  'dInputPanels',
  'inputBias',
  'dInputBias',
  'slopes',
  'padding',
  'dStates',
  'blockCount',
  'blocks',
] as const;

export type BlockRecord = Readonly<Record<(typeof BLOCK_FIELDS)[number], number>>;
export type DilatedJob = Readonly<Record<(typeof DILATED_JOB_FIELDS)[number], number>>;
