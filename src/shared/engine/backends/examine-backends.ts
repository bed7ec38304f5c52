import type { BackendCandidate, BackendProbe, ExaminedBackend } from './backend.ts';

/** Starts the candidates one after the other, tests and times each. The last one that starts stays active. */
export async function examineBackends(candidates: readonly BackendCandidate[], threads: number, probe: BackendProbe): Promise<readonly ExaminedBackend[]> {
  const examined: ExaminedBackend[] = [];
  for (const candidate of candidates) examined.push(await examine(candidate, threads, probe));
  return examined;
}

async function examine({ name, start }: BackendCandidate, threads: number, { selfTest, timeStep }: BackendProbe): Promise<ExaminedBackend> {
  try {
    const how = await start(threads);
    await selfTest();
    return { name, usable: true, secondsPerStep: await timeStep(), ...(how === undefined ? {} : { how }) };
  } catch (thrown) {
    return { name, usable: false, reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
