import { programInPlace, requestGpuAdapter } from '../../shared/engine/backends/webgpu-adapter.ts';
import { ALLOW_FALLBACK } from './allow-fallback.ts';

/** Why this page could not compute by WebGPU, in words; null: it may. Asks the browser and loads nothing. */
export async function findObstacle(): Promise<string | null> {
  try {
    const program = programInPlace(await requestGpuAdapter());
    return ALLOW_FALLBACK || program === null ? null : `the browser has no graphics card, ${program}`;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
