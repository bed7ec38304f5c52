import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, CommanderError } from 'commander';
import type { MethodName, ParamsOf, ValueOf } from '../../shared/contract/contract.ts';
import { ExpanseError } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';
import { createCore, type Core } from '../core/core.ts';
import { appVersion } from '../environment/app-version.ts';
import { defaultFolders } from '../environment/folders.ts';
import { startNodeTrainer } from '../trainer/start-node-trainer.ts';
import { closeOnSignals } from './close-on-signals.ts';
import { printError, printOutcome, type Outcome } from './output.ts';
import { makeProgressPrinter, type ProgressPrinter } from './progress.ts';

export interface CommonOptions {
  readonly project: string;
  readonly json?: boolean;
}

export interface CommandContext<Options> {
  readonly core: Core;
  /** As the command's own `.argument(…)`s and `.option(…)`s. */
  readonly args: readonly string[];
  readonly options: Options & CommonOptions;
  /** Asks the core; what it refuses is thrown as ExpanseError. */
  call<Name extends MethodName>(name: Name, params: ParamsOf<Name>): Promise<ValueOf<Name>>;
  /** A line of news on stderr. Jobs and epochs tell of themselves. */
  say(message: string): void;
}

/** What a command answers: `json` under --json, `text` for a person. Throw ExpanseError where it cannot be done. */
export type CommandWork<Options> = (context: CommandContext<Options>) => Promise<Outcome>;

/** What becomes of a project that is not there: commands that need its contents refuse rather than leave an empty one behind. */
export type MissingProject = 'create' | 'refuse';

/**
 * Makes a command that works on a project: gives it `--project` and `--json`, opens the core, does the work, closes the core.
 * stdout holds the outcome alone, under --json also for a mistake in the options; the exit code is 0 only where the work succeeded.
 */
export function projectCommand<Options = object>(command: Command, work: CommandWork<Options>, missing: MissingProject = 'create'): Command {
  return command
    .requiredOption('--project <file>', `the project, a *.expanse file${missing === 'create' ? '; created if it is missing' : ''}`)
    .option('--json', 'print one JSON object on the last line')
    .exitOverride(endWithUsage)
    .action(async () => {
      const options = command.opts<Options & CommonOptions>();
      const progress = makeProgressPrinter(process.stderr);
      try {
        if (missing === 'refuse') requireFile(options.project);
        printOutcome(await runInProject(command, options, work, progress), options.json);
      } catch (thrown) {
        printError(thrown, options.json);
        process.exitCode = 1;
      } finally {
        progress.end();
      }
    });
}

function requireFile(project: string): void {
  if (existsSync(project)) return;
  throw new ExpanseError('project', `There is no project ${project}.`, 'Check the name; import bars or a dataset creates a project.');
}

/** The parser has told the person; options that it did not understand cannot be asked whether --json is among them. */
function endWithUsage({ exitCode, message }: CommanderError): never {
  if (exitCode !== 0 && process.argv.includes('--json')) {
    const error = { kind: 'invalid-input', message: message.replace(/^error: /, ''), nextStep: 'Add --help to see what the command takes.' };
    process.stdout.write(`${JSON.stringify({ error })}\n`);
  }
  process.exit(exitCode);
}

async function runInProject<Options>(command: Command, options: Options & CommonOptions, work: CommandWork<Options>, progress: ProgressPrinter) {
  const core = openCore(options.project);
  const forgetSignals = closeOnSignals(core, (signal) => {
    progress.end();
    printError(new ExpanseError('cancelled', `Stopped by ${signal}.`, 'What was finished before is kept; run the command again.'), options.json);
  });
  core.onEvent(progress.event);
  try {
    const call: CommandContext<Options>['call'] = async (name, params) => unwrap((await core.api[name](params as never)) as Result<ValueOf<typeof name>>);
    return await work({ core, args: command.args, options, call, say: progress.say });
  } finally {
    await core.close();
    forgetSignals();
  }
}

function openCore(project: string): Core {
  const folders = defaultFolders();
  return createCore({
    host: 'cli',
    version: appVersion(),
    dataFolder: folders.data,
    projectsFolder: folders.projects,
    projectPath: resolve(project),
    startTrainer: startNodeTrainer,
  });
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { kind, message, nextStep } = result.error;
  throw new ExpanseError(kind, message, nextStep);
}
