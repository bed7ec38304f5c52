import { Command } from 'commander';
import { appVersion } from '../environment/app-version.ts';
import * as compare from './commands/compare.ts';
import * as doctor from './commands/doctor.ts';
import * as evaluate from './commands/evaluate.ts';
import * as exportBars from './commands/export-bars.ts';
import * as exportPredictions from './commands/export-predictions.ts';
import * as exportSpans from './commands/export-spans.ts';
import * as exportVerdicts from './commands/export-verdicts.ts';
import * as history from './commands/history.ts';
import * as importBars from './commands/import-bars.ts';
import * as importDataset from './commands/import-dataset.ts';
import * as modelExport from './commands/model-export.ts';
import * as modelForward from './commands/model-forward.ts';
import * as modelImport from './commands/model-import.ts';
import * as predict from './commands/predict.ts';
import * as queueList from './commands/queue-list.ts';
import * as queueMake from './commands/queue-make.ts';
import * as reviewDecide from './commands/review-decide.ts';
import * as reviewList from './commands/review-list.ts';
import * as serve from './commands/serve.ts';
import * as sweep from './commands/sweep.ts';
import * as train from './commands/train.ts';

const program = new Command('expanse')
  .description('Label expansions on candlestick charts and train span detectors from the labels.')
  .version(appVersion())
  .showHelpAfterError();

const COMMANDS = [
  importBars,
  importDataset,
  queueMake,
  queueList,
  history,
  train,
  sweep,
  evaluate,
  compare,
  predict,
  reviewList,
  reviewDecide,
  exportSpans,
  exportVerdicts,
  exportPredictions,
  exportBars,
  modelImport,
  modelExport,
  modelForward,
  serve,
  doctor,
];
for (const { register } of COMMANDS) register(program);
await program.parseAsync();
