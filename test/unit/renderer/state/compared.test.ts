import { describe, expect, it } from 'vitest';
import { MOST_COMPARED, placeOf, toggled, withFirst, withTogether } from '../../../../src/renderer/state/compared.ts';
import type { TrainedSource } from '../../../../src/shared/domain/comparison.ts';
import { experimentId, runId } from '../../../../src/shared/domain/ids.ts';

const run = (id: number): TrainedSource => ({ kind: 'run', runId: runId(id) });
const experiment = (id: number, group: string | null = null): TrainedSource => ({ kind: 'experiment', experimentId: experimentId(id), group });

describe('what is marked for the comparison', () => {
  it('is marked once, and no longer when it is marked again', () => {
    const two = toggled(toggled([], run(1))!, experiment(1))!;
    expect(two).toEqual([run(1), experiment(1)]);
    expect(toggled(two, run(1))).toEqual([experiment(1)]);
  });

  it('tells runs, experiments and groups of one experiment apart', () => {
    const all = [run(1), experiment(1), experiment(1, 'epochs 50'), experiment(1, 'epochs 100')];
    expect(all.map((source) => placeOf(all, source))).toEqual([0, 1, 2, 3]);
    expect(placeOf(all, experiment(1, 'epochs 200'))).toBe(-1);
  });

  it('is never more than can be told apart', () => {
    const full = Array.from({ length: MOST_COMPARED }, (_, n) => run(n));
    expect(toggled(full, run(99))).toBeNull();
    expect(toggled(full, run(0))).toHaveLength(MOST_COMPARED - 1);
  });

  it('has all of them together once, in whatever order they stand', () => {
    const together = { kind: 'together', parts: [run(1), experiment(1)] } as const;
    const three = withTogether([run(1), experiment(1)])!;
    expect(three).toEqual([run(1), experiment(1), together]);
    expect(withTogether(withFirst(three, 1))).toBeNull();
    expect(withTogether([...three, run(2)])!.at(-1)).toEqual({ kind: 'together', parts: [run(1), experiment(1), run(2)] });
    expect(withTogether([run(1)])).toBeNull();
    expect(withTogether([together])).toBeNull();
    expect(withTogether(Array.from({ length: MOST_COMPARED }, (_, n) => run(n)))).toBeNull();
    expect(toggled(three, together)).toEqual([run(1), experiment(1)]);
  });

  it('keeps its order but for the one that comes first', () => {
    expect(withFirst([run(1), run(2), run(3)], 2)).toEqual([run(3), run(1), run(2)]);
    expect(withFirst([run(1), run(2)], 0)).toEqual([run(1), run(2)]);
  });
});
