import { describe, expect, it } from 'vitest';
import { featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { checkTrainConfig } from '../../../../src/shared/engine/training/check-train-config.ts';
import { findPreset, presets } from '../../../../src/shared/engine/training/presets.ts';

describe('presets', () => {
  it.each(presets)('$id can be trained, and is named in its own configuration', ({ id, config }) => {
    expect(() => checkTrainConfig(config)).not.toThrow();
    expect(() => featureSet(config.features)).not.toThrow();
    expect(config.preset).toBe(id);
    expect(findPreset(id).config).toBe(config);
  });

  it('say which there are when asked for another', () => {
    expect(() => findPreset('fast')).toThrow('There is no preset "fast"');
  });

  it('hold the published study as it was', () => {
    const { config } = findPreset('published');
    expect(featureSet(config.features).names).toHaveLength(13);
    expect(config).toMatchObject({
      epochs: 50,
      batchSize: 32,
      optimizer: 'adamw',
      learningRate: 1e-3,
      weightDecay: 0.01,
      schedule: { kind: 'constant' },
      gradientClip: null,
      spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 1 },
      maskTarget: 'binary',
      countdown: 'raw',
      confidence: 'ignored',
      featureScope: 'window',
      initialLogSigma: { pointers: -0.3, type: 0, span: 0, countdown: 0 },
      inputDropout: 0.3,
      headDropout: 0.6,
      hiddenSize: 96,
      crfProbability: 'softmax',
    });
    expect(findPreset('published-200').config).toEqual({ ...config, preset: 'published-200', epochs: 200 });
  });
});
