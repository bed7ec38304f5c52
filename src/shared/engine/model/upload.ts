import { tensor } from '@tensorflow/tfjs-core';
import type { JadeTensors } from './jade.ts';
import type { Parameters } from './parameters.ts';

/** A copy of the parameters as tensors of the active backend. */
export function uploadParameters({ specs, views }: Parameters): JadeTensors {
  return new Map(specs.map(({ name, shape }) => [name, tensor(views.get(name)!.slice(), [...shape])]));
}
