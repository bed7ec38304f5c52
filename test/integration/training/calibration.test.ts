import { afterEach, describe, expect, it } from 'vitest';
import { seriesId, type RunId } from '../../../src/shared/domain/ids.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { FOLD_JUDGES, FOLD_TRAINS } from '../../../src/shared/engine/training/train-data.ts';
import { calibrationFolds } from '../../../src/main/core/training/calibration-folds.ts';
import { makeBars } from './run-fixtures.ts';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf } from './training-project.ts';

afterEach(disposeProjects);

const LENGTH = 20;

describe('a training with calibration', () => {
  it('learns what one without learns, and tells other probabilities in the same order', async () => {
    const { core, ended } = await makeTrainingProject();
    const train = async (calibration: TrainConfig['calibration']) => {
      const config = { ...CONFIG, keep: 'last', split: { kind: 'temporal', validation: 0.3, test: 0 }, calibration } as const;
      return ended(valueOf(await core.api.startTraining({ config })).runId);
    };
    const [plain, calibrated] = [await train(null), await train({ kind: 'platt', folds: 2 })];
    expect([calibrated.state, calibrated.epochsDone, calibrated.error]).toEqual(['done', 3, null]);
    expect(calibrated.evaluation!.auc).toBeCloseTo(plain.evaluation!.auc!, 6);
    expect(Math.abs(calibrated.evaluation!.brier - plain.evaluation!.brier)).toBeGreaterThan(1e-4);
    const details = async ({ id }: { id: RunId }) => valueOf(await core.api.readRun({ runId: id })).epochs;
    expect((await details(calibrated)).map(({ val }) => val)).toEqual((await details(plain)).map(({ val }) => val));
  });

  it('fails in words where its folds would hold no window', async () => {
    const { core, ended } = await makeTrainingProject();
    const config = { ...CONFIG, keep: 'last', split: { kind: 'temporal', validation: 0.9, test: 0 }, calibration: { kind: 'platt', folds: 2 } } as const;
    const run = await ended(valueOf(await core.api.startTraining({ config })).runId);
    expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('not enough training windows for 2 folds to calibrate on') });
  });
});

describe('folds to calibrate on', () => {
  it('judge every training window once, and let none learn that lies within a window of the block', () => {
    const windows = [0, 20, 55, 90, 110, 150, 170, 230].map((fromIndex) => {
      const bars = makeBars(LENGTH);
      return { seriesId: seriesId(1), fromIndex, ownPart: null, warmUp: 0, bars: { ...bars, time: bars.time.map((_, i) => 60_000 * (fromIndex + i)) } };
    });
    const folds = calibrationFolds(windows, 3);
    windows.forEach((_, n) => expect(folds.filter((roles) => roles[n] === FOLD_JUDGES)).toHaveLength(1));
    for (const roles of folds) {
      const judging = windows.filter((_, n) => roles[n] === FOLD_JUDGES).map(({ fromIndex }) => fromIndex);
      windows.forEach(({ fromIndex }, n) => {
        const gap = Math.max(Math.min(...judging) - fromIndex - LENGTH, fromIndex - Math.max(...judging) - LENGTH);
        if (roles[n] === FOLD_TRAINS) expect(gap).toBeGreaterThanOrEqual(LENGTH);
      });
    }
    expect(folds.some((roles) => roles.includes(0))).toBe(true);
  });
});
