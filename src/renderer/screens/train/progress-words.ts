import type { EpochRecord } from '../../../shared/domain/run.ts';
import { formatBytes } from '../../ui/format/bytes.ts';
import { formatSeconds } from '../../ui/format/duration.ts';

/** Epochs whose pace tells that of the next ones. */
const RECENT = 10;

/** null: no epoch is done yet. */
export function estimateSecondsLeft(epochs: readonly Pick<EpochRecord, 'epoch' | 'seconds'>[], total: number): number | null {
  const last = epochs.at(-1);
  if (last === undefined) return null;
  const recent = epochs.slice(-RECENT);
  return (recent.reduce((sum, { seconds }) => sum + seconds, 0) / recent.length) * Math.max(0, total - last.epoch);
}

/** What a training computes on, and how much it takes, in words. */
export function machineWords(backend: string, last: Pick<EpochRecord, 'seconds' | 'view'> | undefined): string {
  const memory = last?.view?.memory;
  const parts = [
    backend === '' ? 'Choosing a back end' : `Computes on ${backend}`,
    last !== undefined && `${formatSeconds(last.seconds)} for the last epoch`,
    memory?.process != null && `trainer takes ${formatBytes(memory.process)}`,
    memory?.backend != null && `${formatBytes(memory.backend)} of tensors and kernels`,
  ];
  return parts.filter((part) => typeof part === 'string').join(' · ');
}
