import { useCore } from '../../rpc/core-context.tsx';
import { useJobProgress } from '../../state/jobs.ts';
import { Button } from '../../ui/Button.tsx';
import { formatTimeLeft } from '../../ui/format/duration.ts';
import { Progress } from '../../ui/Progress.tsx';
import type { ImportStage } from './import-flow.ts';
import style from './ImportScreen.module.css';

export function ImportProgress({ stage }: { readonly stage: Extract<ImportStage, { kind: 'importing' }> }) {
  const core = useCore();
  const progress = useJobProgress(stage.jobId);
  return (
    <div className={style.page}>
      <div className={style.busy} data-testid="importing">
        <Progress
          text={progress?.message ?? `Importing ${stage.name}`}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          detail={progress === null ? '' : formatTimeLeft(progress.secondsLeft)}
        />
        <Button onClick={() => void core.call('cancelJob', { jobId: stage.jobId })}>Cancel, leave the project as it was</Button>
      </div>
    </div>
  );
}
