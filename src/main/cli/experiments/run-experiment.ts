import type { ExperimentDetails } from '../../../shared/contract/experiments.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { FigureSummary, GroupSummary } from '../../../shared/domain/experiment.ts';
import type { ExperimentId, RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary, RunWithEvaluation } from '../../../shared/domain/run.ts';
import type { Outcome } from '../output.ts';
import type { CommandContext } from '../run-command.ts';

type Context = Pick<CommandContext<object>, 'core' | 'call' | 'say'>;

/** Begins the experiment by `begin`, tells of its runs, and answers its summary once it has come to its end. */
export async function runExperiment(context: Context, begin: () => Promise<ExperimentId>): Promise<Outcome> {
  const ended = watch(context);
  const id = await begin();
  await ended(id);
  const details = await context.call('readExperiment', { experimentId: id });
  const { state, error } = details.experiment;
  if (state !== 'done') {
    throw new ExpanseError('trainer', error ?? `Experiment ${id} ended as ${state}.`, `What it learned is kept; go on with: expanse train --resume-experiment ${id}`);
  }
  return describeExperiment(context, details);
}

/** Listens from now on, because a short experiment may end before its id is known. */
function watch({ core, say }: Context): (id: ExperimentId) => Promise<void> {
  const ended = Promise.withResolvers<ExperimentId>();
  core.onEvent((event) => {
    if (event.kind === 'run-changed') say(describeRun(event.run));
    if (event.kind === 'experiment-changed' && event.experiment.state !== 'running') ended.resolve(event.experiment.id);
  });
  return async () => void (await ended.promise);
}

function describeRun({ id, name, state, backend, judged }: RunSummary): string {
  const figures = judged === null ? '' : `, bar F1 at 0.5 ${judged.f1At05.toFixed(3)}`;
  return `run ${id}, ${name}: ${state}${backend === '' ? '' : ` on ${backend}`}${figures}`;
}

interface MemberJson {
  readonly run: RunId | null;
  readonly label: string;
  readonly group: string;
  readonly seed: number;
  readonly state: string;
  readonly windows: RunSummary['windows'] | null;
  readonly evaluation: RunWithEvaluation['evaluation'];
}

/** The members with their figures, and over them mean, standard deviation and range of each. */
export async function describeExperiment({ call }: Pick<Context, 'call'>, { experiment, members, groups }: ExperimentDetails): Promise<Outcome> {
  const { id, name, kind, state } = experiment;
  const runs: MemberJson[] = [];
  for (const { runId, label, group, config } of members) {
    const run = runId === null ? null : (await call('readRun', { runId })).run;
    runs.push({ run: runId, label, group, seed: config.seed, state: run?.state ?? 'waiting', windows: run?.windows ?? null, evaluation: run?.evaluation ?? null });
  }
  const summaries = groups.map(({ group, figures }) => ({ group, figures: byName(figures) }));
  const json = { experiment: id, name, kind, state, members: runs, groups: summaries, ...(groups.length === 1 ? { figures: summaries[0].figures } : {}) };
  return { json, text: [`experiment ${id}, ${name}: ${members.length} runs (${members.map(({ runId }) => runId).join(', ')})`, ...groups.flatMap(describeGroup)].join('\n') };
}

const byName = (figures: readonly FigureSummary[]) =>
  Object.fromEntries(figures.map(({ figure, members, mean, deviation, low, high }) => [figure, { n: members, mean, sd: deviation, min: low, max: high }]));

/** Those that a person looks for first; --json has all of them. */
const SHOWN = ['windows', 'spans', 'bar.at05.f1', 'bar.best.f1', 'span.f1Iou50', 'span.hit3', 'separation.separation', 'auprc', 'auc', 'ece', 'brier', 'decoders.dynamic.fixed.bar.f1', 'decoders.dynamic.fixed.span.f1Iou50', 'baselines.positionPrior.bar.f1', 'baselines.displacement.bar.f1'];

function describeGroup({ group, figures }: GroupSummary): string[] {
  const shown = SHOWN.flatMap((name) => figures.filter(({ figure }) => figure === name));
  const head = figures.length === 0 ? 'no window validates' : '';
  return [...(group === '' ? [] : [`${group}:`]), ...(head === '' ? [] : [`  ${head}`]), ...shown.map((figure) => `  ${describeFigure(figure)}`)];
}

function describeFigure({ figure, members, mean, deviation, low, high }: FigureSummary): string {
  const digits = figure === 'windows' || figure === 'spans' ? 1 : 3;
  const spread = deviation === null ? '' : ` ± ${deviation.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
  return `${figure.padEnd(38)} ${mean.toFixed(digits)}${spread}, ${members} ${members === 1 ? 'run' : 'runs'}`;
}
