import { CONFIDENCE_STEPS } from '../../shared/domain/span.ts';

/** Of a new span until a digit says otherwise: the middle, so that forgetting it weighs neither way. */
export const DEFAULT_CONFIDENCE = CONFIDENCE_STEPS[2];

/** 1 to 5: the step nearest to a confidence in (0, 1]. */
export function confidenceStep(confidence: number): number {
  const distances = CONFIDENCE_STEPS.map((step) => Math.abs(step - confidence));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** '0.6', '0.75': no more digits than it has. */
export function confidenceText(confidence: number): string {
  return Number.isInteger(confidence * 10) || Math.abs(confidence * 10 - Math.round(confidence * 10)) < 1e-9 ? confidence.toFixed(1) : confidence.toFixed(2);
}
