import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { toAppError } from '../../shared/contract/errors.ts';
import { createCore } from '../core/core.ts';
import { makePageTrainers } from '../core/web-trainers/page-trainers.ts';
import { appVersion } from '../environment/app-version.ts';
import { defaultFolders } from '../environment/folders.ts';
import { rootFolder } from '../environment/root-folder.ts';
import { startNodeTrainer } from '../trainer/start-node-trainer.ts';
import { serve, type Host } from './serve.ts';

// usage: main.ts [--project FILE] [--port N]. Whoever started it with an IPC channel is told { kind: 'address', address },
// asks for further addresses with { kind: 'fresh-address' }, and ends it by closing the channel.
const { values } = parseArgs({ options: { project: { type: 'string' }, port: { type: 'string', default: '0' } } });

try {
  await run(values.project === undefined ? null : resolve(values.project), Number(values.port));
} catch (thrown) {
  const { message, nextStep } = toAppError(thrown);
  process.stderr.write(`${message}\n${nextStep}\n`);
  process.exit(1);
}

async function run(projectPath: string | null, port: number): Promise<void> {
  const folders = defaultFolders();
  const pages = makePageTrainers();
  const core = createCore({
    host: 'browser',
    version: appVersion(),
    dataFolder: folders.data,
    projectsFolder: folders.projects,
    projectPath,
    startTrainer: startNodeTrainer,
    webTrainers: pages,
  });
  const host = await serve({ port, rendererFolder: join(rootFolder(import.meta.dirname), 'out', 'renderer'), connect: core.connect, connectTrainer: pages.connect });
  endWith(async () => {
    await host.close();
    await core.close();
  });
  announce(host, projectPath);
}

function announce(host: Host, projectPath: string | null): void {
  const what = projectPath === null ? 'Expanse' : basename(projectPath);
  const showAddress = () => {
    const address = host.freshAddress();
    process.stdout.write(`${address}\n`);
    process.send?.({ kind: 'address', address });
  };
  process.stdout.write(`${what} is served to browsers of this machine. An address works once; Enter shows another, Ctrl+C stops.\n`);
  showAddress();
  process.on('message', (message: { kind?: unknown }) => {
    if (message.kind === 'fresh-address') showAddress();
  });
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', showAddress);
}

/** Runs once, on a signal or when whoever started this process is gone; the project is closed in good order. */
function endWith(close: () => Promise<void>): void {
  let closing: Promise<void> | undefined;
  const end = async () => {
    await (closing ??= close());
    process.exit(0);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, end);
}
