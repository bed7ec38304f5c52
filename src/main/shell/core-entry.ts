import { serveShell } from './serve-shell.ts';
import type { CoreArguments } from './core-messages.ts';

// The last argument: Electron puts its own before it.
serveShell(process.parentPort, JSON.parse(process.argv.at(-1)!) as CoreArguments);
