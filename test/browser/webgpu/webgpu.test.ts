import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpanMode } from '../../../src/shared/domain/train-config.ts';
import { makeFloat64, plainBilstm, plainBilstmGradient } from '../../../src/shared/engine/kernels/bilstm/plain.ts';
import { weightedNll } from '../../../src/shared/engine/losses/crf-nll.ts';
import { dropoutMask } from '../../../src/shared/engine/model/dropout-mask.ts';
import { viewsOf } from '../../../src/shared/engine/model/parameters.ts';
import { parameterSpecs } from '../../../src/shared/engine/model/parameter-specs.ts';
import type { Objective } from '../../../src/shared/engine/training/objective.ts';
import { published } from '../../unit/engine/training/golden-batch.ts';
import { activate } from '../../unit/engine/backend.ts';
import { describeGoldens, expectLikeFloat32, readPair } from '../../unit/engine/goldens.ts';
import { largestDifference } from '../../unit/engine/golden-tensors.ts';
import { float32Tolerance } from '../../unit/engine/kernels/bilstm/lstm-golden.ts';
import { goldenCases, readLstmGolden } from '../../unit/engine/kernels/bilstm/lstm-goldens.ts';
import { randomTask } from '../../unit/engine/kernels/bilstm/random-task.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { randomCrfTask, type CrfTask } from './crf-task.ts';
import { trainTenSteps } from './train-ten-steps.ts';
import { openWebGpuPage, type WebGpuPage } from './webgpu-page.ts';

let page: WebGpuPage;

beforeAll(async () => {
  page = await openWebGpuPage();
});
afterAll(() => page?.close());

describe('WebGPU without a graphics card', () => {
  it('is refused, since it would be slower than anything else', async () => {
    await expect(page.ask('start', { allowFallback: false })).rejects.toThrow('only a program in its place (google swiftshader)');
  });

  it('starts where a test asks for it, and passes the self-test', async () => {
    await page.ask('start', { allowFallback: true });
    await page.ask('selfTest');
    expect(await page.ask('countTensors')).toBe(0);
  });

  it('is refused in words where the browser finds no adapter at all', async () => {
    const other = await openWebGpuPage(() => launchBrowser(['--disable-gpu', '--disable-features=WebGPU']));
    await expect(other.ask('start', { allowFallback: true })).rejects.toThrow(/there is no WebGPU here|finds no graphics adapter/);
    await other.close();
  });
});

describe('the fused BiLSTM on WebGPU', () => {
  const small = { batch: 3, steps: 5, inputs: 2, units: 5 };
  const usual = { hasCells: true, apart: false, limits: {} };
  const cases = [
    { name: 'the largest workgroups', shape: small, run: usual },
    { name: 'a loss that reads no cells, and nothing kept', shape: small, run: { ...usual, hasCells: false, apart: true } },
    { name: 'more units than invocations', shape: small, run: { ...usual, limits: { maxComputeInvocationsPerWorkgroup: 3 } } },
    { name: 'two invocations for each unit', shape: small, run: { ...usual, limits: { maxComputeInvocationsPerWorkgroup: 12 } } },
    { name: 'one step of one unit', shape: { batch: 1, steps: 1, inputs: 1, units: 1 }, run: usual },
    { name: 'a device that is too small', shape: { batch: 2, steps: 2, inputs: 1, units: 2 }, run: { ...usual, limits: { maxComputeWorkgroupStorageSize: 10 } } },
  ];

  it.each(cases)('equals plain loops in float64 with $name', async ({ shape, run }) => {
    const results = await page.ask('bilstm', { shape, seed: 7, run });
    plainResults(randomTask(shape, 7), run.hasCells).forEach((exact, i) => expect(largestDifference(results[i]!, exact), `result ${i}`).toBeLessThan(1e-5));
    expect(await page.ask('countTensors')).toBe(0);
  });

  describeGoldens('and PyTorch', () => {
    it.each(goldenCases)('%s: output, cells and all gradients', async (name) => {
      const results = await page.ask('lstmGolden', name);
      readLstmGolden(name).expected.forEach((expected, i) => {
        expect(largestDifference(results[i]!, expected.f64), expected.name).toBeLessThanOrEqual(float32Tolerance(expected));
      });
    });
  });
});

describe('the fused loss of the CRF on WebGPU', () => {
  const cases: readonly { shape: CrfTask['shape']; size: number }[] = [
    { shape: [3, 9, 2], size: 3 },
    { shape: [2, 105, 2], size: 50 },
    { shape: [10, 4, 3], size: 2 },
    { shape: [1, 1, 2], size: 1 },
  ];

  it.each(cases)('equals float64 outside of the back end: $shape, emissions within +-$size', async ({ shape, size }) => {
    const [loss, ...gradients] = await page.ask('crfNll', { shape, size, seed: 5 });
    const exact = exactNll(randomCrfTask(shape, size, 5));
    expect(Math.abs(loss![0]! / exact.loss - 1)).toBeLessThan(2e-6);
    exact.gradients.forEach((gradient, i) => expect(largestDifference(gradients[i]!, gradient), `gradient ${i}`).toBeLessThan(2e-6));
    expect(await page.ask('countTensors')).toBe(0);
  });
});

describeGoldens('JadeCompact on WebGPU, as PyTorch computes it', () => {
  const cases: readonly { name: string; variant: string; soft: boolean; objective: Objective }[] = [
    { name: 'jade_soft_in12', variant: 'bce_pw13.1', soft: false, objective: { ...published, positiveWeight: 13.1 } },
    { name: 'jade_soft_in13', variant: 'bce_soft_pw1', soft: true, objective: { ...published, spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 1 } } },
    { name: 'jade_crf_in12', variant: 'crf_nll', soft: false, objective: { ...published, mode: 'crf' } },
    { name: 'jade_crf_in13', variant: 'crf_nll', soft: false, objective: { ...published, mode: 'crf' } },
  ];

  it.each(cases)('$name: outputs', async ({ name, objective }) => {
    const pair = readPair(`${name}_io`);
    const outputs = await page.ask('jadeGolden', name);
    expectLikeFloat32(outputs.logits, pair, 'out.logits');
    expectLikeFloat32(outputs.pointers, pair, 'out.pointers');
    expectLikeFloat32(outputs.countdown, pair, 'out.expansion_countdown');
    expectLikeFloat32(outputs.emissions, pair, objective.mode === 'crf' ? 'out.span_emissions' : 'out.expansion_binary_logits');
  });

  it.each(cases)('$name, $variant: losses and gradients', async ({ name, variant, soft, objective }) => {
    const pair = readPair(`${name}_io`);
    const { losses, gradient } = await page.ask('differentiateJadeGolden', { name, soft, objective });
    expectLikeFloat32([losses.raw.pointers!], pair, 'loss.pointer_huber_d0.08');
    expectLikeFloat32([losses.raw.type!], pair, 'loss.type_ce');
    expectLikeFloat32([losses.raw.countdown!], pair, 'loss.countdown_huber_d1');
    expectLikeFloat32([losses.raw.span!], pair, `loss.span.${variant}`);
    expectLikeFloat32([losses.weighted], pair, `loss.total.${variant}`);
    const specs = parameterSpecs({ mode: objective.mode, inputs: pair.f32.get('x')!.shape[2]!, hiddenSize: 96 });
    for (const [parameter, values] of viewsOf(specs, gradient)) expectLikeFloat32(values, pair, `grad[${variant}].${parameter}`);
    expect(await page.ask('countTensors')).toBe(0);
  });
});

describe('ten steps of training on WebGPU', () => {
  it.each(['soft', 'crf', 'segments'] as const)('%s: end where they end on wasm, and leave no tensor behind', async (mode: SpanMode) => {
    await activate('wasm');
    const right = await trainTenSteps(mode);
    const { losses, parameters, dispatches } = await page.ask('trainTenSteps', mode);
    losses.forEach((loss, step) => expect(Math.abs(loss / right.losses[step]! - 1), `loss of step ${step}`).toBeLessThan(1e-6));
    // The optimiser moves each parameter by up to 0.01 in ten steps.
    expect(largestDifference(parameters, right.parameters)).toBeLessThan(2e-5);
    expect(await page.ask('countTensors')).toBe(0);
    // Many a dispatch costs more than what it computes.
    expect(dispatches).toBeGreaterThan(10 * 20);
    expect(dispatches).toBeLessThan(10 * 200);
  });
});

describe('dropout on WebGPU', () => {
  it('drops what the mask drops that is made outside', async () => {
    const dropout = { key: 2_900_000_001, probability: 0.6 };
    const [dropped] = await page.ask('dropOnes', { size: 10_001, dropout });
    const mask = dropoutMask(dropout.key, 10_001, dropout.probability);
    expect(largestDifference(dropped!, mask)).toBeLessThan(1e-6);
  });
});

describe('a worker on WebGPU', () => {
  it('has had nothing to complain of, nor read anything from the device at once', () => {
    expect(page.messages).toEqual([]);
  });

  it('ends in an error where the device cannot do its work', async () => {
    await page.ask('breakDevice');
    await expect.poll(() => page.messages.join(), { timeout: 20_000 }).toContain('The graphics card could not do its work');
  });
});

/** Output, last cells, gradients of x and the weights. */
function plainResults(task: ReturnType<typeof randomTask>, hasCells: boolean): ArrayLike<number>[] {
  const pass = plainBilstm(task.shape, task.x, task.weights, makeFloat64);
  const loss = { dOutput: task.dOutput, dLastCells: hasCells ? task.dLastCells : null };
  const gradient = plainBilstmGradient(task.shape, task.x, task.weights, pass, loss, true, makeFloat64);
  return [pass.output, pass.lastCells, gradient.x!, ...gradient.weights];
}

function exactNll({ shape: [batch, length, tags], emissions, path, weights, ...scores }: CrfTask) {
  return weightedNll({ values: emissions, batch, length }, { tags, ...scores }, path, weights);
}
