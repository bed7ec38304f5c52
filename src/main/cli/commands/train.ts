import { Option, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { experimentId, runId, type RunId } from '../../../shared/domain/ids.ts';
import type { PerTask, RunWithEvaluation } from '../../../shared/domain/run.ts';
import type { SpanMode, SplitConfig, TrainConfig } from '../../../shared/domain/train-config.ts';
import type { Core } from '../../core/core.ts';
import { foldMembers, seedMembers, usualFoldsWithin } from '../../../shared/experiments/plan-members.ts';
import { runExperiment } from '../experiments/run-experiment.ts';
import { findPreset, USUAL_PRESET } from '../find-preset.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { changeSettings, type Settings } from '../settings/change-settings.ts';
import { addSetting } from '../settings/parse-setting.ts';
import { readSettings } from '../settings/read-settings.ts';
import { describeEvaluation } from '../describe-evaluation.ts';
import { wholeNumber } from '../whole-number.ts';

interface TrainOptions {
  readonly preset?: string;
  readonly resume?: number;
  readonly resumeExperiment?: number;
  readonly seeds?: number;
  readonly folds?: number;
  readonly foldsOf?: 'train' | 'all';
  readonly mode?: SpanMode;
  readonly epochs?: number;
  readonly seed?: number;
  readonly threads?: number;
  readonly backend?: TrainConfig['backend'];
  readonly split?: SplitConfig['kind'];
  readonly config?: string;
  readonly set?: Settings;
}

const SHARES = { validation: 0.2, test: 0.1 };

export function register(program: Command): void {
  const command = program
    .command('train')
    .description('train a model on the reviewed windows')
    .option('--preset <id>', `the settings to start from; without it ${USUAL_PRESET}`)
    .option('--resume <run>', 'go on with a run that ended, with its own settings and labels; only --epochs can be raised', wholeNumber)
    .option('--resume-experiment <id>', 'go on with an experiment that did not come to its end, with its own settings and labels', wholeNumber)
    .option('--seeds <number>', 'train from so many seeds, beginning with --seed, and sum up their figures', wholeNumber)
    .option('--folds <number>', 'let each of so many folds in time validate once, and sum up their figures', wholeNumber)
    .addOption(new Option('--folds-of <windows>', "what is folded: the training part of a dataset's own split, the usual where there is one, or all windows").choices(['train', 'all']))
    .addOption(new Option('--mode <mode>', 'what the span head learns').choices(['soft', 'crf', 'segments']))
    .option('--epochs <number>', 'how often every window is seen', wholeNumber)
    .option('--seed <number>', 'of weights, order and dropout', wholeNumber)
    .option('--threads <number>', 'that the training may use', wholeNumber)
    .addOption(new Option('--backend <name>', 'what computes; without it the fastest').choices(['auto', 'wasm', 'cpu', 'tensorflow', 'tensorflow-gpu', 'webgpu']))
    .addOption(
      new Option('--split <kind>', "how windows are divided; without it a dataset's own split where they have one").choices(['temporal', 'dataset', 'series', 'random']),
    )
    .option('--config <file>', 'JSON with any of the settings that docs/engine.md lists, in place of those of the preset')
    .option('--set <field=value>', 'one such setting, for example schedule.kind=cosine; as often as needed, and the last word', addSetting);
  projectCommand<TrainOptions>(command, train, 'refuse');
}

async function train(context: CommandContext<TrainOptions>) {
  const { seeds, folds, resumeExperiment } = context.options;
  if (resumeExperiment !== undefined) return goOnWithExperiment(context, resumeExperiment);
  return seeds === undefined && folds === undefined ? trainOne(context) : trainExperiment(context);
}

async function trainExperiment(context: CommandContext<TrainOptions>) {
  const { resume, seeds, folds, foldsOf } = context.options;
  if (resume !== undefined) throw new ExpanseError('invalid-input', '--resume goes on with one run.', 'Leave out --seeds and --folds, or give --resume-experiment.');
  if (seeds !== undefined && folds !== undefined) {
    throw new ExpanseError('invalid-input', '--seeds and --folds are two experiments.', 'Give one of them, or write both into a file for expanse sweep.');
  }
  if ((seeds ?? folds)! < 2) throw new ExpanseError('invalid-input', `An experiment has 2 or more ${seeds === undefined ? 'folds' : 'seeds'}, not ${seeds ?? folds}.`, 'Give a larger number.');
  const config = await chooseConfig(context);
  const kind = seeds === undefined ? 'folds' : 'seeds';
  const members = seeds === undefined ? foldMembers(config, folds!, foldsOf === 'all' ? null : usualFoldsWithin(config)) : seedMembers(config, seeds);
  const { warnings } = await context.call('readReadiness', { config: members[0].config });
  warnings.forEach(context.say);
  return runExperiment(context, async () => (await context.call('startExperiment', { kind, members })).experimentId);
}

function goOnWithExperiment(context: CommandContext<TrainOptions>, id: number) {
  const given = Object.entries(context.options).filter(([name, value]) => value !== undefined && !['resumeExperiment', 'project', 'json'].includes(name));
  if (given.length > 0) throw new ExpanseError('invalid-input', 'An experiment goes on with the settings that it began with.', 'Leave out every option but --resume-experiment.');
  return runExperiment(context, async () => {
    await context.call('resumeExperiment', { experimentId: experimentId(id) });
    return experimentId(id);
  });
}

async function trainOne(context: CommandContext<TrainOptions>) {
  const end = watchRuns(context.core);
  const { runId: id } = await (context.options.resume === undefined ? startRun(context) : resumeRun(context, context.options.resume));
  await end(id);
  const { run, warnings } = await context.call('readRun', { runId: id });
  if (run.state !== 'done') {
    throw new ExpanseError('trainer', run.error ?? `Run ${run.id} ended as ${run.state}.`, 'What it learned until then is kept in the project.');
  }
  const said = warnings.map(({ text }) => text);
  return { json: { ...toJson(run), warnings: said }, text: [toText(run), ...said].join('\n') };
}

async function startRun(context: CommandContext<TrainOptions>) {
  const config = await chooseConfig(context);
  const { warnings } = await context.call('readReadiness', { config });
  warnings.forEach(context.say);
  return context.call('startTraining', { config });
}

async function resumeRun({ call, say, options }: CommandContext<TrainOptions>, id: number) {
  const { preset, mode, seed, threads, backend, split, config, set, epochs } = options;
  if ([preset, mode, seed, threads, backend, split, config, set].some((option) => option !== undefined)) {
    throw new ExpanseError('invalid-input', 'A run goes on with the settings that it began with.', 'Leave out every option but --epochs, or train a new run.');
  }
  const { resumableFrom } = await call('readRun', { runId: runId(id) });
  if (resumableFrom !== null) say(`run ${id} goes on after epoch ${resumableFrom}`);
  return call('resumeTraining', { runId: runId(id), ...(epochs === undefined ? {} : { epochs }) });
}

/**
 * Over the preset go the file, then the options of their own, then `--set`. The core checks what comes of it.
 */
async function chooseConfig({ call, options }: CommandContext<TrainOptions>): Promise<TrainConfig> {
  const { preset, config: file, set = {} } = options;
  const changes = [file === undefined ? {} : await readSettings(file), ownOptions(options), set];
  return changes.reduce<Settings>(changeSettings, { ...(await findPreset(call, preset)) }) as unknown as TrainConfig;
}

/** Settings that have an option of their own, where it is given. */
function ownOptions({ mode, epochs, seed, threads, backend, split }: TrainOptions): Settings {
  const shares = split === undefined || split === 'dataset' ? {} : SHARES;
  const given = { mode, epochs, seed, threads, backend, split: split && { kind: split, ...shares } };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Listens from now on, because a short run may end before its id is known. */
function watchRuns(core: Core): (id: RunId) => Promise<void> {
  const ended = new Set<RunId>();
  const waiting = new Map<RunId, () => void>();
  core.onEvent((event) => {
    if (event.kind !== 'run-changed' || event.run.state === 'running') return;
    ended.add(event.run.id);
    waiting.get(event.run.id)?.();
  });
  return (id) => new Promise((resolve) => (ended.has(id) ? resolve() : waiting.set(id, resolve)));
}

function toJson({ id, backend, epochsDone, secondsPerEpoch, sigmas, taskWeights, evaluation, windows, bestEpoch }: RunWithEvaluation) {
  return {
    run: id,
    backend,
    epochs: epochsDone,
    bestEpoch,
    secondsPerEpoch,
    windows,
    sigmas: sigmas && shortNames(sigmas),
    taskWeights: taskWeights && shortNames(taskWeights),
    evaluation,
  };
}

const shortNames = ({ pointers, type, span, countdown }: PerTask) => ({ ptr: pointers, type, span, countdown });

function toText({ id, backend, epochsDone, secondsPerEpoch, evaluation }: RunWithEvaluation): string {
  const speed = secondsPerEpoch === null ? '' : `, ${secondsPerEpoch.toFixed(2)} s per epoch`;
  const figures = evaluation === null ? 'no window validates' : describeEvaluation(evaluation);
  return `run ${id}: ${epochsDone} epochs on ${backend}${speed}\n${figures}`;
}
