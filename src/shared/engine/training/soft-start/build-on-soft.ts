import { emissionWidth } from '../../model/jade-config.ts';
import type { Parameters } from '../../model/parameters.ts';

const SPAN_HEAD = 'expansion_span_emission.1';
/** Which of a bar's scores says that it lies in a span, by the width of the span head: of tags the second, of segments the first. */
const INSIDE = { 2: 1, 3: 0 } as const;

/**
 * Lets a model of sequences begin as a soft one ends, all but the sigmas: a bar's score to lie in a span is its log-odds there,
 * its other scores are 0, and what a sequence scores by itself stays. Log-odds that were learned with a positive weight w are
 * too high by ln w (Elkan 2001), which is taken off.
 */
export function buildOnSoft(soft: Parameters, sequence: Parameters, positiveWeight: number): void {
  for (const [name, values] of soft.views) {
    if (!name.startsWith('log_sigma_') && !name.startsWith(SPAN_HEAD)) sequence.views.get(name)!.set(values);
  }
  const width = emissionWidth(sequence.config);
  const inside = INSIDE[width as keyof typeof INSIDE];
  const weight = soft.views.get(`${SPAN_HEAD}.weight`)!;
  const [bias] = soft.views.get(`${SPAN_HEAD}.bias`)!;
  // shape: [O,C] and [O]
  const weights = sequence.views.get(`${SPAN_HEAD}.weight`)!.fill(0);
  const biases = sequence.views.get(`${SPAN_HEAD}.bias`)!.fill(0);
  weights.set(weight, inside * weight.length);
  biases[inside] = bias - Math.log(positiveWeight);
}
