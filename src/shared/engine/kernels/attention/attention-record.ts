/** Fields of a Job in linear memory, in the order of assembly/job.ts, which explains them. */
export const ATTENTION_FIELDS = [
  'firstWindow',
  'lastWindow',
  'steps',
  'channels',
  'heads',
  'query',
  'key',
  'value',
  'output',
  'dOutput',
  'dQuery',
  'dKey',
  'dValue',
  'byBar',
  'byChannel',
  'gathered',
  'weights',
  'slopes',
  'rows',
] as const;

export type AttentionJob = Readonly<Record<(typeof ATTENTION_FIELDS)[number], number>>;
