import { describe, expect, it } from 'vitest';
import { figureRows } from '../../../../src/renderer/screens/train/experiment/figure-rows.ts';
import { readTags } from '../../../../src/renderer/screens/train/annotations/read-tags.ts';
import { plannedMembers } from '../../../../src/renderer/screens/train/repeats.ts';
import { runEntries, type RunFilter } from '../../../../src/renderer/screens/train/runs/run-entries.ts';
import type { ExperimentSummary } from '../../../../src/shared/domain/experiment.ts';
import { experimentId, runId } from '../../../../src/shared/domain/ids.ts';
import type { RunSummary } from '../../../../src/shared/domain/run.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';

const { config } = findPreset('quick');
const NOTHING = { tags: [], note: '', favourite: false, archived: false };

const makeRun = (id: number, changes: Partial<RunSummary> = {}): RunSummary => ({
  id: runId(id),
  name: `run ${id}`,
  experiment: null,
  state: 'done',
  createdAt: timeMs(id),
  finishedAt: null,
  config,
  backend: 'wasm',
  windows: { train: 1, val: 1, test: 0, spans: 1 },
  epochsDone: 1,
  bestEpoch: 1,
  secondsPerEpoch: 1,
  sigmas: null,
  taskWeights: null,
  judged: null,
  error: null,
  ...NOTHING,
  ...changes,
});

const makeExperiment = (id: number, createdAt: number, changes: Partial<ExperimentSummary> = {}): ExperimentSummary => ({
  id: experimentId(id),
  name: `experiment ${id}`,
  kind: 'seeds',
  state: 'done',
  createdAt: timeMs(createdAt),
  finishedAt: null,
  members: 2,
  done: 2,
  error: null,
  ...NOTHING,
  ...changes,
});

const memberOf = (id: number, label: string) => ({ id: experimentId(id), label });
const RUNS = [
  makeRun(1),
  makeRun(2, { experiment: memberOf(1, 'seed 0') }),
  makeRun(3, { experiment: memberOf(1, 'seed 1'), tags: ['odd'] }),
  makeRun(4, { note: 'Wider windows', favourite: true }),
  makeRun(5, { archived: true }),
];
const EXPERIMENTS = [makeExperiment(1, 2)];

function shown({ search = '', filter = 'current' as RunFilter, open = [] as number[], experiments = EXPERIMENTS }) {
  return runEntries(RUNS, experiments, { search, filter, open: new Set(open.map(experimentId)) }).map(({ key }) => key);
}

describe('the list of runs', () => {
  it('is in time, members under their experiment once it is open, archived ones out of the way', () => {
    expect(shown({})).toEqual(['run 4', 'experiment 1', 'run 1']);
    expect(shown({ open: [1] })).toEqual(['run 4', 'experiment 1', 'run 2', 'run 3', 'run 1']);
    expect(shown({ filter: 'archived' })).toEqual(['run 5']);
    expect(shown({ filter: 'favourites' })).toEqual(['run 4']);
    expect(shown({ experiments: [] })).toEqual(['run 4', 'run 3', 'run 2', 'run 1']);
  });

  it('is searched for all words, in names, notes, tags and configurations, and shows the members that are found', () => {
    expect(shown({ search: 'wider quick' })).toEqual(['run 4']);
    expect(shown({ search: 'ODD' })).toEqual(['experiment 1', 'run 3']);
    expect(shown({ search: 'experiment' })).toEqual(['experiment 1']);
    expect(shown({ search: 'wider odd' })).toEqual([]);
    expect(shown({ search: '#3' })).toEqual(['experiment 1', 'run 3']);
  });

  it('keeps an archived experiment with its members in the archive', () => {
    const experiments = [makeExperiment(1, 2, { archived: true })];
    expect(shown({ experiments, open: [1] })).toEqual(['run 4', 'run 1']);
    expect(shown({ experiments, open: [1], filter: 'archived' })).toEqual(['run 5', 'experiment 1', 'run 2', 'run 3']);
  });
});

describe('what a person writes', () => {
  it('of tags is split at commas, each kept once', () => {
    expect(readTags(' wide, #first try,,wide ')).toEqual(['wide', 'first try']);
    expect(readTags('')).toEqual([]);
  });
});

describe('the figures of an experiment', () => {
  it('have their spread, the best known first and those without a name under their paths', () => {
    const { main, others } = figureRows([
      { figure: 'new.figure', members: 1, mean: 0.5, deviation: null, low: 0.5, high: 0.5 },
      { figure: 'bar.at05.f1', members: 3, mean: 0.5, deviation: 0.1, low: 0.4, high: 0.6 },
      { figure: 'windows', members: 3, mean: 42.33, deviation: 0.58, low: 42, high: 43 },
    ]);
    expect(main).toEqual([
      { figure: 'windows', name: 'Windows that judge', mean: '42.3 ± 0.6', range: '42 to 43', members: 3 },
      { figure: 'bar.at05.f1', name: 'F1 per bar at 0.5', mean: '0.500 ± 0.100', range: '0.400 to 0.600', members: 3 },
    ]);
    expect(others).toEqual([{ figure: 'new.figure', name: 'new.figure', mean: '0.500', range: '0.500 to 0.500', members: 1 }]);
  });
});

describe('a training that is repeated', () => {
  it('is an experiment of seeds or folds, and none where it is done once', () => {
    expect(plannedMembers(config, { kind: 'once', count: 3 })).toBeNull();
    expect(plannedMembers(config, { kind: 'seeds', count: 3 })).toMatchObject({ kind: 'seeds', members: [{ label: 'seed 0' }, { label: 'seed 1' }, { label: 'seed 2' }] });
    expect(plannedMembers({ ...config, split: { kind: 'dataset' } }, { kind: 'folds', count: 2 })?.members[0].config.split).toEqual({ kind: 'folds', count: 2, fold: 1, within: { kind: 'dataset' } });
  });
});
