import { useMutation } from '@tanstack/react-query';
import { ArrowLeftRight, RefreshCw, Square } from 'lucide-react';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import { useCore } from '../../../rpc/core-context.tsx';
import { useRetraining, useRuns } from '../../../rpc/queries.ts';
import { useLiveTraining } from '../../../state/live-training.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { formatTimeLeft } from '../../../ui/format/duration.ts';
import { formatCount, formatQuantity, formatShare } from '../../../ui/format/number.ts';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './Retrain.module.css';
import { useRetrain } from './use-retrain.ts';

/** Training once more without leaving the chart: by how much the labels differ since, how far it is, and the way back. */
export function Retrain({ scene, overlay }: { readonly scene: Scene; readonly overlay: Overlay }) {
  const { data: runs = [] } = useRuns();
  const { isStarting } = useRetrain(scene, overlay.first.run);
  const running = runs.find(({ state }) => state === 'running');
  if (running !== undefined) return <Running run={running} />;
  return (
    <>
      <Before runs={runs} />
      <Again run={overlay.first.run} isStarting={isStarting} />
    </>
  );
}

function Again({ run, isStarting }: { readonly run: RunSummary | null; readonly isStarting: boolean }) {
  const { data } = useRetraining(run?.id ?? null);
  const edits = data?.edits ?? 0;
  return (
    <ActionButton action="train.again" look="quiet" className={style.again} disabled={isStarting} aria-label={edits === 0 ? 'Train again' : `Train again: ${formatQuantity(edits, 'change')} of labels since`}>
      <RefreshCw size={14} aria-hidden />
      <span className={style.text}>Train again</span>
      {edits > 0 && (
        <span title={`${formatQuantity(edits, 'change')} of labels since ${run?.name ?? 'the last training'}`} data-testid="edits-since">
          <Badge tone="accent">{formatCount(edits)}</Badge>
        </span>
      )}
    </ActionButton>
  );
}

function Before({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { retrained, overlayRunId } = useWorkspace();
  if (retrained === null || !retrained.isShown) return null;
  const other = overlayRunId === retrained.runId ? retrained.before : retrained.runId;
  const name = runs.find(({ id }) => id === other)?.name ?? 'no predictions';
  return (
    <ActionButton action="train.before" look="quiet" className={style.again} aria-label={`Show ${name}`}>
      <ArrowLeftRight size={14} aria-hidden />
      <span className={style.name}>{name}</span>
    </ActionButton>
  );
}

function Running({ run }: { readonly run: RunSummary }) {
  const core = useCore();
  const live = useLiveTraining((state) => (state.live?.runId === run.id ? state.live : null));
  const cancelling = useMutation({ mutationFn: () => core.call('cancelTraining', { runId: run.id }) });
  useActions({ 'train.cancel': () => cancelling.mutate() });
  const words = live === null ? 'Preparing…' : `${formatShare(live.epochsDone / live.epochs)}, ${formatTimeLeft(live.secondsLeft)}`;
  return (
    <output className={style.running} data-testid="retraining">
      <RefreshCw size={14} className={style.turning} aria-hidden />
      <span className={style.words}>
        <span className={style.text}>Training: </span>
        {words}
      </span>
      <ActionButton action="train.cancel" look="quiet" size="icon" disabled={cancelling.isPending}>
        <Square size={12} aria-hidden />
      </ActionButton>
    </output>
  );
}
