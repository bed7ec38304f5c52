import { useMutation } from '@tanstack/react-query';
import { Square } from 'lucide-react';
import type { EpochRecord, RunSummary } from '../../../shared/domain/run.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { useLiveTraining } from '../../state/live-training.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { formatTimeLeft } from '../../ui/format/duration.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Progress } from '../../ui/Progress.tsx';
import { estimateSecondsLeft, machineWords } from './progress-words.ts';
import style from './RunDetail.module.css';

/** How far a training is, how long it will take, and what it takes of the machine. */
export function RunProgress({ run, epochs }: { readonly run: RunSummary; readonly epochs: readonly EpochRecord[] }) {
  const core = useCore();
  const live = useLiveTraining((state) => state.live);
  const cancelling = useMutation({ mutationFn: () => core.call('cancelTraining', { runId: run.id }) });
  useActions({ 'train.cancel': () => cancelling.mutate() });
  const total = run.config.epochs;
  const done = epochs.length;
  // After a reload nothing was told yet, but the epochs that are done tell as well.
  const secondsLeft = live?.runId === run.id ? live.secondsLeft : estimateSecondsLeft(epochs, total);
  return (
    <div className={style.progress}>
      <Progress
        text={done === 0 ? 'Preparing windows and features…' : `Epoch ${formatCount(done)} of ${formatCount(total)}`}
        done={done}
        total={done === 0 ? null : total}
        detail={done === 0 ? '' : formatTimeLeft(secondsLeft)}
        data-testid="train-progress"
      />
      <ActionButton action="train.cancel" disabled={cancelling.isPending}>
        <Square size={13} aria-hidden /> Stop, keep what was learned
      </ActionButton>
      <p className={style.machine} data-testid="train-machine">
        {machineWords(run.backend, epochs.at(-1))}
      </p>
    </div>
  );
}
