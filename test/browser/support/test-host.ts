import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOST = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'headless', 'main.ts');
const START_LIMIT_MS = 60_000;

export interface TestHost {
  /** With a token that is good for one browser context. */
  readonly url: string;
  /** Where projects are created by name. */
  readonly projectsFolder: string;
  readonly process: ChildProcess;
  /** A further address, for a further browser context. */
  freshUrl(): Promise<string>;
  /** Ends it in good order and removes its folders. Resolves to its exit code. */
  stop(): Promise<number | null>;
  /** As a crash would: SIGKILL. The folders stay until `stop`. */
  kill(): Promise<void>;
}

/** `project`: opened or created at start. `folder`: settings and projects of an earlier host, to start again on. */
export async function startTestHost({ project, folder }: { readonly project?: string; readonly folder?: string } = {}): Promise<TestHost> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'expanse-host-'));
  const projectsFolder = join(home, 'projects');
  const env = { ...process.env, EXPANSE_DATA: join(home, 'data'), EXPANSE_PROJECTS: projectsFolder };
  const args = project === undefined ? [] : ['--project', project];
  const host = spawn(process.execPath, [HOST, ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const url = await nextAddress(host);
  return {
    url,
    projectsFolder,
    process: host,
    freshUrl: () => {
      const address = nextAddress(host);
      host.send({ kind: 'fresh-address' });
      return address;
    },
    stop: async () => {
      const code = await end(host, 'SIGTERM');
      rmSync(home, { recursive: true, force: true });
      return code;
    },
    kill: async () => void (await end(host, 'SIGKILL')),
  };
}

/** Rejects with what the host said where it ended instead. */
function nextAddress(host: ChildProcess): Promise<string> {
  let said = '';
  host.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`The host gave no address. ${said}`)), START_LIMIT_MS);
    const failed = (code: number | null) => reject(new Error(`The host ended with ${code}. ${said}`));
    host.once('exit', failed);
    host.once('message', (message: { address: string }) => {
      clearTimeout(limit);
      host.off('exit', failed);
      resolve(message.address);
    });
  });
}

async function end(host: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (host.exitCode === null && host.signalCode === null) {
    const ended = once(host, 'exit');
    host.kill(signal);
    await ended;
  }
  return host.exitCode;
}
