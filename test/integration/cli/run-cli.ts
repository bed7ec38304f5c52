import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'cli', 'main.ts');

export interface CliAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a program, with `input` on its stdin. */
export function runCli(args: readonly string[], { input = '', folder, env = {} }: { input?: string; folder: string; env?: Record<string, string> }): Promise<CliAnswer> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, EXPANSE_DATA: join(folder, 'data'), EXPANSE_PROJECTS: join(folder, 'projects'), ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The object on the last line of stdout. */
export function lastJson({ stdout }: CliAnswer): Record<string, unknown> {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!);
}
