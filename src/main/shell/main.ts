import { app } from 'electron';
import { allowWebGpu } from './allow-webgpu.ts';
import { declareAppProtocol } from './app-protocol.ts';
import { sortOpenedFiles } from './opened-files.ts';
import { startShell } from './start-shell.ts';

// Before the path to the program itself there may be none: a packaged app is its own program.
const named = process.argv.slice(app.isPackaged ? 1 : 2);
const opened = sortOpenedFiles(named, process.cwd());

app.setName('Expanse');
declareAppProtocol();
allowWebGpu();
// A second start hands its files to the first one and ends.
if (app.requestSingleInstanceLock(opened)) startShell(opened);
else app.quit();
