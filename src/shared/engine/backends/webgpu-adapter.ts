/** What is asked of WebGPU's `GPUAdapter`; `shared` has no types for it. */
export interface GpuAdapter {
  /** Older browsers tell it here. */
  readonly isFallbackAdapter?: boolean;
  readonly info?: GpuAdapterInfo;
}

interface GpuAdapterInfo {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}

interface Gpu {
  requestAdapter(options: { powerPreference: 'high-performance' }): Promise<GpuAdapter | null>;
}

/** The adapter that tfjs asks for too. Throws, in words, where there is none. */
export async function requestGpuAdapter(): Promise<GpuAdapter> {
  const navigator = Reflect.get(globalThis, 'navigator') as { readonly gpu?: Gpu } | undefined;
  if (!navigator?.gpu) throw new Error('there is no WebGPU here');
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new Error('WebGPU finds no graphics adapter');
  return adapter;
}

/** Names of programs that do a graphics adapter's work on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b/i;

/** Whether it is a program on the processor, on which training would be slower than on any other back end. */
export function isSoftware(adapter: GpuAdapter): boolean {
  if (adapter.isFallbackAdapter === true || adapter.info?.isFallbackAdapter === true) return true;
  return SOFTWARE.test(describeAdapter(adapter));
}

/** As the browser tells it; empty where it tells nothing. */
export function describeAdapter({ info }: GpuAdapter): string {
  const parts = [info?.vendor, info?.architecture, info?.device, info?.description];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** Names the program that stands in for a graphics card, in words; null: it is a card. */
export const programInPlace = (adapter: GpuAdapter): string | null =>
  isSoftware(adapter) ? `only a program in its place (${describeAdapter(adapter) || 'a fallback adapter'})` : null;
