import { createStore } from '../../../src/main/store/open-store.ts';
import { finishExperiment, insertExperiment, setMemberRun } from '../../../src/main/store/queries/experiments.ts';
import { addEpoch, finishRun, insertRun, keepEvaluation } from '../../../src/main/store/queries/runs.ts';
import { saveSnapshot } from '../../../src/main/store/queries/snapshots.ts';
import { seedMembers } from '../../../src/shared/experiments/plan-members.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';
import { SNAPSHOT_WINDOW, makeEpoch } from '../../integration/training/run-fixtures.ts';
import { withFigures } from '../../unit/engine/evaluation/judged-fixtures.ts';

const WINDOWS = 210;
const EPOCHS = 50;
const SEEDS = 5;

/** As large as a real one, and judged once. */
const { curves: _curves, ...JUDGED } = withFigures(0.5, 0.2);

/** A project with so many runs, each of 210 windows and 50 epochs, half of them in experiments of five seeds. */
export function fillWithRuns(path: string, count: number): void {
  const db = createStore(path);
  const config = { ...findPreset('quick').config, epochs: EPOCHS };
  const windows = Array.from({ length: WINDOWS }, (_, n) => ({ ...SNAPSHOT_WINDOW, fromIndex: n * 105 }));
  const parts = windows.map((_, n) => (n < 160 ? 'train' : n < 168 ? 'embargo' : 'val'));
  db.transaction(() => {
    const snapshotId = saveSnapshot(db, windows, 1);
    const addRun = (n: number, name: string) => {
      const id = insertRun(db, { name, createdAt: n * 60_000, config: { ...config, seed: n % SEEDS }, snapshotId, parts });
      for (let epoch = 1; epoch <= EPOCHS; epoch++) addEpoch(db, id, makeEpoch(epoch));
      const f1 = 0.3 + (n % 40) / 100;
      keepEvaluation(db, id, { ...JUDGED, bar: { ...JUDGED.bar, at05: { precision: f1, recall: f1, f1 } } });
      finishRun(db, id, 'done', n * 60_000, null);
      return id;
    };
    for (let n = 0; n < count; n += 2 * SEEDS) {
      const members = seedMembers(config, SEEDS).map((member) => ({ ...member, snapshotId, parts }));
      const experiment = insertExperiment(db, { kind: 'seeds', name: `experiment at ${n}`, createdAt: n * 60_000, members });
      members.forEach(({ label }, position) => setMemberRun(db, experiment, position, addRun(n + position, `experiment at ${n} · ${label}`)));
      finishExperiment(db, experiment, 'done', n * 60_000, null);
      for (let alone = n + SEEDS; alone < n + 2 * SEEDS; alone++) addRun(alone, `alone ${alone}`);
    }
  })();
  db.close();
}
