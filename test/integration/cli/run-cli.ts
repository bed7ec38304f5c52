import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'cli', 'main.ts');

export interface CliAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSurroundings {
  readonly folder: string;
  readonly env?: Record<string, string>;
}

/** Runs the command line as a program, with `input` on its stdin. */
export function runCli(args: readonly string[], { input = '', ...surroundings }: CliSurroundings & { readonly input?: string }): Promise<CliAnswer> {
  const { child, answer } = startCli(args, surroundings);
  child.stdin.end(input);
  return answer;
}

/** Leaves stdin open. */
export function startCli(args: readonly string[], { folder, env = {} }: CliSurroundings): { readonly child: ChildProcessWithoutNullStreams; readonly answer: Promise<CliAnswer> } {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, EXPANSE_DATA: join(folder, 'data'), EXPANSE_PROJECTS: join(folder, 'projects'), ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const answer = new Promise<CliAnswer>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, answer };
}

/** The object on the last line of stdout. */
export function lastJson({ stdout }: CliAnswer): Record<string, unknown> {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!);
}
