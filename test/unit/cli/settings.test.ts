import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../src/main/cli/settings/change-settings.ts';
import { addSetting } from '../../../src/main/cli/settings/parse-setting.ts';
import { readSettings } from '../../../src/main/cli/settings/read-settings.ts';
import { readParams } from '../../../src/main/core/validation/read-params.ts';
import { trainingSchemas } from '../../../src/main/core/validation/training.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';

const set = (...texts: readonly string[]) => texts.reduce<ReturnType<typeof addSetting>>((before, text) => addSetting(text, before), {});

describe('settings on the command line', () => {
  it('are JSON, and texts where they are none', () => {
    expect(set('learningRate=0.003', 'optimizer=adam', 'gradientClip=null', 'threads=auto', 'seriesIds=[1,2]', 'tasks.countdown=false')).toEqual({
      learningRate: 0.003,
      optimizer: 'adam',
      gradientClip: null,
      threads: 'auto',
      seriesIds: [1, 2],
      tasks: { countdown: false },
    });
  });

  it('may be parts of parts, one after the other or at once, and the last one holds', () => {
    const cosine = { kind: 'cosine', warmUpSteps: 10, floor: 0.1 };
    expect(set('schedule.kind=cosine', 'schedule.warmUpSteps=10', 'schedule.floor=0.5', 'schedule.floor=0.1')).toEqual({ schedule: cosine });
    expect(set(`schedule=${JSON.stringify(cosine)}`)).toEqual({ schedule: cosine });
  });

  it.each(['learningRate', 'learningRate=', '=3', 'a..b=1', '.a=1', 'a.=1', 'learning rate=1'])('are refused as "%s"', (text) => {
    expect(() => addSetting(text)).toThrow(/expected field=value, for example learningRate=0.003/);
  });
});

describe('a configuration with changes', () => {
  const { config } = findPreset('published');

  it('keeps what is not named', () => {
    const changed = changeSettings({ ...config }, set('tasks.countdown=false', 'epochs=7', 'spanLoss.positiveWeight=13.1'));
    expect(changed).toEqual({ ...config, epochs: 7, tasks: { ...config.tasks, countdown: false }, spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 13.1 } });
  });

  it('has nothing left of a part of another kind', () => {
    expect(changeSettings({ ...config }, set('spanLoss.kind=mse', 'schedule.kind=one-cycle', 'schedule.peakAt=0.3'))).toMatchObject({ spanLoss: { kind: 'mse' }, schedule: { kind: 'one-cycle', peakAt: 0.3 } });
    expect(changeSettings({ ...config }, set('spanLoss.kind=mse'))['spanLoss']).toEqual({ kind: 'mse' });
    const decoding = { decoder: 'dynamic', spanCost: 4, mergeGap: 0, minimumLength: 1 };
    expect(changeSettings({ decoding }, set('decoding.decoder=viterbi', 'decoding.mergeGap=0', 'decoding.minimumLength=2'))['decoding']).toEqual({ decoder: 'viterbi', mergeGap: 0, minimumLength: 2 });
    expect(changeSettings({ decoding }, set('decoding.spanCost=6'))['decoding']).toEqual({ ...decoding, spanCost: 6 });
  });

  it('takes a strange name as a field, for the core to refuse', () => {
    const changed = changeSettings({ ...config }, set('__proto__.polluted=true'));
    expect(Object.keys(changed)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a configuration that the core reads', () => {
  const { config } = findPreset('published');
  const read = (...texts: readonly string[]) => readParams('startTraining', trainingSchemas.startTraining, { config: changeSettings({ ...config }, set(...texts)) });

  it.each([
    ['learningRate=0', /config\.learningRate: .*>0/],
    ['learnRate=1', /config: .*"learnRate"/],
    ['optimizer=sgd', /config\.optimizer: .*"adamw"\|"adam"/],
    ['schedule.kind=cosine', /config\.schedule\.warmUpSteps: .*config\.schedule\.floor: /],
    ['schedule.kind=triangle', /config\.schedule\.kind: /],
    ['tasks.wedge=true', /config\.tasks: .*"wedge"/],
    ['weightAverage=1', /config\.weightAverage: .*<1/],
    ['features=best', /config\.features: .*"expanse-2"/],
    ['epochs=many', /config\.epochs: .*number/],
    ['spanLoss.positiveWeight=heavy', /config\.spanLoss\.positiveWeight: /],
    ['encoder.kind=dilated', /config\.encoder\.channels: /],
    ['encoder={"kind":"dilated","channels":8,"blocks":2,"kernel":4}', /config\.encoder\.kernel: expected an odd number/],
    ['encoder.kind=transformer', /config\.encoder\.kind: /],
    ['attention.heads=0', /config\.attention\.heads: .*>=1/],
    ['pretraining.kind=masked', /config\.pretraining\.epochs: .*config\.pretraining\.windows: /],
    ['augmentation.mirror=often', /config\.augmentation\.mirror: /],
    ['augmentation.scale=0.5', /config\.augmentation\.scale: .*>=1/],
    ['augmentation.rotate=true', /config\.augmentation: .*"rotate"/],
    ['__proto__.x=1', /config: .*__proto__/],
  ])('refuses %s and names the field', (setting, message) => {
    expect(() => read(setting)).toThrow(message);
  });

  it.each([
    'encoder={"kind":"dilated","channels":64,"blocks":6,"kernel":3}',
    'encoder.kind=bilstm',
    'attention.heads=2',
    'pretraining={"kind":"masked","epochs":5,"windows":500}',
    'pretraining=null',
    'augmentation.mirror=true',
    'augmentation.scale=1.5',
    'mode=crf',
    'epochs=3',
    'seed=9',
    'batchSize=8',
    'optimizer=adam',
    'learningRate=0.003',
    'weightDecay=0',
    'schedule={"kind":"cosine","warmUpSteps":10,"floor":0.1}',
    'schedule={"kind":"one-cycle","peakAt":0.3}',
    'gradientClip=1',
    'earlyStopping=5',
    'weightAverage=0.95',
    'features=relativity-corrected',
    'featureScope=series',
    'spanLoss={"kind":"bce","on":"logits","positiveWeight":"from-data"}',
    'spanLoss.kind=mse',
    'maskTarget=soft',
    'countdown=scaled',
    'confidence=height',
    'tasks.countdown=false',
    'initialLogSigma.span=-1',
    'inputDropout=0',
    'headDropout=0',
    'crfProbability=marginals',
    'hiddenSize=32',
    'split={"kind":"random","validation":0.2,"test":0}',
    'seriesIds=[1]',
    'backend=cpu',
    'threads=2',
    'wideVectors=true',
  ])('takes %s', (setting) => {
    expect(read(setting).config).toEqual(changeSettings({ ...config }, set(setting)));
    expect(read(setting).config).not.toEqual(config);
  });
});

describe('a file of settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string): string => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, text);
    return path;
  };

  it('is a JSON object', async () => {
    expect(await readSettings(file('{"epochs": 7, "schedule": {"kind": "constant"}}'))).toEqual({ epochs: 7, schedule: { kind: 'constant' } });
  });

  it.each([['{oops', /settings\.json holds no settings: .*JSON/], ['[1]', /it holds no JSON object/], ['null', /it holds no JSON object/]])('is refused as %s', async (text, message) => {
    await expect(readSettings(file(text))).rejects.toThrow(message);
  });

  it('is refused where it is not there', async () => {
    await expect(readSettings(join(folder, 'none.json'))).rejects.toMatchObject({ kind: 'not-found' });
  });
});
