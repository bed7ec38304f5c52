import { describe, expect, it } from 'vitest';
import { checkWideVectors } from '../../../../src/main/trainer/kernels/wide-vectors.ts';
import { makeFusedNetwork, type FusedNetwork } from '../../../../src/shared/engine/kernels/network/fused-network.ts';

const usual = makeFusedNetwork('relaxed');

describe('wide vectors', () => {
  it('are usable with the same bits and a gain, or not, for a reason', async () => {
    const found = await checkWideVectors();
    if (found.usable) expect(found.gain).toBeGreaterThan(1);
    else expect(found.reason).toContain('no faster');
  });

  it('are refused where a single bit of a gradient differs', async () => {
    const wrong: FusedNetwork = {
      ...usual,
      differentiate: (task, slopesOf, gradient) => {
        usual.differentiate(task, slopesOf, gradient);
        const bits = new Uint32Array(gradient.projection.weight.buffer, gradient.projection.weight.byteOffset, 1);
        bits[0]! ^= 1;
      },
    };
    expect(await checkWideVectors(usual, () => wrong)).toEqual({ usable: false, reason: 'they compute other bits on this machine' });
  });

  it('are refused where they are no faster', async () => {
    const slow: FusedNetwork = {
      ...usual,
      differentiate: (task, slopesOf, gradient) => {
        for (let again = 0; again < 3; again++) usual.forward(task);
        usual.differentiate(task, slopesOf, gradient);
      },
    };
    expect(await checkWideVectors(usual, () => slow)).toEqual({ usable: false, reason: 'they are no faster on this machine' });
  });
});
