import { beforeAll, describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';
import { viterbi } from '../../../../src/shared/engine/crf/viterbi.ts';
import { viewsOf } from '../../../../src/shared/engine/model/parameters.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { crfScores, spanProbabilities } from '../../../../src/shared/engine/model/span-probabilities.ts';
import { fromStateDict } from '../../../../src/shared/engine/model/state-dict.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { lossAndGradient } from '../../../../src/shared/engine/training/loss-and-gradient.ts';
import type { Objective } from '../../../../src/shared/engine/training/objective.ts';
import { activate } from '../backend.ts';
import { largestDifference, numbers } from '../golden-tensors.ts';
import { describeGoldens, expectLikeFloat32, goldenBytes, readPair } from '../goldens.ts';
import { goldenPart } from './golden-batch.ts';

const published: Objective = {
  mode: 'soft',
  spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 1 },
  positiveWeight: 1,
  countdown: 'raw',
  confidence: 'ignored',
  tasks: { pointers: true, type: true, span: true, countdown: true },
};

const softVariants = [
  { variant: 'bce_pw1', soft: false, positiveWeight: 1 },
  { variant: 'bce_pw13.1', soft: false, positiveWeight: 13.1 },
  { variant: 'bce_soft_pw1', soft: true, positiveWeight: 1 },
  { variant: 'bce_soft_pw13.1', soft: true, positiveWeight: 13.1 },
];

const weightsOf = (name: string) => fromStateDict(readSafetensors(goldenBytes(`${name}_state_dict.safetensors`)));

async function expectLossesAndGradients(name: string, variant: string, soft: boolean, objective: Objective): Promise<void> {
  const pair = readPair(`${name}_io`);
  const parameters = weightsOf(name);
  const batch = gatherBatch(goldenPart(pair, soft), [0, 1, 2, 3], objective);
  const { losses, gradient } = await lossAndGradient(parameters, batch, objective, null);

  expectLikeFloat32([losses.raw.pointers!], pair, 'loss.pointer_huber_d0.08');
  expectLikeFloat32([losses.raw.type!], pair, 'loss.type_ce');
  expectLikeFloat32([losses.raw.countdown!], pair, 'loss.countdown_huber_d1');
  expectLikeFloat32([losses.raw.span!], pair, `loss.span.${variant}`);
  expectLikeFloat32([losses.weighted], pair, `loss.total.${variant}`);
  for (const [parameter, values] of viewsOf(parameters.specs, gradient)) {
    expectLikeFloat32(values, pair, `grad[${variant}].${parameter}`);
  }
}

describe.each(['wasm', 'cpu'] as const)('on the %s backend', (backend) => {
  beforeAll(() => activate(backend));

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
        await expectLossesAndGradients(name, variant, soft, { ...published, positiveWeight });
      });

      it.each(softVariants)('has the same ones on logits where nothing saturates: $variant', async ({ variant, soft, positiveWeight }) => {
        const spanLoss = { kind: 'bce', on: 'logits', positiveWeight } as const;
        await expectLossesAndGradients(name, variant, soft, { ...published, spanLoss, positiveWeight });
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
        await expectLossesAndGradients(name, 'crf_nll', false, { ...published, mode: 'crf' });
      });
    });
  });
});
