import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const DATASET = join(ROOT, '..', 'shared', 'datasets', 'ref210.json.gz');
const absent = existsSync(DATASET) ? undefined : 'ref210 is not at ../shared/datasets';

interface Outcome {
  readonly code: number;
  readonly json: Record<string, unknown>;
  readonly stderr: string;
}

let folder: string;
let project: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-cli-'));
  project = join(folder, 'ref210.expanse');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `expanse …` under --json; the object is the last line of stdout. */
function expanse(...args: readonly string[]): Promise<Outcome> {
  const all = [join(ROOT, 'src', 'main', 'cli', 'main.ts'), ...args, '--project', project, '--json'];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      resolve({ code: error === null ? 0 : Number(error.code), json: JSON.parse(last) as Outcome['json'], stderr });
    });
  });
}

const share = expect.toSatisfy((value: unknown) => typeof value === 'number' && value >= 0 && value <= 1);

describe.skipIf(absent !== undefined)(`the loop on the command line, on ref210${absent === undefined ? '' : ` (${absent})`}`, () => {
  it('imports, trains, evaluates and predicts', async () => {
    const imported = await expanse('import', 'dataset', DATASET);
    expect(imported).toMatchObject({ code: 0, json: { windows: 210, spans: 210 } });

    const trained = await expanse('train', '--epochs', '2', '--seed', '3');
    expect(trained.code, trained.stderr).toBe(0);
    expect(trained.json).toMatchObject({
      run: 1,
      backend: expect.any(String),
      epochs: 2,
      secondsPerEpoch: expect.any(Number),
      // Two epochs are twelve steps of 0.001 each.
      sigmas: { ptr: expect.closeTo(Math.exp(-0.3 - 0.012), 3), type: expect.any(Number), span: expect.any(Number), countdown: expect.any(Number) },
      windows: { train: 168, val: 42, test: 0 },
    });
    const weights = Object.values(trained.json.taskWeights as Record<string, number>);
    expect(weights).toHaveLength(4);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(trained.stderr).toMatch(/epoch 2 of 2/);

    const evaluated = await expanse('evaluate', '--run', '1');
    expect(evaluated.code).toBe(0);
    const { curves, ...figures } = evaluated.json as { readonly curves: object };
    expect(figures).toEqual(trained.json.evaluation);
    expect(Object.keys(curves)).toEqual(['thresholds', 'precisionRecall', 'reliability', 'histogram']);
    expect(evaluated.json).toMatchObject({
      part: 'val',
      windows: 42,
      bar: { at05: { precision: share, recall: share, f1: share }, best: { precision: share, recall: share, f1: share, threshold: share } },
      spans: 42,
      span: { f1Iou30: share, f1Iou50: share, f1Iou70: share, hit1: share, hit3: share },
      separation: { inMean: share, outMean: share, separation: expect.any(Number) },
      auprc: share,
      auc: share,
      ece: share,
      brier: share,
      ci: { 'bar.at05.f1': [share, share], 'span.f1Iou50': [share, share], auprc: [share, share], ece: [share, share] },
    });
    // The reference's own figure for a predictor that looks at no bar (best F1 on the same windows): 0.222.
    const [prior] = evaluated.json.baselines as readonly { readonly name: string; readonly bar: { readonly f1: number } }[];
    expect(prior.name).toBe('positionPrior');
    expect(prior.bar.f1).toBeCloseTo(0.222, 3);

    const predicted = await expanse('predict', '--run', '1');
    expect(predicted.code, predicted.stderr).toBe(0);
    expect(predicted.json).toMatchObject({ run: 1, bars: 22_050, series: [{ series: 1, bars: 22_050 }] });
  });

  it('ends with an error and its reason where something is missing', async () => {
    const evaluated = await expanse('evaluate', '--run', '1', '--part', 'test');
    expect(evaluated.code).toBe(1);
    expect(evaluated.json).toMatchObject({ error: { kind: 'not-enough-data', message: 'Run 1 has no test windows.' } });
    const preset = await expanse('train', '--preset', 'nonsense');
    expect(preset).toMatchObject({ code: 1, json: { error: { message: 'There is no preset "nonsense".' } } });
    const run = await expanse('predict', '--run', '7');
    expect(run).toMatchObject({ code: 1, json: { error: { kind: 'not-found' } } });
  });
});
