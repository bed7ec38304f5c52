import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunId } from '../../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { timeMs } from '../../../../shared/domain/time.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import type { Connection } from '../../../rpc/connection.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { oneAtATime } from '../../../rpc/one-at-a-time.ts';
import { useRuns } from '../../../rpc/queries.ts';
import { useGuide } from '../../../state/guide.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { showNote } from '../../../ui/toast-manager.ts';
import { useSession } from '../session.ts';
import type { Scene } from '../scene/use-scene.ts';
import { tellChanges } from './tell-changes.ts';

/** Trains once more as the run over the bars did, and shows the new run in its place once it is done. */
export function useRetrain(scene: Scene, shown: RunSummary | null): { readonly isStarting: boolean } {
  const core = useCore();
  const { data: runs } = useRuns();
  const [startOne] = useState(() => oneAtATime((before: RunId | null) => startAgain(core, before)));
  const starting = useMutation({ mutationFn: startOne });
  const isTraining = runs?.some(({ state }) => state === 'running') ?? true;
  useActions({
    'train.again': () => (isTraining || starting.isPending ? false : starting.mutate(shown?.id ?? null)),
    'train.before': swap,
  });
  useArrival(scene, runs);
  return { isStarting: starting.isPending };
}

async function startAgain(core: Connection, before: RunId | null): Promise<void> {
  const { config } = await core.call('readRetraining', { runId: before });
  const { runId } = await core.call('startTraining', { config });
  useWorkspace.getState().set({ retrained: { runId, before, isShown: false } });
  useGuide.getState().did('train');
}

function swap(): void | false {
  const { retrained, overlayRunId, set } = useWorkspace.getState();
  if (retrained === null || !retrained.isShown) return false;
  const { runId, before } = retrained;
  set({ overlayRunId: overlayRunId === runId ? before : runId, secondRunId: null, overlayThreshold: null });
}

/** When the run that was asked for has come to its end. */
function useArrival(scene: Scene, runs: readonly RunSummary[] | undefined): void {
  const core = useCore();
  const retrained = useWorkspace((workspace) => workspace.retrained);
  const run = retrained === null || retrained.isShown ? undefined : runs?.find(({ id }) => id === retrained.runId);
  const state = run?.state ?? 'running';
  useEffect(() => {
    if (state === 'running' || run === undefined) return;
    const isWanted = state === 'done' && arrive(run);
    if (isWanted) void tellArrival(core, scene, run, retrained!.before);
    else useWorkspace.getState().set({ retrained: null });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, at the end of this run
  }, [state, run?.id]);
}

/** false: another run was chosen meanwhile, and stays. */
function arrive({ id }: RunSummary): boolean {
  const { retrained, overlayRunId, set } = useWorkspace.getState();
  if (retrained === null || overlayRunId !== retrained.before) return false;
  set({ overlayRunId: id, secondRunId: null, overlayThreshold: null, retrained: { ...retrained, isShown: true } });
  return true;
}

async function tellArrival(core: Connection, { series, window }: Scene, run: RunSummary, before: RunId | null): Promise<void> {
  const near = window?.startTime ?? useSession.getState().visible?.startTime ?? series.firstTime ?? timeMs(0);
  const changes = before === null ? null : await core.call('readPredictionChanges', { from: before, to: run.id, seriesId: series.id, near }).catch(() => null);
  showNote(`${run.name} is trained and shown`, tellChanges(changes), 'retrained');
}
