import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';

const HOST = join(import.meta.dirname, '..', '..', 'headless', 'main.ts');

/** The host is a program of its own; this runs it with the terminal of the command line. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('serve the app to a browser on 127.0.0.1; from afar, reach it through an ssh tunnel')
    .option('--project <file>', 'the project to open, a *.expanse file; created if it is missing')
    .option('--port <number>', 'a fixed port instead of any that is free')
    .action(async (options: { readonly project?: string; readonly port?: string }) => {
      const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
      process.exitCode = await runHost(args);
    });
}

function runHost(args: readonly string[]): Promise<number> {
  const host = spawn(process.execPath, [HOST, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => host.kill(signal));
  return new Promise((resolve, reject) => {
    host.once('error', reject);
    host.once('exit', (code) => resolve(code ?? 1));
  });
}
