import type { ContenderPart } from '../../../../src/shared/domain/comparison.ts';
import { runId, seriesId, windowId, type RunId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import type { SpanMode } from '../../../../src/shared/domain/train-config.ts';
import type { JudgedContender } from '../../../../src/shared/engine/comparison/compare-contenders.ts';
import type { JudgedWindows } from '../../../../src/shared/engine/comparison/judged-windows.ts';
import type { Replica } from '../../../../src/shared/engine/comparison/replica.ts';
import type { JudgedPart } from '../../../../src/shared/engine/evaluation/judged-part.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';
import { judge, makeJudgedPart } from '../evaluation/judged-fixtures.ts';

/** The windows get the ids 1, 2, ... */
export function asWindows(judged: JudgedPart, by: RunId = runId(1)): JudgedWindows {
  const windows = judged.places.map(({ fromIndex }, n) => ({ windowId: windowId(n + 1), seriesId: seriesId(1), symbol: 'TEST', fromIndex, startTime: timeMs(fromIndex * 60_000) }));
  return { windows, shownBy: windows.map(() => by), judged };
}

export const asReplica = (judged: JudgedPart, mode: SpanMode = 'soft', by?: RunId): Replica => ({ ...asWindows(judged, by), sampled: judge(judged, judged, { mode }) });

/** One that is not several together. */
export interface JudgedOne extends JudgedContender {
  readonly about: ContenderPart;
}

interface ContenderWishes extends Partial<ContenderPart> {
  readonly seeds?: readonly Replica[];
}

/** A run that was trained as published, unless told otherwise. */
export function makeContender({ seeds = [asReplica(makeJudgedPart())], name = 'one', mode = 'soft', ...changes }: ContenderWishes = {}): JudgedOne {
  const run = (n: number): ContenderPart['runs'][number] => ({
    id: runId(n + 1),
    name: `${name} ${n + 1}`,
    seed: n,
    backend: 'wasm',
    snapshotHash: 'aaaa',
    createdAt: timeMs(0),
    epochsDone: 50,
    steps: 600,
    secondsPerEpoch: 0.2,
    sigmas: null,
    taskWeights: null,
    epochs: [],
  });
  return {
    about: { source: { kind: 'run', runId: runId(1) }, name, mode, kind: seeds.length === 1 ? 'run' : 'seeds', runs: seeds.map((_, n) => run(n)), missing: 0, config: { ...findPreset('published').config, mode }, ...changes },
    seeds,
  };
}
