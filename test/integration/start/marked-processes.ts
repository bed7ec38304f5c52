import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Processes that carry this mark in their environment, whoever started them and wherever they were moved. Linux only. */
export interface Mark {
  readonly env: Readonly<Record<string, string>>;
  /** Command lines of those that run now. */
  running(): readonly string[];
  /** Resolves when none runs any more; after the limit, rejects with those that do. */
  allGone(limitMs: number): Promise<void>;
}

const NAME = 'EXPANSE_TEST_MARK';

export function makeMark(): Mark {
  const value = randomUUID();
  const running = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isMarked(name, value)).map(commandLine).filter(Boolean);
  return {
    env: { [NAME]: value },
    running,
    allGone: async (limitMs) => {
      const end = performance.now() + limitMs;
      while (running().length > 0) {
        if (performance.now() > end) throw new Error(`Still running:\n${running().join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

const isMarked = (pid: string, value: string) => read(pid, 'environ').split('\0').includes(`${NAME}=${value}`);
const commandLine = (pid: string) => read(pid, 'cmdline').replaceAll('\0', ' ');

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
