import { describe, expect, it } from 'vitest';
import { applyNativeSettings } from '../../../../src/main/trainer/tensorflow/native-settings.ts';
import { runOpOn } from '../../../../src/main/trainer/tensorflow/node-kernel-backend.ts';
import { restoreRemovedUtilities } from '../../../../src/main/trainer/tensorflow/removed-utilities.ts';

describe('utilities that Node removed', () => {
  it('come back and do what they did, and the one that is left stops warning', () => {
    const util: Record<string, (value: unknown) => boolean> = { isArray: () => expect.unreachable('it warns') };
    restoreRemovedUtilities(util);
    expect([null, undefined, 0, '', false].map((value) => util['isNullOrUndefined']!(value))).toEqual([true, true, false, false, false]);
    expect([[], [1], { length: 1 }, new Float32Array(1)].map((value) => util['isArray']!(value))).toEqual([true, true, false, false]);
  });
});

describe('settings of the native libraries', () => {
  it('keep float32 exact and memory for others, unless the person set them', () => {
    const env: NodeJS.ProcessEnv = { TF_CPP_MIN_LOG_LEVEL: '0' };
    applyNativeSettings(env);
    expect(env).toEqual({ NVIDIA_TF32_OVERRIDE: '0', TF_FORCE_GPU_ALLOW_GROWTH: 'true', TF_CPP_MIN_LOG_LEVEL: '0' });
  });
});

it("gives an op's attributes as the native library numbers them", () => {
  const binding = { TF_FLOAT: 1, TF_INT32: 3, TF_INT64: 9, TF_ATTR_STRING: 100, TF_ATTR_INT: 101, TF_ATTR_FLOAT: 102, TF_ATTR_BOOL: 103, TF_ATTR_TYPE: 104 };
  const heard: unknown[] = [];
  const run = runOpOn({ binding, isUsingGpuDevice: false, executeMultipleOutputs: (...args) => (heard.push(...args), []) });
  run(
    'Op',
    [
      { name: 'T', kind: 'type', value: 'float32' },
      { name: 'S', kind: 'type', value: 'int32' },
      { name: 'U', kind: 'type', value: 'int64' },
      { name: 'b', kind: 'bool', value: false },
      { name: 'f', kind: 'float', value: 0.5 },
      { name: 'i', kind: 'int', value: 2 },
      { name: 's', kind: 'string', value: 'lstm' },
    ],
    [],
    4,
  );
  expect(heard).toEqual([
    'Op',
    [
      { name: 'T', type: 104, value: 1 },
      { name: 'S', type: 104, value: 3 },
      { name: 'U', type: 104, value: 9 },
      { name: 'b', type: 103, value: false },
      { name: 'f', type: 102, value: 0.5 },
      { name: 'i', type: 101, value: 2 },
      { name: 's', type: 100, value: 'lstm' },
    ],
    [],
    4,
  ]);
});
