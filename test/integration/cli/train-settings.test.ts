import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runId } from '../../../src/shared/domain/ids.ts';
import { runExpanse } from '../model-files/run-expanse.ts';
import { disposeProjects, makeTrainingProject, openCore, valueOf } from '../training/training-project.ts';

let project: string;
const folder = mkdtempSync(join(tmpdir(), 'expanse-settings-'));
beforeAll(async () => {
  const { core, path } = await makeTrainingProject();
  await core.close();
  project = path;
});
afterAll(async () => {
  await disposeProjects();
  rmSync(folder, { recursive: true });
});

const train = (...args: readonly string[]) => runExpanse('train', '--project', project, '--split', 'temporal', ...args);

describe('expanse train', () => {
  it('takes every setting: from the preset, over it a file, over that its own options, over those --set', async () => {
    const file = join(folder, 'settings.json');
    const settings = {
      epochs: 9,
      seed: 3,
      batchSize: 8,
      hiddenSize: 8,
      optimizer: 'adam',
      learningRate: 0.01,
      weightDecay: 0.001,
      gradientClip: 1,
      earlyStopping: 50,
      weightAverage: 0.9,
      keep: 'best',
      features: 'relativity-corrected',
      featureScope: 'series',
      spanLoss: { kind: 'mse' },
      maskTarget: 'soft',
      countdown: 'scaled',
      confidence: 'height',
      tasks: { type: false },
      initialLogSigma: { span: -1 },
      inputDropout: 0.1,
      headDropout: 0.2,
      crfProbability: 'marginals',
      seriesIds: [1],
      threads: 1,
    };
    writeFileSync(file, JSON.stringify(settings));
    const done = await train('--config', file, '--epochs', '4', '--mode', 'crf', '--backend', 'wasm', '--set', 'epochs=2', '--set', 'schedule.kind=cosine', '--set', 'schedule.warmUpSteps=1', '--set', 'schedule.floor=0.1');
    expect(done, done.stderr).toMatchObject({ code: 0, json: { epochs: 2, backend: 'wasm' } });
    const core = openCore(project);
    const { run } = valueOf(await core.api.readRun({ runId: runId(Number(done.json['run'])) }));
    await core.close();
    expect(run.config).toEqual({
      ...settings,
      preset: 'published',
      epochs: 2,
      mode: 'crf',
      backend: 'wasm',
      schedule: { kind: 'cosine', warmUpSteps: 1, floor: 0.1 },
      tasks: { pointers: true, type: false, span: true, countdown: true },
      initialLogSigma: { pointers: -0.3, type: 0, span: -1, countdown: 0 },
      split: { kind: 'temporal', validation: 0.2, test: 0.1 },
    });
  });

  it('refuses a wrong setting by its field, what is no setting, and other settings for a run that goes on', async () => {
    const wrong = await train('--set', 'learningRate=0');
    expect(wrong).toMatchObject({ code: 1, json: { error: { kind: 'invalid-input', message: expect.stringMatching(/config\.learningRate: /), nextStep: expect.stringMatching(/field/) } } });
    const fold = (number: string) => train('--epochs', '1', '--set', 'hiddenSize=8', '--set', 'split.kind=folds', '--set', 'split.count=3', '--set', `split.fold=${number}`);
    expect(await fold('4')).toMatchObject({ code: 1, json: { error: { message: expect.stringMatching(/config\.split\.fold: expected a fold from 1 to their count/) } } });
    expect(await fold('3')).toMatchObject({ code: 0, json: { windows: { train: 15, val: 8, test: 0 } } });
    expect(await train('--set', 'epochs')).toMatchObject({ code: 1, json: { error: { message: expect.stringMatching(/expected field=value/) } } });
    expect(await runExpanse('train', '--project', project, '--resume', '1', '--set', 'epochs=9')).toMatchObject({ code: 1, json: { error: { message: expect.stringMatching(/goes on with the settings that it began with/) } } });
  });
});
