import { setFlagsFromString } from 'node:v8';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFusedNetwork, type FusedNetwork } from '../../../shared/engine/kernels/network/fused-network.ts';
import { differsInBits, runCheckTasks, type CheckedPass } from './wide-vectors-check.ts';

/** Whether V8 joins two vectors of four into one of eight here, with the same bits, and what it brings. */
export type WideVectors =
  /** `gain`: how many times as fast. */
  | { readonly usable: true; readonly gain: number }
  /** In words. */
  | { readonly usable: false; readonly reason: string };

/** V8 optimises what was called often, and does so beside the program. Rounds over all tasks, and milliseconds between them. */
const ROUNDS = 6;
const PAUSE = 40;

/** Less than this is not worth an experiment of V8's. */
const LEAST_GAIN = 1.1;

/**
 * Lets V8 compile the wide build of the kernels as an experiment of its own (`--experimental-wasm-revectorize`), and nothing
 * else: the flag is off again when this returns. It is usable only if each of many passes, of every height of a tile, gave
 * the bits of the ordinary build, and if it is faster. The code that was checked is the code that runs afterwards.
 */
export async function checkWideVectors(usual = makeFusedNetwork('relaxed'), makeWide = (): FusedNetwork => makeFusedNetwork('wide')): Promise<WideVectors> {
  const expected = await runOften(usual);
  setFlagsFromString('--experimental-wasm-revectorize');
  try {
    const passes = await runOften(makeWide());
    if (passes.some((pass, i) => differsInBits(pass, expected[i % expected.length]!))) return { usable: false, reason: 'they compute other bits on this machine' };
    const gain = fastest(expected) / fastest(passes);
    return gain < LEAST_GAIN ? { usable: false, reason: 'they are no faster on this machine' } : { usable: true, gain };
  } finally {
    setFlagsFromString('--no-experimental-wasm-revectorize');
  }
}

async function runOften(network: FusedNetwork): Promise<CheckedPass[]> {
  const passes: CheckedPass[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    passes.push(...runCheckTasks(network));
    await wait(PAUSE);
  }
  return passes;
}

/** Seconds of the fastest pass of the usual size. */
const fastest = (passes: readonly CheckedPass[]): number => Math.min(...passes.filter(({ isUsualSize }) => isUsualSize).map(({ seconds }) => seconds));
