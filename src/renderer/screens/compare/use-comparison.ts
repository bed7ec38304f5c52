import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Comparison, ContenderSource } from '../../../shared/domain/comparison.ts';
import type { ExperimentSummary } from '../../../shared/domain/experiment.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { useExperiments, useRuns } from '../../rpc/queries.ts';
import { queryKeys } from '../../rpc/query-keys.ts';
import { useWorkspace } from '../../state/workspace.ts';

/** The marked contenders on the chosen part. What is shown stays until another answer is there. */
export function useComparison() {
  const core = useCore();
  const { compared: contenders, comparedPart: part } = useWorkspace();
  const { data: runs = [], isSuccess } = useRuns();
  const { data: experiments = [] } = useExperiments();
  const states = contenders.map((source) => stateOf(source, runs, experiments));
  return useQuery<Comparison>({
    queryKey: queryKeys.comparison(contenders, part, states),
    queryFn: () => core.call('compare', { contenders, part }),
    enabled: isSuccess && contenders.length > 1,
    placeholderData: keepPreviousData,
    // Said on the screen itself.
    meta: { quiet: true },
  });
}

/** Changes when a contender trains on, so that what was known of it is no longer taken for true. */
function stateOf(source: ContenderSource, runs: readonly RunSummary[], experiments: readonly ExperimentSummary[]): string {
  if (source.kind === 'together') return source.parts.map((part) => stateOf(part, runs, experiments)).join();
  if (source.kind === 'run') {
    const run = runs.find(({ id }) => id === source.runId);
    return run === undefined ? '' : `${run.state} ${run.epochsDone}`;
  }
  const experiment = experiments.find(({ id }) => id === source.experimentId);
  return experiment === undefined ? '' : `${experiment.state} ${experiment.done}`;
}
