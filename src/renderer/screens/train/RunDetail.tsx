import { useMutation } from '@tanstack/react-query';
import { CandlestickChart, Square } from 'lucide-react';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { runWarnings } from '../../../shared/engine/training/warnings/run-warnings.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { useRun, useSeriesList } from '../../rpc/queries.ts';
import { useLiveTraining } from '../../state/live-training.ts';
import { goTo, useWorkspace } from '../../state/workspace.ts';
import { PredictSeries } from '../../training/PredictSeries.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatSeconds, formatTimeLeft } from '../../ui/format/duration.ts';
import { formatCount, formatQuantity } from '../../ui/format/number.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { AnnotationFields } from './annotations/AnnotationFields.tsx';
import { BackendNotes } from './BackendNotes.tsx';
import { ConfigTable } from './ConfigTable.tsx';
import { EditableName } from './EditableName.tsx';
import { EvaluationView } from './EvaluationView.tsx';
import { LearningCurves } from './LearningCurves.tsx';
import { resumableEpoch } from './resumable-epoch.ts';
import { ResumeButton } from './ResumeButton.tsx';
import style from './RunDetail.module.css';
import { RunWarnings } from './RunWarnings.tsx';
import { RunStateBadge } from './RunStateBadge.tsx';
import { TaskTable } from './TaskTable.tsx';

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One training: how it goes or went, how well it does, and what it was told to do. */
export function RunDetail({ summary }: { readonly summary: RunSummary }) {
  const { data } = useRun(summary.id);
  const epochs = data?.epochs ?? [];
  const isRunning = summary.state === 'running';
  return (
    <article className={style.detail} data-testid="run-detail" data-state={summary.state} data-epochs={epochs.length}>
      <Head run={summary} resumableFrom={resumableEpoch(data)} />
      <div className={style.scroll}>
        <div className={style.content}>
          {isRunning && <RunProgress run={summary} epochsDone={epochs.length} />}
          {summary.error !== null && <Notice tone="bad">{summary.error}</Notice>}
          {!isRunning && summary.epochsDone > 0 && <EvaluationView run={summary} />}
          <RunWarnings warnings={runWarnings(summary, epochs)} />
          <LearningCurves epochs={epochs} mode={summary.config.mode} bestEpoch={summary.bestEpoch} />
          <BackendNotes notes={data?.backendNotes ?? []} />
          <div className={style.tables}>
            {epochs.length > 0 && <TaskTable record={epochs[epochs.length - 1]} />}
            <ConfigTable run={summary} />
          </div>
        </div>
      </div>
    </article>
  );
}

function Head({ run, resumableFrom }: { readonly run: RunSummary; readonly resumableFrom: number | null }) {
  const core = useCore();
  const { data: series = [] } = useSeriesList();
  const canPredict = run.state !== 'running' && run.epochsDone > 0;
  const showOnChart = () => {
    useWorkspace.getState().set({ overlayRunId: run.id });
    goTo('label');
  };
  const facts = [
    formatBarTime(run.createdAt, localZone, 60_000),
    run.backend === '' ? '' : `on ${run.backend}`,
    `${formatCount(run.windows.train)} + ${formatCount(run.windows.val)} + ${formatCount(run.windows.test)} windows (train, validation, test)`,
    formatQuantity(run.windows.spans, 'span'),
    run.secondsPerEpoch === null ? '' : `${formatSeconds(run.secondsPerEpoch)} per epoch`,
  ];
  return (
    <header className={style.head}>
      <EditableName key={run.id} name={run.name} label="Name of the run" rename={(name) => core.call('renameRun', { runId: run.id, name })} />
      <RunStateBadge state={run.state} />
      <span className={style.spacer} />
      {resumableFrom !== null && <ResumeButton run={run} from={resumableFrom} />}
      {canPredict && series.length === 1 && <PredictSeries runId={run.id} seriesId={series[0].id} />}
      {canPredict && (
        <Button look="primary" onClick={showOnChart} data-testid="show-on-chart">
          <CandlestickChart size={15} aria-hidden /> Show on chart
        </Button>
      )}
      <AnnotationFields annotations={run} annotate={(changes) => core.call('annotateRun', { runId: run.id, ...changes })} />
      <p className={style.facts}>{facts.filter(Boolean).join(' · ')}</p>
    </header>
  );
}

function RunProgress({ run, epochsDone }: { readonly run: RunSummary; readonly epochsDone: number }) {
  const core = useCore();
  const live = useLiveTraining((state) => state.live);
  const cancelling = useMutation({ mutationFn: () => core.call('cancelTraining', { runId: run.id }) });
  const cancel = () => cancelling.mutate();
  useActions({ 'train.cancel': cancel });
  const secondsLeft = live?.runId === run.id ? live.secondsLeft : null;
  return (
    <div className={style.progress}>
      <Progress
        text={epochsDone === 0 ? 'Preparing windows and features…' : `Epoch ${formatCount(epochsDone)} of ${formatCount(run.config.epochs)}`}
        done={epochsDone}
        total={epochsDone === 0 ? null : run.config.epochs}
        detail={epochsDone === 0 ? '' : formatTimeLeft(secondsLeft)}
        data-testid="train-progress"
      />
      <ActionButton action="train.cancel" disabled={cancelling.isPending}>
        <Square size={13} aria-hidden /> Stop, keep what was learned
      </ActionButton>
    </div>
  );
}
