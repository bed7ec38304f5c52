import type { Objective } from '../../../../src/shared/engine/training/objective.ts';
import type { TrainPart } from '../../../../src/shared/engine/training/train-data.ts';
import { type GoldenPair, numbers } from '../golden-tensors.ts';

/** What the golden losses were computed with, where a case says nothing else. */
export const published: Objective = {
  mode: 'soft',
  spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 1 },
  positiveWeight: 1,
  countdown: 'raw',
  confidence: 'ignored',
  tasks: { pointers: true, type: true, span: true, countdown: true },
};

/** The windows of a golden case as training data. `soft`: with its faded mask instead of the 0/1 one. */
export function goldenPart({ f32 }: GoldenPair, soft: boolean): TrainPart {
  const [windows, length, inputs] = f32.get('x')!.shape as [number, number, number];
  const mask = Float32Array.from(numbers(f32, soft ? 'target.soft' : 'target.binary'));
  const floats = (name: string): Float32Array => Float32Array.from(numbers(f32, name));
  return {
    windows,
    length,
    inputs,
    features: floats('x'),
    mask,
    heights: mask,
    countdown: floats('target.countdown'),
    pointers: floats('target.pointers'),
    type: Int32Array.from(numbers(f32, 'target.label')),
    oneSpan: new Uint8Array(windows).fill(1),
    confidence: new Float32Array(windows).fill(1),
    spanCount: new Int32Array(windows).fill(1),
  };
}
