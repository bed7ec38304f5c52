import { useMutation } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { oneAtATime } from '../../rpc/one-at-a-time.ts';
import { useRuns } from '../../rpc/queries.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';

interface ResumeButtonProps {
  readonly run: RunSummary;
  /** The epoch that was kept last. */
  readonly from: number;
}

/** Goes on from the last checkpoint, with the labels that the run was given. */
export function ResumeButton({ run, from }: ResumeButtonProps) {
  const core = useCore();
  const { data: runs = [] } = useRuns();
  const [resumeOne] = useState(() => oneAtATime((runId: RunId) => core.call('resumeTraining', { runId })));
  const resuming = useMutation({ mutationFn: resumeOne });
  const canResume = !resuming.isPending && !runs.some((other) => other.state === 'running');
  useActions({ 'train.resume': () => (canResume ? resuming.mutate(run.id) : false) });
  return (
    <ActionButton action="train.resume" disabled={!canResume}>
      <RotateCw size={14} aria-hidden /> Resume after epoch {from}
    </ActionButton>
  );
}
