export interface Timing {
  readonly min: number;
  readonly median: number;
}

export function timingOf(values: readonly number[]): Timing {
  return { min: Math.min(...values), median: median(values) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

type Work = () => unknown;

/**
 * Seconds of each of `rounds` calls of every work, one after the other in each round, so that what disturbs the machine
 * disturbs all; `warmUp` rounds before are not counted: V8 optimises only what it saw run. -> [works][rounds]
 */
export async function timeInTurn(works: readonly Work[], rounds: number, warmUp: number): Promise<readonly (readonly number[])[]> {
  const seconds = works.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const begin = performance.now();
      await work();
      if (round >= 0) seconds[i]!.push((performance.now() - begin) / 1000);
    }
  }
  return seconds;
}
