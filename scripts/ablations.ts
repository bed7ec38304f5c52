import { dirname, resolve } from 'node:path';
import { readSweep } from '../src/main/cli/sweep/read-sweep.ts';
import { planSweep } from '../src/main/cli/sweep/plan-sweep.ts';
import { togetherGroups } from '../src/main/cli/sweep/together-groups.ts';
import { createCore, type Core } from '../src/main/core/core.ts';
import { appVersion } from '../src/main/environment/app-version.ts';
import { startNodeTrainer } from '../src/main/trainer/start-node-trainer.ts';
import type { ComparedFigure, Comparison } from '../src/shared/domain/comparison.ts';
import type { PairedDifference } from '../src/shared/domain/evaluation.ts';
import type { PlannedMember } from '../src/shared/domain/experiment.ts';
import type { ExperimentId } from '../src/shared/domain/ids.ts';
import { partsOf } from '../src/shared/engine/comparison/contender-parts.ts';
import { experimentDone, valueOf } from './support/core-outcome.ts';

// Trains each sweep unless it is done, and prints a table of its groups, each held against the one that changes nothing, on the same windows.
// `together: [[soft, crf]]` in a sweep, lists of values of its one field or of whole groups (`mode soft`), adds a row for each list that is judged as one.
const COLUMNS = [
  ['bar F1 at 0.5', 'bar.at05.f1'],
  ['span F1', 'span.f1Iou50'],
  ['AUPRC', 'auprc'],
  ['ECE', 'ece'],
] as const;
const DIFFERENCES = [
  ['difference in bar F1', 'bar.at05.f1'],
  ['in span F1', 'span.f1Iou50'],
] as const;

const [project, ...files] = process.argv.slice(2);
if (project === undefined || files.length === 0) throw new Error('Name a project with labelled windows, and sweeps: node scripts/ablations.mjs ref210.expanse docs/experiments/ref210/*.yaml');
const projectPath = resolve(project);
const folder = dirname(projectPath);
const core = createCore({ host: 'cli', version: appVersion(), dataFolder: folder, projectsFolder: folder, projectPath, startTrainer: startNodeTrainer });
try {
  for (const file of files) process.stdout.write(`${await ablate(core, file)}\n\n`);
} finally {
  await core.close();
}

async function ablate({ api, onEvent }: Core, file: string): Promise<string> {
  const sweep = await readSweep(file);
  const presets = valueOf(await api.listPresets({}));
  const preset = presets.find(({ id }) => id === (sweep.preset ?? 'published'));
  if (preset === undefined) throw new Error(`${file}: there is no preset ${sweep.preset}`);
  const members = planSweep(file, sweep, preset.config);
  const experimentId = await trained({ api, onEvent }, sweep.name ?? file, members);
  const groups = fromUnchanged(members, planSweep(file, { ...sweep, grid: {} }, preset.config)[0]);
  const ofGroup = (group: string) => ({ kind: 'experiment', experimentId, group }) as const;
  const contenders = [...groups.map(ofGroup), ...togetherGroups(file, sweep).map((parts) => ({ kind: 'together', parts: parts.map(ofGroup) }) as const)];
  return tableOf(sweep.name ?? file, valueOf(await api.compare({ contenders, part: 'val' })));
}

/** Names of the groups, first the one whose settings the grid leaves as they are; without such a one in the file's order. */
function fromUnchanged(members: readonly PlannedMember[], plain: PlannedMember): readonly string[] {
  const groups = [...new Set(members.map(({ group }) => group))];
  const unchanged = members.find(({ config }) => JSON.stringify(config) === JSON.stringify(plain.config));
  return unchanged === undefined ? groups : [unchanged.group, ...groups.filter((group) => group !== unchanged.group)];
}

/** Answers once all members are done. */
async function trained({ api, onEvent }: Pick<Core, 'api' | 'onEvent'>, name: string, members: readonly PlannedMember[]): Promise<ExperimentId> {
  const known = valueOf(await api.findExperiment({ kind: 'sweep', members }));
  if (known?.state === 'done') return known.id;
  const ended = experimentDone({ onEvent }, name);
  if (known !== null) valueOf(await api.resumeExperiment({ experimentId: known.id }));
  const experimentId = known?.id ?? valueOf(await api.startExperiment({ kind: 'sweep', name, members })).experimentId;
  await ended;
  return experimentId;
}

function tableOf(name: string, { figures, contenders, windows, spans }: Comparison): string {
  const figureOf = (path: string): ComparedFigure | undefined => figures.find(({ figure }) => figure === path);
  const head = ['setting', 'runs', ...COLUMNS.map(([title]) => title), ...DIFFERENCES.map(([title]) => title)];
  const rows = contenders.map((contender, n) => [
    contender.name,
    String(partsOf(contender).flatMap(({ runs }) => runs).length),
    ...COLUMNS.map(([, path]) => valueText(figureOf(path), n)),
    ...DIFFERENCES.map(([, path]) => (n === 0 ? '' : differenceText(figureOf(path)?.differences[n] ?? null))),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [`**${name}**, ${windows} windows with ${spans} spans`, '', ...lines].join('\n');
}

function valueText(figure: ComparedFigure | undefined, n: number): string {
  const value = figure?.values[n] ?? null;
  if (value === null) return '–';
  const deviation = figure?.deviations[n] ?? null;
  return deviation === null ? value.toFixed(3) : `${value.toFixed(3)} ± ${deviation.toFixed(3)}`;
}

function differenceText(paired: PairedDifference | null): string {
  if (paired === null) return '–';
  const signed = (value: number): string => (value < 0 ? '−' : '+') + Math.abs(value).toFixed(3);
  const word = { better: 'better', worse: 'worse', noDifference: 'none to speak of' }[paired.verdict];
  return `${signed(paired.difference)} [${signed(paired.interval[0])}, ${signed(paired.interval[1])}]: ${word}`;
}
