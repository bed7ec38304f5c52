import { Scale } from 'lucide-react';
import { toAppError } from '../../../shared/contract/errors.ts';
import type { ContenderSource } from '../../../shared/domain/comparison.ts';
import type { ExperimentSummary } from '../../../shared/domain/experiment.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { useExperiments, useRuns } from '../../rpc/queries.ts';
import { goTo, useWorkspace } from '../../state/workspace.ts';
import { ActionKeys } from '../../ui/ActionKeys.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CompareHead } from './CompareHead.tsx';
import style from './Compare.module.css';
import { ComparisonTabs } from './ComparisonTabs.tsx';
import { Summary } from './Summary.tsx';
import { useComparison } from './use-comparison.ts';

/** What differs between the marked runs and experiments, and what does not. */
export function CompareScreen() {
  const marked = useWorkspace(({ compared }) => compared.length);
  return marked < 2 ? <NothingMarked marked={marked} /> : <MarkedOnes />;
}

function NothingMarked({ marked }: { readonly marked: number }) {
  const actions = (
    <Button look="primary" onClick={() => goTo('train')} data-testid="mark-runs">
      Go to the runs
    </Button>
  );
  return (
    <EmptyState icon={Scale} title={marked === 0 ? 'Nothing marked to compare' : 'Mark one more to compare'} actions={actions}>
      Mark two or more runs or experiments in the list on the Train screen, with the box beside each or <ActionKeys action="train.mark" ifNone="an action of the palette" />. The others are then held against the first.
    </EmptyState>
  );
}

function MarkedOnes() {
  const { data: comparison, error, isFetching, isPlaceholderData, refetch } = useComparison();
  const names = useNames();
  const shown = error === null ? comparison : undefined;
  return (
    <div className={style.screen}>
      <CompareHead comparison={isPlaceholderData ? undefined : shown} names={names} />
      <div className={style.scroll}>
        <div className={style.content} aria-busy={isFetching} data-testid="comparison" data-state={error !== null ? 'failed' : shown === undefined || isPlaceholderData ? 'comparing' : 'done'}>
          {isFetching && <output className={style.note}>Comparing… Windows that a run has not predicted yet are predicted first.</output>}
          {error !== null && !isFetching && <Failure error={error} onRetry={() => void refetch()} />}
          {shown !== undefined && (
            <>
              <Summary comparison={shown} />
              <ComparisonTabs comparison={shown} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { message, nextStep } = toAppError(error);
  return (
    <>
      <Notice tone="bad" nextStep={nextStep} data-testid="comparison-error">
        {message}
      </Notice>
      <div>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </>
  );
}

/** Known before they are compared, so that one sees at once who is. */
function useNames(): readonly string[] {
  const contenders = useWorkspace(({ compared }) => compared);
  const { data: runs = [] } = useRuns();
  const { data: experiments = [] } = useExperiments();
  return contenders.map((source) => nameOf(source, runs, experiments));
}

function nameOf(source: ContenderSource, runs: readonly RunSummary[], experiments: readonly ExperimentSummary[]): string {
  if (source.kind === 'together') return source.parts.map((part) => nameOf(part, runs, experiments)).join(' + ');
  if (source.kind === 'run') return runs.find(({ id }) => id === source.runId)?.name ?? `run #${source.runId}`;
  const name = experiments.find(({ id }) => id === source.experimentId)?.name ?? `experiment #${source.experimentId}`;
  return source.group === null ? name : `${name}, ${source.group}`;
}
