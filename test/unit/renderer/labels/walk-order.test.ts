import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unmetPredictions, walkOrder } from '../../../../src/renderer/labels/walk-order.ts';
import { spanId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { aSpan } from './a-span.ts';

const range = fc.tuple(fc.nat(12), fc.nat(3)).map(([start, more]) => ({ startTime: timeMs(start), endTime: timeMs(start + more) }));
const ranges = fc.array(range, { maxLength: 6 });

describe('the order in which Tab walks', () => {
  it('has every label, and every prediction that meets none, by first bar', () => {
    fc.assert(
      fc.property(ranges, ranges, (ofLabels, ofPredictions) => {
        const labels = ofLabels.map((each, n) => aSpan({ ...each, id: spanId(String(n)) }));
        const predictions = ofPredictions.map((each) => ({ ...each, score: 0.5 }));
        const stops = walkOrder(labels, unmetPredictions(labels, predictions));
        expect(new Set(stops.filter(({ kind }) => kind === 'label').map(({ span }) => span))).toEqual(new Set(labels));
        const unmet = predictions.filter((each) => !labels.some((label) => label.startTime <= each.endTime && label.endTime >= each.startTime));
        const walked = stops.filter(({ kind }) => kind === 'prediction').map(({ span }) => span);
        expect(walked).toHaveLength(unmet.length);
        expect(new Set(walked)).toEqual(new Set(unmet));
        for (const [n, { span }] of stops.entries()) {
          const before = stops[n - 1];
          if (before === undefined) continue;
          expect(before.span.startTime).toBeLessThanOrEqual(span.startTime);
        }
      }),
    );
  });
});
