import { runsOfBars } from '../../../domain/runs-of-bars.ts';
import type { Segment } from '../match-spans.ts';

/** Runs of bars that reach `low`, of which one bar reaches `high`: a weak edge is told only beside a strong middle. probability: [T] */
export function hysteresisSpans(probability: Float32Array, high: number, low: number): Segment[] {
  const isStrong = ({ start, end }: Segment): boolean => probability.subarray(start, end + 1).some((value) => value >= high);
  return runsOfBars(probability.length, (t) => probability[t] >= low).filter(isStrong);
}
