import type { UsableBackend } from './examined-backend.ts';

/** Why the first of those that can be used, the fastest first, was taken: a sentence for a person. */
export function describeChoice([fastest, ...others]: readonly UsableBackend[], threads: number): string {
  const chosen = `${nameWithThreads(fastest.name, threads)} (${describeSeconds(fastest.secondsPerStep)} for a step of training)`;
  if (others.length === 0) return `Training computes on ${chosen}, the only back end that can be used here.`;
  const slower = others.map(({ name, secondsPerStep }) => `${name} takes ${describeSeconds(secondsPerStep)}`);
  return `Training computes on ${chosen}, the fastest back end here: ${slower.join(', ')}.`;
}

/** Only wasm divides its work among threads of ours. */
const nameWithThreads = (name: string, threads: number): string => (name === 'wasm' ? `${name} with ${threads === 1 ? '1 thread' : `${threads} threads`}` : name);

const describeSeconds = (seconds: number): string => (seconds < 0.995 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(1)} s`);
