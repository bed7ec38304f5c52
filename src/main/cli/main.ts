import { Command } from 'commander';
import { appVersion } from '../environment/app-version.ts';
import * as doctor from './commands/doctor.ts';
import * as serve from './commands/serve.ts';

const program = new Command('expanse')
  .description('Label expansions on candlestick charts and train span detectors from the labels.')
  .version(appVersion())
  .showHelpAfterError();

for (const { register } of [serve, doctor]) register(program);
await program.parseAsync();
