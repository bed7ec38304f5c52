import { describeAdapter, isSoftware, requestGpuAdapter } from '../../shared/engine/backends/webgpu-adapter.ts';
import { ALLOW_FALLBACK } from './allow-fallback.ts';

/** Why this page could not compute by WebGPU, in words; null: it may. Asks the browser and loads nothing. */
export async function findObstacle(): Promise<string | null> {
  try {
    const adapter = await requestGpuAdapter();
    if (ALLOW_FALLBACK || !isSoftware(adapter)) return null;
    return `the browser has no graphics card, only a program in its place (${describeAdapter(adapter) || 'a fallback adapter'})`;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
