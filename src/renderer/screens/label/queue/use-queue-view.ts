import { useMemo } from 'react';
import type { QueueView } from '../../../../shared/contract/windows.ts';
import type { RunId } from '../../../../shared/domain/ids.ts';
import { useRuns } from '../../../rpc/queries.ts';
import { toQueueView } from '../../../state/queue-choice.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { canPredict } from '../scene/use-overlay.ts';

/** The windows that the queue shows, in their order: what `next` and `complete` follow as well. */
export function useQueueView(): QueueView {
  const { queue, seriesId } = useWorkspace();
  const run = useOrderingRun();
  return useMemo(() => toQueueView(queue, seriesId, run), [queue, seriesId, run]);
}

/** The run over the bars, by which windows can be ordered; null: there is none. */
export function useOrderingRun(): RunId | null {
  const wanted = useWorkspace((workspace) => workspace.overlayRunId);
  const { data: runs = [] } = useRuns();
  return runs.some((run) => run.id === wanted && canPredict(run)) ? wanted : null;
}
