import type { Frame } from '../support/profile.ts';

/** What an epoch's time goes to. A stack belongs to the category of its innermost frame that has one. */
const CATEGORIES: readonly { readonly name: string; readonly files: readonly string[] }[] = [
  { name: 'encoder', files: ['/engine/kernels/bilstm/', '/engine/kernels/dilated/'] },
  { name: 'heads', files: ['/engine/kernels/network/', '/model/ops/', '/model/jade.ts', '/model/span-probabilities.ts', '/model/dropout-mask.ts'] },
  { name: 'losses', files: ['/engine/losses/', '/engine/crf/', '/training/task-losses.ts', '/training/weighted-total.ts', '/training/array-losses.ts'] },
  { name: 'optimiser', files: ['/training/adam.ts', '/training/clip-gradient.ts', '/training/weight-average.ts'] },
  { name: 'batches', files: ['/training/batch.ts', '/model/counter-random.ts'] },
  { name: 'waking and awaiting threads', files: ['/trainer/kernels/member.ts'] },
  { name: 'tape and transfers', files: ['/training/composed-loss-and-gradient.ts', '/training/fused-loss-and-gradient.ts', '/training/train-step.ts', '/model/upload.ts'] },
];

const EVALUATION = ['/training/evaluate-part.ts', '/training/epoch-record.ts', '/engine/evaluation/'];

export function categoryOfStep(stack: readonly Frame[]): string {
  if (stack.some((frame) => isIn(frame, EVALUATION))) return 'evaluation';
  for (const frame of stack) {
    if (frame.name === '(garbage collector)') return 'garbage collection';
    const found = CATEGORIES.find(({ files }) => isIn(frame, files));
    if (found !== undefined) return found.name;
  }
  return 'other';
}

const isIn = ({ url }: Frame, files: readonly string[]): boolean => files.some((file) => url.includes(file));
