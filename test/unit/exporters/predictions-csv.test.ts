import { describe, expect, it } from 'vitest';
import { predictionsCsv } from '../../../src/main/exporters/predictions-csv.ts';
import { runId, seriesId } from '../../../src/shared/domain/ids.ts';
import type { Prediction } from '../../../src/shared/domain/prediction.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';

const minute = (count: number) => timeMs(Date.UTC(2024, 0, 2, 10, count));

describe('predictions as CSV', () => {
  it('give every bar its probability and the span that holds it', () => {
    const prediction: Prediction = {
      runId: runId(1),
      seriesId: seriesId(1),
      windowId: null,
      time: Float64Array.from([0, 1, 2, 3, 5, 6], minute),
      probability: Float32Array.from([0.1, 0.9, 0.8, 0.2, 0.7, 0.3]),
      threshold: 0.5,
      spans: [
        { startTime: minute(1), endTime: minute(2), score: 0.85 },
        { startTime: minute(5), endTime: minute(5), score: 0.7 },
      ],
    };
    expect([...predictionsCsv(prediction)].join('')).toBe(
      [
        'time,probability,span,span_score',
        '2024-01-02T10:00:00Z,0.1,,',
        '2024-01-02T10:01:00Z,0.9,1,0.85',
        '2024-01-02T10:02:00Z,0.8,1,0.85',
        '2024-01-02T10:03:00Z,0.2,,',
        '2024-01-02T10:05:00Z,0.7,2,0.7',
        '2024-01-02T10:06:00Z,0.3,,',
        '',
      ].join('\n'),
    );
  });
});
