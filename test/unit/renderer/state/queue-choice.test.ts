import { describe, expect, it } from 'vitest';
import { runId, seriesId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { nextOrder, nextState, pendingOf, toQueueView, WHOLE_QUEUE } from '../../../../src/renderer/state/queue-choice.ts';

describe('what the queue asks for', () => {
  it('is nothing at first, so that all windows come in time', () => {
    expect(toQueueView(WHOLE_QUEUE, null, runId(1))).toEqual({});
  });

  it('holds what was chosen, a reason only among the skipped, an order by a run only where there is one', () => {
    const choice = { ...WHOLE_QUEUE, skipReason: 'gap', labelled: false, from: timeMs(5), order: 'uncertain' } as const;
    expect(toQueueView(choice, seriesId(2), runId(7))).toEqual({ seriesId: 2, labelled: false, from: 5, order: { kind: 'uncertain', runId: 7 } });
    expect(toQueueView({ ...choice, state: 'skipped' }, null, null)).toEqual({ state: 'skipped', skipReason: 'gap', labelled: false, from: 5 });
    expect(toQueueView({ ...WHOLE_QUEUE, order: 'random', seed: 4 }, null, null)).toEqual({ order: { kind: 'random', seed: 4 } });
  });

  it('goes on with pending ones, whatever state is shown', () => {
    expect(pendingOf({ state: 'skipped', skipReason: 'gap', labelled: true })).toEqual({ state: 'pending', labelled: true });
  });

  it('comes around by key', () => {
    expect([nextOrder('time', false), nextOrder('random', false), nextOrder('disagreeing', false)]).toEqual(['random', 'time', 'time']);
    expect([nextOrder('random', true), nextOrder('uncertain', true), nextOrder('disagreeing', true)]).toEqual(['uncertain', 'disagreeing', 'time']);
    expect([nextState(null), nextState('pending'), nextState('skipped')]).toEqual(['pending', 'reviewed', null]);
  });
});
