import { engine, tensor3d, tidy, type Tensor3D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';
import { viterbi } from '../../../../src/shared/engine/crf/viterbi.ts';
import { jade } from '../../../../src/shared/engine/model/jade.ts';
import { networkOfBackend } from '../../../../src/shared/engine/model/network-of-backend.ts';
import { viewsOf } from '../../../../src/shared/engine/model/parameters.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { crfScores, spanProbabilities } from '../../../../src/shared/engine/model/span-probabilities.ts';
import { fromStateDict } from '../../../../src/shared/engine/model/state-dict.ts';
import { uploadParameters } from '../../../../src/shared/engine/model/upload.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { composedLossAndGradient } from '../../../../src/shared/engine/training/composed-loss-and-gradient.ts';
import { lossAndGradient } from '../../../../src/shared/engine/training/loss-and-gradient.ts';
import type { Objective } from '../../../../src/shared/engine/training/objective.ts';
import { taskLosses } from '../../../../src/shared/engine/training/task-losses.ts';
import { weightedTotal } from '../../../../src/shared/engine/training/weighted-total.ts';
import { activate } from '../backend.ts';
import { largestDifference, numbers } from '../golden-tensors.ts';
import { describeGoldens, expectLikeFloat32, goldenBytes, readPair } from '../goldens.ts';
import { goldenPart, published } from './golden-batch.ts';

const softVariants = [
  { variant: 'bce_pw1', soft: false, positiveWeight: 1 },
  { variant: 'bce_pw13.1', soft: false, positiveWeight: 13.1 },
  { variant: 'bce_soft_pw1', soft: true, positiveWeight: 1 },
  { variant: 'bce_soft_pw13.1', soft: true, positiveWeight: 13.1 },
];

const weightsOf = (name: string) => fromStateDict(readSafetensors(goldenBytes(`${name}_state_dict.safetensors`)));

type Differentiate = typeof lossAndGradient;

async function expectLossesAndGradients(differentiate: Differentiate, name: string, variant: string, soft: boolean, objective: Objective): Promise<void> {
  const pair = readPair(`${name}_io`);
  const parameters = weightsOf(name);
  const batch = gatherBatch(goldenPart(pair, soft), [0, 1, 2, 3], objective);
  const { losses, gradient } = await differentiate(parameters, batch, objective, null);

  expectLikeFloat32([losses.raw.pointers!], pair, 'loss.pointer_huber_d0.08');
  expectLikeFloat32([losses.raw.type!], pair, 'loss.type_ce');
  expectLikeFloat32([losses.raw.countdown!], pair, 'loss.countdown_huber_d1');
  expectLikeFloat32([losses.raw.span!], pair, `loss.span.${variant}`);
  expectLikeFloat32([losses.weighted], pair, `loss.total.${variant}`);
  for (const [parameter, values] of viewsOf(parameters.specs, gradient)) {
    expectLikeFloat32(values, pair, `grad[${variant}].${parameter}`);
  }
}

/** Of the total by the features. [B*T*D] */
function inputGradient(name: string, soft: boolean, objective: Objective): Float32Array {
  const part = goldenPart(readPair(`${name}_io`), soft);
  const batch = gatherBatch(part, [0, 1, 2, 3], objective);
  return tidy(() => {
    const model = uploadParameters(weightsOf(name));
    const x: Tensor3D = tensor3d(batch.features, [batch.size, batch.length, batch.inputs]);
    const { grads } = engine().gradients(() => weightedTotal(model, taskLosses(model, jade(model, x, null, true), batch, objective)), [x]);
    return grads[0]!.dataSync() as Float32Array;
  });
}

/** Where the network is one operation, its composed form is a second way to the same numbers. */
const ways = [
  { backend: 'wasm', way: 'fused', differentiate: lossAndGradient },
  { backend: 'wasm', way: 'composed', differentiate: composedLossAndGradient },
  { backend: 'cpu', way: 'composed', differentiate: lossAndGradient },
] as const;

describe.each(ways)('on the $backend backend, $way', ({ backend, way, differentiate }) => {
  beforeAll(() => activate(backend));

  it('takes that way', () => {
    const fused = networkOfBackend({ mode: 'soft', inputs: 12, hiddenSize: 96 }) !== null;
    expect(fused && differentiate === lossAndGradient).toBe(way === 'fused');
  });

  describeGoldens('JadeCompact, as PyTorch computes it', () => {
    describe.each(['jade_soft_in12', 'jade_soft_in13'])('%s', (name) => {
      it('has the same outputs', async () => {
        const pair = readPair(`${name}_io`);
        const parameters = weightsOf(name);
        const outputs = await runJade(parameters, goldenPart(pair, false));
        expectLikeFloat32(outputs.logits, pair, 'out.logits');
        expectLikeFloat32(outputs.pointers, pair, 'out.pointers');
        expectLikeFloat32(outputs.countdown, pair, 'out.expansion_countdown');
        expectLikeFloat32(outputs.emissions, pair, 'out.expansion_binary_logits');
        expectLikeFloat32(spanProbabilities(parameters, { values: outputs.emissions, length: 105 }), pair, 'out.expansion_binary');
      });

      it.each(softVariants)('has the same losses and gradients: $variant', async ({ variant, soft, positiveWeight }) => {
        await expectLossesAndGradients(differentiate, name, variant, soft, { ...published, positiveWeight });
      });

      it.each(softVariants)('has the same gradient of the inputs: $variant', ({ variant, soft, positiveWeight }) => {
        expectLikeFloat32(inputGradient(name, soft, { ...published, positiveWeight }), readPair(`${name}_io`), `grad[${variant}].x`);
      });

      it.each(softVariants)('has the same ones on logits where nothing saturates: $variant', async ({ variant, soft, positiveWeight }) => {
        const spanLoss = { kind: 'bce', on: 'logits', positiveWeight } as const;
        await expectLossesAndGradients(differentiate, name, variant, soft, { ...published, spanLoss, positiveWeight });
      });
    });

    describe.each(['jade_crf_in12', 'jade_crf_in13'])('%s', (name) => {
      it('has the same outputs', async () => {
        const pair = readPair(`${name}_io`);
        const parameters = weightsOf(name);
        const outputs = await runJade(parameters, goldenPart(pair, false));
        expectLikeFloat32(outputs.logits, pair, 'out.logits');
        expectLikeFloat32(outputs.pointers, pair, 'out.pointers');
        expectLikeFloat32(outputs.countdown, pair, 'out.expansion_countdown');
        expectLikeFloat32(outputs.emissions, pair, 'out.span_emissions');
        expectLikeFloat32(spanProbabilities(parameters, { values: outputs.emissions, length: 105 }, 'softmax'), pair, 'out.expansion_binary');
        const paths = [0, 1, 2, 3].flatMap((i) => [...viterbi({ emissions: outputs.emissions.subarray(i * 210, (i + 1) * 210), length: 105 }, crfScores(parameters))]);
        expect(largestDifference(paths, numbers(pair.f64, 'out.expansion_spans'))).toBe(0);
      });

      it('has the same losses and gradients', async () => {
        await expectLossesAndGradients(differentiate, name, 'crf_nll', false, { ...published, mode: 'crf' });
      });

      it('has the same gradient of the inputs', () => {
        expectLikeFloat32(inputGradient(name, false, { ...published, mode: 'crf' }), readPair(`${name}_io`), 'grad[crf_nll].x');
      });
    });
  });
});
