import type { Calibration } from '../../../domain/calibration.ts';

interface Block {
  /** Lowest and highest probability of its bars. */
  readonly from: number;
  readonly to: number;
  readonly bars: number;
  readonly labelled: number;
}

const share = ({ bars, labelled }: Block): number => labelled / bars;

/**
 * The ascending steps with the smallest squared error, by pooling adjacent violators (R. Barlow et al., Statistical Inference
 * under Order Restrictions, 1972), straight between the ends of the steps. probability, target: [n], at least one, on windows that
 * the model did not learn from. O(n log n).
 */
export function fitIsotonic(probability: Float32Array, target: Uint8Array): Extract<Calibration, { kind: 'isotonic' }> {
  const order = Uint32Array.from(target, (_, i) => i).sort((a, b) => probability[a] - probability[b]);
  const blocks: Block[] = [];
  for (const i of order) {
    let block: Block = { from: probability[i], to: probability[i], bars: 1, labelled: target[i] };
    // Bars of one probability cannot be told apart, so they share a block.
    while (blocks.length > 0 && (share(blocks.at(-1)!) >= share(block) || blocks.at(-1)!.to === block.from)) block = joined(blocks.pop()!, block);
    blocks.push(block);
  }
  const points = blocks.flatMap((block) => (block.from === block.to ? [[block.from, share(block)]] : [[block.from, share(block)], [block.to, share(block)]]));
  return { kind: 'isotonic', at: points.map(([at]) => at), value: points.map(([, value]) => value) };
}

function joined(a: Block, b: Block): Block {
  return { from: a.from, to: b.to, bars: a.bars + b.bars, labelled: a.labelled + b.labelled };
}
