import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly json: Record<string, unknown>;
  readonly stderr: string;
}

const MAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'cli', 'main.ts');

/** Runs `expanse …` under --json; the object is the last line of stdout. */
export function runExpanse(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [MAIN, ...args, '--json'], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      if (last === '') reject(new Error(`expanse ${args.join(' ')} said nothing, but on stderr: ${stderr}`));
      else resolve({ code: error === null ? 0 : Number(error.code), json: JSON.parse(last) as Outcome['json'], stderr });
    });
  });
}
