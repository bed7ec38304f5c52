import { describe, expect, it } from 'vitest';
import { describedTasks, gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { makeConfig, makePart } from './train-tasks.ts';

const part = makePart({ windows: 4, length: 6, inputs: 2 }, 3);
const floats = (values: Float32Array): number[] => [...values].map((value) => Math.round(value * 1e6) / 1e6);

describe('a batch', () => {
  it('holds the rows that were asked for, in their order', () => {
    const batch = gatherBatch(part, [2, 0], makeObjective(makeConfig(), part));
    expect(batch.size).toBe(2);
    expect([...batch.features]).toEqual([...part.features.subarray(24, 36), ...part.features.subarray(0, 12)]);
    expect([...batch.mask]).toEqual([...part.mask.subarray(12, 18), ...part.mask.subarray(0, 6)]);
    expect([...batch.pointers]).toEqual([...part.pointers.subarray(4, 6), ...part.pointers.subarray(0, 2)]);
    expect([...batch.classes]).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('leaves windows without a span, with several, or of unknown type out of the heads that cannot describe them', () => {
    const mixed = { ...part, oneSpan: Uint8Array.of(1, 0, 1, 0), type: Int32Array.of(0, -1, -1, -1) };
    const { weights } = gatherBatch(mixed, [0, 1, 2, 3], makeObjective(makeConfig(), mixed));
    expect(floats(weights.pointers!.weights)).toEqual([0.5, 0, 0.5, 0]);
    expect(floats(weights.countdown!.weights)).toEqual([0.5, 0, 0.5, 0]);
    expect(floats(weights.type!.weights)).toEqual([1, 0, 0, 0]);
    expect(floats(weights.span!.weights)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('knows which tasks none of its windows describes, or are switched off', () => {
    const none = { ...part, oneSpan: new Uint8Array(4) };
    const tasks = { pointers: true, type: true, span: true, countdown: true };
    expect(describedTasks(gatherBatch(none, [0, 1], makeObjective(makeConfig(), none)))).toEqual(['span']);
    expect(describedTasks(gatherBatch(part, [0, 1], makeObjective(makeConfig({ tasks: { ...tasks, type: false } }), part)))).toEqual(['pointers', 'span', 'countdown']);
  });

  it('takes confidence as weight, as height of the mask, or not at all', () => {
    const heights = part.mask.map((value, i) => value / (1 + (i % 5)));
    const sure = { ...part, heights, confidence: Float32Array.of(1, 0.25, 0.5, 0.25) };
    const batch = (confidence: 'weight' | 'height' | 'ignored') => gatherBatch(sure, [0, 1, 2, 3], makeObjective(makeConfig({ confidence }), sure));
    expect(floats(batch('weight').weights.span!.weights)).toEqual([0.5, 0.125, 0.25, 0.125]);
    expect(floats(batch('ignored').weights.span!.weights)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(batch('height').mask).toEqual(heights);
    expect(floats(batch('height').weights.span!.weights)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(batch('height').tags).toEqual(Uint8Array.from(part.mask));
    expect([...batch('weight').mask]).toEqual([...part.mask]);
  });
});

describe('the positive weight', () => {
  const weight = (positiveWeight: number | 'from-data', mask = part.mask): number =>
    makeObjective(makeConfig({ spanLoss: { kind: 'bce', on: 'logits', positiveWeight } }), { ...part, mask }).positiveWeight;

  it('is the number given, or bars outside per bar inside of spans', () => {
    expect(weight(13.1)).toBe(13.1);
    expect(weight('from-data')).toBe(1);
    expect(weight('from-data', Float32Array.of(1, 0, 0, 0))).toBe(3);
  });

  it('is 1 where there is nothing to balance', () => {
    expect(weight('from-data', new Float32Array(4))).toBe(1);
    expect(weight('from-data', new Float32Array(4).fill(1))).toBe(1);
  });
});
