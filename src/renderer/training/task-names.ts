import type { TaskName } from '../../shared/domain/train-config.ts';

export const TASK_TITLES: Readonly<Record<TaskName, string>> = {
  span: 'Span, per bar',
  pointers: 'Centre and length',
  type: 'Type before it',
  countdown: 'Bars until it starts',
};
