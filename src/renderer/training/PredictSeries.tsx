import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newJobId, type JobId, type RunId, type SeriesId } from '../../shared/domain/ids.ts';
import { useCore } from '../rpc/core-context.tsx';
import { useJobProgress, useJobs } from '../state/jobs.ts';
import { Button } from '../ui/Button.tsx';
import { formatTimeLeft } from '../ui/format/duration.ts';
import { formatQuantity } from '../ui/format/number.ts';
import { Progress } from '../ui/Progress.tsx';
import { showNote } from '../ui/toast-manager.ts';
import style from './PredictSeries.module.css';

interface PredictSeriesProps {
  readonly runId: RunId;
  readonly seriesId: SeriesId;
  /** The series was not predicted yet: say so. */
  readonly isNeeded?: boolean;
}

/** Predicts a whole series with a run, with progress and a way to stop. */
export function PredictSeries({ runId, seriesId, isNeeded = false }: PredictSeriesProps) {
  const core = useCore();
  const [jobId, setJobId] = useState<JobId | null>(null);
  const progress = useJobProgress(jobId);
  const predicting = useMutation({
    mutationFn: (job: JobId) => core.call('predictSeries', { runId, seriesId, jobId: job }),
    onSuccess: ({ bars, spans }) => showNote('Series predicted', `${formatQuantity(bars, 'bar')}, ${formatQuantity(spans, 'predicted span')}.`),
    onSettled: () => {
      if (jobId !== null) useJobs.getState().forget(jobId);
      setJobId(null);
    },
  });
  const start = () => {
    const job = newJobId();
    setJobId(job);
    predicting.mutate(job);
  };
  if (jobId !== null) {
    return (
      <div className={style.running}>
        <div className={style.progress}>
          <Progress
            text={progress?.message ?? 'Predicting…'}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            detail={progress === null ? '' : formatTimeLeft(progress.secondsLeft)}
          />
        </div>
        <Button onClick={() => void core.call('cancelJob', { jobId })}>Stop</Button>
      </div>
    );
  }
  return (
    <>
      {isNeeded && <span className={style.hint}>This run has not predicted the whole series.</span>}
      <Button onClick={start} data-testid="predict-series">
        Predict whole series
      </Button>
    </>
  );
}
