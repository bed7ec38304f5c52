import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { findPreset } from '../../../shared/engine/training/presets.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { listWindows } from '../../store/queries/windows.ts';
import { planTraining } from '../training/readiness.ts';
import { readSnapshotWindow, readSnapshotWindows } from '../training/take-snapshot.ts';
import { usualSplit } from '../training/usual-split.ts';

/** What a model from outside is judged on, and how long its windows are. */
export interface WindowsToJudge {
  readonly windows: readonly SnapshotWindow[];
  readonly parts: readonly SplitPart[];
  readonly split: SplitConfig;
}

const ALL_VALIDATE: SplitConfig = { kind: 'temporal', validation: 1, test: 0 };

/**
 * The reviewed windows: in the parts of the dataset that they came with, else all to validate, because none of them taught
 * the model. Without reviewed windows it is one window of the queue that is used by no part and says how long windows are.
 * Throws ExpanseError 'not-enough-data' where the project has no window at all.
 */
export async function windowsToJudge(db: Database): Promise<WindowsToJudge> {
  const split = usualSplit(db).kind === 'dataset' ? ({ kind: 'dataset' } as const) : ALL_VALIDATE;
  const plan = await planTraining(db, { ...findPreset('published').config, split });
  if (plan.windows.length === 0) return { windows: [firstOfQueue(db)], parts: ['embargo'], split };
  const parts = split.kind === 'dataset' ? plan.parts : plan.windows.map((): SplitPart => 'val');
  return { windows: await readSnapshotWindows(db, plan), parts, split };
}

function firstOfQueue(db: Database): SnapshotWindow {
  const [first] = listWindows(db, {}, 0, 1);
  if (first === undefined) {
    throw new ExpanseError('not-enough-data', 'The project has no windows, so nothing says how many bars the model reads at once.', 'Make windows first, of the length that the model was trained on.');
  }
  return readSnapshotWindow(db, first, findBarIndex(db, first.seriesId, 0, first.startTime), []);
}
