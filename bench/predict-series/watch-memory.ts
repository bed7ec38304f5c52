import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 50;

/** Megabytes of resident memory. */
export interface PeakMemory {
  /** Of the process itself. */
  readonly own: number;
  /** Of the processes that it started, together. */
  readonly children: number;
  /** Of all at one moment. */
  readonly together: number;
}

/** Watches a process and its children until asked; null where the system does not tell (only Linux does). */
export function watchMemory(pid: number): () => PeakMemory | null {
  if (process.platform !== 'linux') return () => null;
  let peak: PeakMemory = { own: 0, children: 0, together: 0 };
  const look = (): void => {
    const own = residentOf(pid);
    const children = childrenOf(pid).reduce((sum, child) => sum + residentOf(child), 0);
    peak = { own: Math.max(peak.own, own), children: Math.max(peak.children, children), together: Math.max(peak.together, own + children) };
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? 0 : Number(kilobytes) / 1024;
}

function childrenOf(pid: number): readonly number[] {
  const threads = listOr(`/proc/${pid}/task`);
  return threads.flatMap((thread) => readOr(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
}

// A process may end while it is looked at.
function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listOr(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
