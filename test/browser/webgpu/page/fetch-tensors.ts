import { readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';
import type { NamedArrays } from '../../../../src/shared/engine/safetensors/tensor-data.ts';
import type { GoldenPair } from '../../../unit/engine/golden-tensors.ts';

/** A file of the golden vectors, from the page's own server. */
export async function fetchTensors(name: string): Promise<NamedArrays> {
  const response = await fetch(`/goldens/${name}.safetensors`);
  if (!response.ok) throw new Error(`${name} was not served: ${response.status}`);
  return readSafetensors(new Uint8Array(await response.arrayBuffer()));
}

export async function fetchPair(name: string): Promise<GoldenPair> {
  return { f32: await fetchTensors(`${name}_f32`), f64: await fetchTensors(`${name}_f64`) };
}
