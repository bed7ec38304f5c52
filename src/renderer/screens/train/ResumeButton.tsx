import { useMutation } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ParamsOf } from '../../../shared/contract/contract.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { oneAtATime } from '../../rpc/one-at-a-time.ts';
import { useBackends, useRuns } from '../../rpc/queries.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { resumeOptions } from './backend-words.ts';
import style from './RunDetail.module.css';

type ResumeWishes = ParamsOf<'resumeTraining'>;

interface ResumeButtonProps {
  readonly run: RunSummary;
  /** The epoch that was kept last. */
  readonly from: number;
}

/** Goes on from the last checkpoint, with the labels that the run was given, where it computed before or on another back end. */
export function ResumeButton({ run, from }: ResumeButtonProps) {
  const core = useCore();
  const { data: runs = [] } = useRuns();
  const { data: report } = useBackends(run.config);
  const [backend, setBackend] = useState<TrainConfig['backend'] | null>(null);
  const [resumeOne] = useState(() => oneAtATime((wishes: ResumeWishes) => core.call('resumeTraining', wishes)));
  const resuming = useMutation({ mutationFn: resumeOne });
  const canResume = !resuming.isPending && !runs.some((other) => other.state === 'running');
  useActions({ 'train.resume': () => (canResume ? resuming.mutate({ runId: run.id, ...(backend === null ? {} : { backend }) }) : false) });
  return (
    <div className={style.resume}>
      <ActionButton action="train.resume" disabled={!canResume}>
        <RotateCw size={14} aria-hidden /> Resume after epoch {from}
      </ActionButton>
      {run.backend !== '' && (
        <Select label="Back end to go on with" value={backend} options={resumeOptions(report, run.backend)} onChange={setBackend} data-testid="resume-backend" />
      )}
    </div>
  );
}
