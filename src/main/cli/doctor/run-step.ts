import { spawn, type ChildProcess } from 'node:child_process';
import { basename } from 'node:path';

const onWindows = process.platform === 'win32';

/** Of what it printed, as much as explains a failure. Characters. */
const LAST_WORDS = 8_000;

export interface Step {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a program to its end, quietly. Throws what it said went wrong, in one line, and where `signal` ended it all that it started, too. */
export async function runStep({ command, args, folder, env }: Step, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(command, [...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: !onWindows, shell: onWindows && command === 'npm' });
  const said = listen(child);
  const stop = () => endWithAllItStarted(child);
  signal.addEventListener('abort', stop);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (code !== 0) throw new Error(whatWentWrong(said()) ?? `${basename(command)} ended with ${code}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function listen({ stdout, stderr }: ChildProcess): () => string {
  let heard = '';
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (heard = (heard + text).slice(-LAST_WORDS)));
  return () => heard;
}

/** The first line with a named error, else the first that speaks of one. */
function whatWentWrong(said: string): string | null {
  const lines = said.split('\n').map((each) => each.trim());
  const line = lines.find((each) => /\bError: /.test(each)) ?? lines.find((each) => /error|ERR!|failed/i.test(each));
  return line?.slice(0, 200) ?? null;
}

function endWithAllItStarted(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (onWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
}
