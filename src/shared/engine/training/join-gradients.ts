import type { Tensor } from '@tensorflow/tfjs-core';
import { viewsOf, type Parameters } from '../model/parameters.ts';

/** In the order of the flat parameters. Asked for all at once: a GPU answers each after a while. */
export async function joinGradients({ specs, flat }: Parameters, gradients: readonly Tensor[]): Promise<Float32Array> {
  const values = await Promise.all(gradients.map((gradient) => gradient.data<'float32'>()));
  const joined = new Float32Array(flat.length);
  const views = viewsOf(specs, joined);
  specs.forEach(({ name }, i) => views.get(name)!.set(values[i]));
  return joined;
}
