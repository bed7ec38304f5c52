import { CandlestickChart } from 'lucide-react';
import type { EpochRecord, RunSummary } from '../../../shared/domain/run.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { useRun, useSeriesList } from '../../rpc/queries.ts';
import { goTo, useWorkspace } from '../../state/workspace.ts';
import { PredictSeries } from '../../training/PredictSeries.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatSeconds } from '../../ui/format/duration.ts';
import { formatCount, formatQuantity } from '../../ui/format/number.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useThrottled } from '../../ui/use-throttled.ts';
import { AnnotationFields } from './annotations/AnnotationFields.tsx';
import { EditableName } from './EditableName.tsx';
import { EvaluationView } from './EvaluationView.tsx';
import { resumableEpoch } from './resumable-epoch.ts';
import { ResumeButton } from './ResumeButton.tsx';
import { RunCourse } from './RunCourse.tsx';
import style from './RunDetail.module.css';
import { RunProgress } from './RunProgress.tsx';
import { RunStateBadge } from './RunStateBadge.tsx';

const NONE: readonly EpochRecord[] = [];
const NO_NOTES: readonly string[] = [];
/** Epochs may come faster than curves can be read. */
const RENEWED_EVERY_MS = 400;

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One training: how it goes or went, how well it does, and what it was told to do. */
export function RunDetail({ summary }: { readonly summary: RunSummary }) {
  const { data } = useRun(summary.id);
  const epochs = data?.epochs ?? NONE;
  const isRunning = summary.state === 'running';
  const shownEpochs = useThrottled(epochs, isRunning ? RENEWED_EVERY_MS : null);
  const resumableFrom = resumableEpoch(data);
  return (
    <article className={style.detail} data-testid="run-detail" data-state={summary.state} data-epochs={epochs.length}>
      <Head run={summary} resumableFrom={resumableFrom} />
      <div className={style.scroll}>
        <div className={style.content}>
          {isRunning && <RunProgress run={summary} epochs={epochs} />}
          {summary.error !== null && <Notice tone="bad">{summary.error}</Notice>}
          {resumableFrom !== null && resumableFrom < epochs.length && (
            <Notice tone="note">What the run needs to go on was kept last after epoch {formatCount(resumableFrom)}: resumed, it trains the later epochs again.</Notice>
          )}
          {!isRunning && summary.epochsDone > 0 && data !== undefined && <EvaluationView run={data.run} />}
          <RunCourse run={summary} epochs={shownEpochs} evaluation={data?.run.evaluation ?? null} backendNotes={data?.backendNotes ?? NO_NOTES} />
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
    useWorkspace.getState().set({ overlayRunId: run.id, secondRunId: null, overlayThreshold: null });
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
      <div className={style.actions}>
        {resumableFrom !== null && <ResumeButton run={run} from={resumableFrom} />}
        {canPredict && series.length === 1 && <PredictSeries runId={run.id} seriesId={series[0].id} />}
        {canPredict && (
          <Button look="primary" onClick={showOnChart} data-testid="show-on-chart">
            <CandlestickChart size={15} aria-hidden /> Show on chart
          </Button>
        )}
      </div>
      <AnnotationFields annotations={run} annotate={(changes) => core.call('annotateRun', { runId: run.id, ...changes })} />
      <p className={style.facts}>{facts.filter(Boolean).join(' · ')}</p>
    </header>
  );
}
