import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFloat64, plainBilstm, plainBilstmGradient } from '../../../src/shared/engine/kernels/bilstm/plain.ts';
import { maxDifference } from '../../unit/engine/kernels/bilstm/lstm-golden.ts';
import { randomTask } from '../../unit/engine/kernels/bilstm/random-task.ts';
import type { BilstmTask } from '../../unit/engine/kernels/bilstm/run-implementation.ts';
import { openWebGpuPage, type WebGpuPage } from './webgpu-page.ts';

let page: WebGpuPage;

beforeAll(async () => {
  page = await openWebGpuPage();
  await page.ask('start', { allowFallback: true });
});
afterAll(() => page?.close());

const shapes = [
  { batch: 3, steps: 5, inputs: 2, units: 4 },
  { batch: 2, steps: 1, inputs: 1, units: 1 },
  { batch: 1, steps: 9, inputs: 7, units: 5 },
  { batch: 2, steps: 6, inputs: 12, units: 96 },
  { batch: 1, steps: 3, inputs: 3, units: 300 },
];

it.each(shapes)('%o: as plain loops in float64', async (shape) => {
  const task = randomTask(shape, 7);
  const results = await page.ask('runBilstm', task);
  expected(task).forEach((exact, i) => expect(maxDifference(exact, results[i]!), `result ${i}`).toBeLessThan(1e-5));
});

function expected(task: BilstmTask): ArrayLike<number>[] {
  const [x, weights] = [Float64Array.from(task.x), task.weights.map((values) => Float64Array.from(values))];
  const pass = plainBilstm(task.shape, x, weights, makeFloat64);
  const loss = { dOutput: Float64Array.from(task.dOutput), dLastCells: Float64Array.from(task.dLastCells) };
  const gradient = plainBilstmGradient(task.shape, x, weights, pass, loss, true, makeFloat64);
  return [pass.output, pass.lastCells, gradient.x!, ...gradient.weights];
}
