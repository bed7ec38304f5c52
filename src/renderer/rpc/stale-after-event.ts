import { assertNever } from '../../shared/domain/assert-never.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { queryKeys } from './query-keys.ts';

type Key = readonly unknown[];

/**
 * The queries whose answers an event made old. `'all'`: another project is open.
 * Spans and window details are not among them: a label change carries their new state (apply-label-change.ts).
 */
export function staleAfterEvent(event: CoreEvent): 'all' | readonly Key[] {
  switch (event.kind) {
    case 'project-changed':
      return 'all';
    case 'series-changed':
      return [queryKeys.series, queryKeys.imports, queryKeys.project, queryKeys.recentProjects, ['bars']];
    case 'windows-changed':
      return [queryKeys.windows, queryKeys.spans, queryKeys.readiness, queryKeys.project, queryKeys.history, queryKeys.review];
    case 'labels-changed':
      return [queryKeys.windowLists, queryKeys.readiness, queryKeys.retraining, queryKeys.project, queryKeys.undoState, queryKeys.history, queryKeys.spanCounts, queryKeys.review];
    case 'run-changed':
      return [queryKeys.project, queryKeys.retraining, queryKeys.run(event.run.id), ...(event.run.experiment === null ? [] : [queryKeys.experiment(event.run.experiment.id)])];
    case 'experiment-changed':
      return [queryKeys.experiment(event.experiment.id)];
    case 'predictions-changed':
      return [queryKeys.predictionsOf(event.runId), queryKeys.review];
    case 'backends-changed':
      return [queryKeys.backends];
    // It comes beside a change of labels.
    case 'verdicts-changed':
    case 'job-progress':
    case 'run-epoch':
    case 'experiment-progress':
      return [];
    default:
      return assertNever(event);
  }
}
