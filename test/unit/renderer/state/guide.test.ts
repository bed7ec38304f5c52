import { expect, it } from 'vitest';
import { GUIDE_STEPS, stepAfter } from '../../../../src/renderer/state/guide.ts';
import { addEpoch, putNewest } from '../../../../src/renderer/app/run-records.ts';
import type { EpochRecord, RunSummary } from '../../../../src/shared/domain/run.ts';

it('the guide moves on when its step is done, past steps that were overtaken, and never back', () => {
  expect(stepAfter('mark', 'mark')).toBe('confidence');
  expect(stepAfter('mark', 'train')).toBe('look');
  expect(stepAfter('train', 'mark')).toBe('train');
  expect(stepAfter('look', GUIDE_STEPS[GUIDE_STEPS.length - 1])).toBeUndefined();
});

it('a run is put in its place, a new one first', () => {
  const runs = [{ id: 2 }, { id: 1 }] as unknown as RunSummary[];
  expect(putNewest(runs, { id: 1, name: 'new name' } as unknown as RunSummary)).toEqual([{ id: 2 }, { id: 1, name: 'new name' }]);
  expect(putNewest(runs, { id: 3 } as unknown as RunSummary).map((run) => run.id)).toEqual([3, 2, 1]);
});

it('an epoch that is told twice is kept once, in its order', () => {
  const epoch = (number: number, seconds = 0) => ({ epoch: number, seconds }) as unknown as EpochRecord;
  const record = { epochs: [epoch(1), epoch(3)] };
  expect(addEpoch(addEpoch(record, epoch(2)), epoch(3, 9)).epochs).toEqual([epoch(1), epoch(2), epoch(3, 9)]);
});
