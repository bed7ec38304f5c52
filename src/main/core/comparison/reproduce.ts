import type { Database } from 'better-sqlite3';
import type { Comparison, ContenderPart } from '../../../shared/domain/comparison.ts';
import type { Preset } from '../../../shared/contract/training.ts';
import { learnersOf, partsOf } from '../../../shared/engine/comparison/contender-parts.ts';
import { findPreset, presets } from '../../../shared/engine/training/presets.ts';
import { readDatasetsOf } from '../../store/queries/datasets.ts';
import { readRunData } from '../../store/queries/runs.ts';
import { suitPreset } from '../training/suit-preset.ts';
import { quoteWord, trainCommand } from './train-command.ts';

const PROJECT = 'compare.expanse';

/** The commands that make the comparison again in an empty project, where runs and experiments are numbered from 1. */
export function reproduce(db: Database, { contenders, part }: Pick<Comparison, 'contenders' | 'part'>): readonly string[] {
  const learners = learnersOf(contenders);
  const trained = learners.map((learner) => (learner.config.preset === 'imported' ? IMPORTED : trainCommand(learner, suitPreset(db, presetOf(learner)).config, PROJECT)));
  const numbers = numbersOf(learners);
  const words = contenders.map((contender) => partsOf(contender).map(({ name }) => numbers.get(name)!).join('+'));
  return [...importCommands(db, learners), ...trained, `expanse compare ${words.join(' ')} --part ${part} --out comparison --project ${PROJECT}`];
}

const IMPORTED = '# weights that were trained elsewhere: expanse model import';

/** Settings that began with none of today's presets are told as changes to the published ones. */
const presetOf = ({ config }: ContenderPart): Preset => presets.find(({ id }) => id === config.preset) ?? findPreset('published');

function importCommands(db: Database, learners: readonly ContenderPart[]): readonly string[] {
  const snapshots = new Set(learners.flatMap(({ runs }) => runs.map(({ id }) => readRunData(db, id).snapshotId)));
  const datasets = new Set([...snapshots].flatMap((id) => readDatasetsOf(db, id)));
  const named = [...datasets].flatMap((name) => (name === null ? [] : [`expanse import dataset ${quoteWord(`${name}.json.gz`)} --project ${PROJECT}`]));
  return [...named, ...(datasets.has(null) ? ['# windows that were labelled in the project are there alone: use a copy of it, and the numbers that its runs get'] : [])];
}

/** How `expanse compare` will call them, by their names. */
function numbersOf(learners: readonly ContenderPart[]): ReadonlyMap<string, string> {
  let [run, experiment] = [0, 0];
  return new Map(
    learners.map(({ name, kind, runs }) => {
      run += runs.length;
      return [name, kind === 'run' ? String(run) : `experiment:${++experiment}`];
    }),
  );
}
