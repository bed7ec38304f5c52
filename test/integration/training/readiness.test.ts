import { afterEach, describe, expect, it } from 'vitest';
import { newEditId, newSpanId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { WindowState } from '../../../src/shared/domain/window.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf, type TrainingProject } from './training-project.ts';

afterEach(disposeProjects);

const readiness = async (core: Core, config = CONFIG) => valueOf(await core.api.readReadiness({ config }));

async function review({ core, windowIds }: TrainingProject, from: number, state: WindowState): Promise<void> {
  const commands = windowIds.slice(from).map((windowId) => ({ kind: 'set-window-state', windowId, state }) as const);
  valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: state, commands } }));
}

describe('readiness', () => {
  it('counts what would train', async () => {
    const { core } = await makeTrainingProject();
    const found = await readiness(core);
    expect(found).toMatchObject({ reviewedWindows: 24, reviewedSpans: 24, windows: { train: 13, val: 4, test: 5 }, obstacles: [] });
    expect(found.warnings).toEqual([
      expect.stringMatching(/Only 13 windows train/),
      // Two batches of eight in each of three epochs.
      expect.stringMatching(/^6 steps of the optimiser are few/),
      expect.stringMatching(/2 windows lie in the embargo/),
    ]);
  });

  it('names what is in the way, and training is refused with it', async () => {
    const project = await makeTrainingProject();
    await review(project, 0, 'pending');
    const [obstacle] = (await readiness(project.core)).obstacles;
    expect(obstacle).toMatch(/No window is reviewed yet/);
    expect(await project.core.api.startTraining({ config: CONFIG })).toMatchObject({
      ok: false,
      error: { kind: 'not-enough-data', nextStep: obstacle },
    });
    expect(valueOf(await project.core.api.listRuns({}))).toEqual([]);
  });

  it('asks for a span among the training windows', async () => {
    const project = await makeTrainingProject();
    await review(project, 0, 'pending');
    // Windows 25 to 30 hold no label.
    await review(project, 24, 'reviewed');
    const found = await readiness(project.core, { ...CONFIG, split: { kind: 'temporal', validation: 0, test: 0 } });
    expect(found).toMatchObject({ reviewedWindows: 6, reviewedSpans: 0, obstacles: [expect.stringMatching(/None of the 6 training windows holds a span/)] });
    expect(found.warnings).toContainEqual(expect.stringMatching(/No window validates/));
  });

  it('warns where nothing that validates is marked, and where one window alone trains', async () => {
    const project = await makeTrainingProject();
    await review(project, 24, 'reviewed');
    const last = await readiness(project.core, { ...CONFIG, split: { kind: 'temporal', validation: 0.1, test: 0 } });
    expect(last.warnings).toContainEqual(expect.stringMatching(/No window that validates holds a span/));
    await review(project, 1, 'pending');
    expect((await readiness(project.core)).warnings).toContainEqual(expect.stringMatching(/Only 1 window trains/));
    await review(project, 0, 'pending');
    await review({ ...project, windowIds: project.windowIds.slice(24, 25) }, 0, 'reviewed');
    expect((await readiness(project.core)).obstacles).toEqual([expect.stringMatching(/The one training window holds no span/)]);
  });

  it('warns of spans of the free chart that no window holds whole', async () => {
    const { core, seriesId } = await makeTrainingProject();
    const span = { id: newSpanId(), seriesId, windowId: null, startTime: timeMs(35 * 60_000), endTime: timeMs(45 * 60_000), confidence: 1 };
    valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span } }));
    expect((await readiness(core)).warnings).toContainEqual(expect.stringMatching(/1 span of the free chart reaches beyond a reviewed window/));
  });

  it('says what augmentation cannot do', async () => {
    const { core } = await makeTrainingProject();
    const found = await readiness(core, { ...CONFIG, featureScope: 'series', augmentation: { reverse: true, scale: 1.5 } });
    expect(found.obstacles).toEqual([expect.stringMatching(/augmentation.reverse=false/)]);
    expect(found.warnings).toContainEqual(expect.stringMatching(/augmentation.scale changes next to nothing/));
    const possible = await readiness(core, { ...CONFIG, featureScope: 'window', augmentation: { reverse: true, mirror: true, scale: 1 } });
    expect(possible.obstacles).toEqual([]);
    expect(possible.warnings.join()).not.toMatch(/augmentation/);
  });

  it('says that a random split leaks, and that a split of a dataset needs one', async () => {
    const { core } = await makeTrainingProject();
    const random = await readiness(core, { ...CONFIG, split: { kind: 'random', validation: 0.2, test: 0 } });
    expect(random.warnings).toContainEqual(expect.stringMatching(/leaky/));
    expect(random.windows).toEqual({ train: 19, val: 5, test: 0 });
    const dataset = await readiness(core, { ...CONFIG, split: { kind: 'dataset' } });
    expect(dataset.obstacles).toEqual([expect.stringMatching(/came with a dataset/)]);
  });

  it('says that a CRF knows no height of the mask', async () => {
    const { core } = await makeTrainingProject();
    const warned = async (changes: Partial<typeof CONFIG>) => (await readiness(core, { ...CONFIG, ...changes })).warnings.join();
    expect(await warned({ mode: 'crf', confidence: 'height' })).toMatch(/Without a soft mask, confidence as its height changes nothing/);
    expect(await warned({ mode: 'soft', confidence: 'height' })).not.toMatch(/soft mask/);
    expect(await warned({ mode: 'crf', confidence: 'weight' })).not.toMatch(/soft mask/);
  });

  it('leaves out windows of another length and of other series', async () => {
    const project = await makeTrainingProject();
    const { core, seriesId } = project;
    valueOf(await core.api.makeWindows({ seriesId, length: 20, stride: 600 }));
    const { windows } = valueOf(await core.api.listWindows({ seriesId, offset: 0, limit: 100 }));
    const short = windows.filter(({ length }) => length === 20);
    await review({ ...project, windowIds: short.map(({ id }) => id) }, 0, 'reviewed');
    const found = await readiness(core);
    expect(found.reviewedWindows).toBe(24);
    expect(found.warnings).toContainEqual(`${short.length} reviewed windows are not 40 bars long and are left out.`);
    expect((await readiness(core, { ...CONFIG, seriesIds: [] })).reviewedWindows).toBe(0);
  });

  it('refuses a configuration that no training can have, naming the field', async () => {
    const { core } = await makeTrainingProject();
    const wrong = { ...CONFIG, epochs: 0, learningRate: Number.NaN, features: 'nonsense' };
    const outcome = await core.api.startTraining({ config: wrong });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    for (const field of ['epochs', 'learningRate', 'features']) expect(outcome.ok || outcome.error.message).toContain(`config.${field}`);
  });

  it('offers presets with a split that suits the project', async () => {
    const { core } = await makeTrainingProject();
    const presets = valueOf(await core.api.listPresets({}));
    expect(presets.map(({ id }) => id)).toContain('published');
    for (const { config } of presets) expect(config.split.kind).toBe('temporal');
  });
});
