/** With fewer, the published study's sigmas and probabilities still showed where the training had begun. */
const ENOUGH = 500;

export const stepsPerEpoch = (windows: number, batchSize: number): number => Math.ceil(windows / batchSize);

/** null: there are enough steps of the optimiser. */
export function warnOfFewSteps(perEpoch: number, epochs: number): string | null {
  const steps = perEpoch * epochs;
  if (perEpoch === 0 || steps >= ENOUGH) return null;
  return `${steps} steps of the optimiser are few: below ${ENOUGH}, figures and task weights tell more of the start than of the labels. ${Math.ceil(ENOUGH / perEpoch)} epochs would make so many.`;
}
