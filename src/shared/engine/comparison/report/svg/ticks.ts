/** From the smallest to the largest that an axis shows. */
export type Domain = readonly [low: number, high: number];

/** Round values within the domain, about five. */
export function ticksOf([low, high]: Domain): readonly number[] {
  const step = roundStep((high - low) / 4);
  const first = Math.ceil(low / step - 1e-9);
  const ticks: number[] = [];
  for (let k = first; k * step <= high + step * 1e-9; k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}

/** 1, 2 or 5 times a power of ten, at least so large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** That holds all values that are numbers; a little wide where they are all one, and 0 to 1 where there is none. */
export function domainOf(values: readonly number[], start?: number): Domain {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [0, 1];
  const low = Math.min(start ?? Infinity, ...known);
  const high = Math.max(start ?? -Infinity, ...known);
  return high > low ? [low, high] : [low, low + (Math.abs(low) || 1)];
}
