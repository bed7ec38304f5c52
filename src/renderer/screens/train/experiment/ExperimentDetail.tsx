import { useMutation } from '@tanstack/react-query';
import { RotateCw, Square } from 'lucide-react';
import type { ExperimentDetails } from '../../../../shared/contract/experiments.ts';
import type { ExperimentSummary } from '../../../../shared/domain/experiment.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import { useCore } from '../../../rpc/core-context.tsx';
import { useExperiment, useExperiments, useRuns } from '../../../rpc/queries.ts';
import { useLiveExperiment } from '../../../state/live-experiment.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { formatTimeLeft } from '../../../ui/format/duration.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { formatBarTime } from '../../../ui/format/time.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { AnnotationFields } from '../annotations/AnnotationFields.tsx';
import { EditableName } from '../EditableName.tsx';
import { RunStateBadge } from '../RunStateBadge.tsx';
import detail from '../RunDetail.module.css';
import { FigureTable } from './FigureTable.tsx';
import { GroupTable } from './GroupTable.tsx';
import { kindText } from './kind-text.ts';
import { MemberTable } from './MemberTable.tsx';

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Trainings that belong together: how far they have come, and how their figures spread. */
export function ExperimentDetail({ summary }: { readonly summary: ExperimentSummary }) {
  const { data } = useExperiment(summary.id);
  return (
    <article className={detail.detail} data-testid="experiment-detail" data-state={summary.state}>
      <Head experiment={summary} />
      <div className={detail.scroll}>
        <div className={detail.content}>
          {summary.state === 'running' && <ExperimentProgress experiment={summary} />}
          {summary.error !== null && <Notice tone={summary.state === 'failed' ? 'bad' : 'warning'}>{summary.error}</Notice>}
          {data !== undefined && <Figures details={data} />}
          {data !== undefined && (
            <section aria-label="Runs">
              <h3 className={detail.title}>Runs</h3>
              <MemberTable members={data.members} />
            </section>
          )}
        </div>
      </div>
    </article>
  );
}

function Head({ experiment }: { readonly experiment: ExperimentSummary }) {
  const core = useCore();
  const { id, name, state, createdAt } = experiment;
  return (
    <header className={detail.head}>
      <EditableName key={id} name={name} label="Name of the experiment" rename={(next) => core.call('renameExperiment', { experimentId: id, name: next })} />
      <RunStateBadge state={state} />
      <span className={detail.spacer} />
      {state !== 'running' && state !== 'done' && <ResumeExperiment experiment={experiment} />}
      <AnnotationFields key={`notes of ${id}`} annotations={experiment} annotate={(changes) => core.call('annotateExperiment', { experimentId: id, ...changes })} />
      <p className={detail.facts}>{[formatBarTime(createdAt, localZone, 60_000), kindText(experiment), 'all on the labels of that time'].join(' · ')}</p>
    </header>
  );
}

function ResumeExperiment({ experiment }: { readonly experiment: ExperimentSummary }) {
  const core = useCore();
  const { data: runs = [] } = useRuns();
  const { data: experiments = [] } = useExperiments();
  const resuming = useMutation({ mutationFn: () => core.call('resumeExperiment', { experimentId: experiment.id }) });
  const isBusy = resuming.isPending || [...runs, ...experiments].some(({ state }) => state === 'running');
  useActions({ 'train.experiment-resume': () => (isBusy ? false : resuming.mutate()) });
  return (
    <ActionButton action="train.experiment-resume" disabled={isBusy}>
      <RotateCw size={14} aria-hidden /> Go on after {formatCount(experiment.done)} of {formatCount(experiment.members)}
    </ActionButton>
  );
}

function ExperimentProgress({ experiment }: { readonly experiment: ExperimentSummary }) {
  const core = useCore();
  const { id, done, members } = experiment;
  const live = useLiveExperiment((state) => state.live);
  const cancelling = useMutation({ mutationFn: () => core.call('cancelExperiment', { experimentId: id }) });
  useActions({ 'train.experiment-cancel': () => cancelling.mutate() });
  return (
    <div className={detail.progress}>
      <Progress
        text={`${formatCount(done)} of ${formatCount(members)} runs done`}
        done={done}
        total={members}
        detail={formatTimeLeft(live?.experimentId === id ? live.secondsLeft : null)}
        data-testid="experiment-progress"
      />
      <ActionButton action="train.experiment-cancel" disabled={cancelling.isPending}>
        <Square size={13} aria-hidden /> Stop, keep the runs
      </ActionButton>
    </div>
  );
}

function Figures({ details: { experiment, groups } }: { readonly details: ExperimentDetails }) {
  const judged = groups.filter(({ figures }) => figures.length > 0);
  if (judged.length === 0) return <Notice tone="note">Figures come with the first run that has been judged.</Notice>;
  return (
    <section aria-label="Figures">
      <h3 className={detail.title}>Figures</h3>
      <p className={detail.note}>
        Over the runs that came to their end, each on its own validation windows.{' '}
        {experiment.kind === 'sweep' && 'The best of many combinations is flattered by chance: judge it again on windows that chose nothing.'}
      </p>
      {experiment.kind === 'sweep' ? <GroupTable experimentId={experiment.id} groups={groups} /> : <FigureTable figures={judged[0].figures} />}
    </section>
  );
}
